import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { slotRange } from "../need-coverage.ts";
import { makerNeeds, needNumbers } from "./maker-needs.ts";
import type { SupplyScope } from "./offers.ts";
import type { Offer } from "./supplier.ts";

/** Where an offer is made. */
export interface Plants {
  readonly plants: readonly RecordId[];
  /** False where no source names a plant for the part, or only one for its class: then any plant may be the one. */
  readonly areStated: boolean;
}

/** The plants of an offer that count. A designer's part is made in the plants of those who make it or its wafers. */
export function plantsOf(scope: SupplyScope, { providers, component }: Offer): Plants {
  const { projection } = scope;
  const own = providers.flatMap((making) => plantNeeds(scope, making));
  const isDesign = providers.every(
    (id) => textField(projection.records.record(id) ?? { fields: {} }, "role") === "DESIGNER",
  );
  const others = makerNeeds(projection, component)
    .filter((number) => !projection.need(number).slots.some(({ provider }) => providers.includes(provider)))
    .flatMap((number) => allowedProviders(scope, number))
    .filter((id) => projection.records.record(id)?.kind === "MAKES");
  const numbers = own.length > 0 || !isDesign ? own : others.flatMap((making) => plantNeeds(scope, making));
  const plants = distinct(numbers.flatMap((number) => allowedProviders(scope, number)));
  return { plants, areStated: plants.length > 0 && !numbers.some((number) => isConcluded(scope, number)) };
}

/** The countries in which plants lie; none where the country of one of them is not known. */
export function countriesOf(scope: SupplyScope, plants: readonly RecordId[]): readonly RecordId[] {
  const { projection } = scope;
  const found = plants.map((plant) =>
    needNumbers(projection, projection.nodeNumber(plant) ?? 0)
      .filter((number) => projection.need(number).key.startsWith("PLACE "))
      .flatMap((number) => allowedProviders(scope, number))
      .filter((id) => textField(projection.records.record(id) ?? { fields: {} }, "placeKind") === "COUNTRY"),
  );
  return found.some((countries) => countries.length === 0) ? [] : distinct(found.flat());
}

/** True for a need of plants that a plant of the class fills for want of one of the model. */
export function isConcluded({ projection, filter }: SupplyScope, number: number): boolean {
  return slotRange(projection, number).some(
    (slot) => filter.allowed[slot] === 1 && projection.slot(slot).isConcluded,
  );
}

function plantNeeds({ projection }: SupplyScope, making: RecordId): readonly number[] {
  const node = projection.nodeNumber(making);
  if (node === undefined) return [];
  return needNumbers(projection, node).filter((number) => projection.need(number).key === "PLANT");
}

function allowedProviders({ projection, filter }: SupplyScope, number: number): readonly RecordId[] {
  return slotRange(projection, number)
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.slot(slot).provider);
}

function distinct(ids: readonly RecordId[]): readonly RecordId[] {
  return [...new Set(ids)].toSorted(compareStrings);
}
