import { compareStrings } from "../../domain/compare.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import { slotRange } from "../need-coverage.ts";
import { makerNeeds, makerRoleOf, needNumbers, sellingNeeds } from "./maker-needs.ts";
import type { SupplyScope } from "./offers.ts";
import { counts, supplyContracts } from "./qualification.ts";

/** One need of which the suppliers are asked for: numbers of needs of the model, more than one where makers are needed jointly. */
export interface AskedNeed {
  readonly needs: readonly number[];
  /** At whom suppliers have to be qualified; null where nobody is named. */
  readonly buyer: RecordId | null;
  /** What is bought. */
  readonly component: RecordId | null;
}

/**
 * The needs of a component for makers and inputs, or the components that a company buys or that a site deploys, each as a need for its
 * makers. Throws InvalidArgumentError for anything else.
 */
export function askedNeeds(scope: SupplyScope, of: RecordId, buyer: RecordId | null): readonly AskedNeed[] {
  switch (scope.projection.records.record(of)?.kind) {
    case "Component":
      return needsOfComponent(scope, of, buyer);
    case "Company":
      return boughtBy(scope, of).map((component) => bought(scope, component, of));
    case "Facility":
      return deployedAt(scope, of).map((component) => bought(scope, component, buyer));
    default:
      throw new InvalidArgumentError(
        "of",
        `"${of}" (${scope.projection.records.record(of)?.kind ?? "unknown"})`,
        "a component, a facility with its components, or a company that buys some",
      );
  }
}

/** Its makers first, by role; then its inputs. An input is one to be qualified where any of it was tested for the component. */
function needsOfComponent(
  scope: SupplyScope,
  component: RecordId,
  buyer: RecordId | null,
): readonly AskedNeed[] {
  const { projection } = scope;
  const node = projection.nodeNumber(component) ?? 0;
  const makers = makerNeeds(projection, component).map((number) => ({ needs: [number], buyer, component }));
  const tested = new Set(qualifiedAt(scope, component).map(({ to }) => to));
  const isTested = (number: number): boolean =>
    projection
      .need(number)
      .slots.flatMap(({ provider }) => [provider, ...modelsBelow(projection.records, provider)])
      .some((part) => tested.has(part));
  const inputs = needNumbers(projection, node)
    .filter((number) => {
      const { key, channel, mode } = projection.need(number);
      const isInput = channel === "SUPPLY" && mode === "ONE_OF" && makerRoleOf(key) === null;
      return isInput && (key.startsWith("INPUT ") || key.startsWith("GROUP "));
    })
    .map((number) => ({ needs: [number], buyer: isTested(number) ? component : null, component: null }));
  return [...makers, ...inputs];
}

function bought({ projection }: SupplyScope, component: RecordId, buyer: RecordId | null): AskedNeed {
  return { needs: sellingNeeds(projection, component), buyer, component };
}

/** What a company buys under contracts in force, or for which makers are or were tested at it. */
function boughtBy(scope: SupplyScope, company: RecordId): readonly RecordId[] {
  const { records } = scope.projection;
  const covered = supplyContracts(scope, company)
    .flatMap((contract) => records.out(contract, "COVERS"))
    .filter((cover) => counts(scope, cover))
    .flatMap(({ to }) => to ?? []);
  const qualified = qualifiedAt(scope, company).flatMap(({ to }) => to ?? []);
  const isComponent = (id: RecordId): boolean => records.record(id)?.kind === "Component";
  return [...new Set([...covered, ...qualified])].filter(isComponent).toSorted(compareStrings);
}

/** The records that count of parts that are or were tested at a buyer. */
function qualifiedAt(scope: SupplyScope, buyer: RecordId): readonly StoredRecord[] {
  return scope.projection.records
    .ofKind("QUALIFIED_FOR")
    .filter((record) => textField(record, "buyer") === buyer && counts(scope, record));
}

function deployedAt({ projection, filter }: SupplyScope, facility: RecordId): readonly RecordId[] {
  const node = projection.nodeNumber(facility);
  if (node === undefined) return [];
  const components = needNumbers(projection, node)
    .flatMap((number) => slotRange(projection, number))
    .filter((slot) => filter.allowed[slot] === 1 && projection.slot(slot).pattern.startsWith("deploy"))
    .map((slot) => projection.slot(slot).provider);
  return [...new Set(components)].toSorted(compareStrings);
}
