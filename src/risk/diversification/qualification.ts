import { stageRank } from "../../domain/commitment.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import { slotRange } from "../need-coverage.ts";
import { partiesIn } from "../contract-parties.ts";
import { recordState } from "../record-state.ts";
import { needNumbers } from "./maker-needs.ts";
import type { SupplyScope } from "./offers.ts";
import type { Offer, SupplierQualification } from "./supplier.ts";

export interface Qualification {
  readonly qualification: SupplierQualification;
  readonly qualifications: readonly RecordId[];
}

/** Best first: a part that passed in one test and failed in an older one passed. */
const STATES = ["QUALIFIED", "QUALIFYING", "REJECTED"] as const;

/**
 * Whether a supplier is qualified at a buyer by the day, for what it offers or a model of it; without a buyer, whether it is at any. To
 * be qualified for a class says nothing of a model. A contract in force to deliver the part to the buyer says as much as a record.
 */
export function qualificationOf(
  scope: SupplyScope,
  offers: readonly Offer[],
  buyer: RecordId | null,
): Qualification {
  const records = offers.flatMap((offer) => recordsOf(scope, offer));
  const counting = records.filter(
    (record) => (buyer === null || textField(record, "buyer") === buyer) && counts(scope, record),
  );
  const contracts = buyer === null ? [] : deliveriesTo(scope, offers, buyer);
  const words = counting.map((record) => textField(record, "state"));
  const best = contracts.length > 0 ? "QUALIFIED" : STATES.find((state) => words.includes(state));
  const qualification = buyer === null && best !== "QUALIFIED" ? undefined : best;
  return {
    qualification: qualification ?? "UNKNOWN",
    qualifications: [...new Set([...counting.map(({ id }) => id), ...contracts])],
  };
}

function recordsOf({ projection }: SupplyScope, { companies, component }: Offer): readonly StoredRecord[] {
  const { records } = projection;
  const parts = new Set([component, ...modelsBelow(records, component)]);
  return companies.flatMap((company) =>
    records.out(company, "QUALIFIED_FOR").filter(({ to }) => parts.has(to ?? "")),
  );
}

/** True for a record that holds, or may hold, on the day and that the filter lets through. */
export function counts({ under }: SupplyScope, record: StoredRecord): boolean {
  const state = recordState(under, record);
  return state === "ALLOWED" || state === "MAYBE";
}

/** Binding contracts in force under which one of the companies delivers an offered part to the buyer. */
function deliveriesTo(scope: SupplyScope, offers: readonly Offer[], buyer: RecordId): readonly RecordId[] {
  const { records } = scope.projection;
  return supplyContracts(scope, buyer).filter((contract) => {
    const covered = records
      .out(contract, "COVERS")
      .filter((cover) => counts(scope, cover))
      .map(({ to }) => to);
    const suppliers: readonly (RecordId | undefined)[] = partiesIn(records, contract, ["SUPPLIER"], (party) =>
      counts(scope, party),
    );
    return offers.some(
      ({ companies, component }) =>
        covered.includes(component) && companies.some((company) => suppliers.includes(company)),
    );
  });
}

/** The contracts in force under which a company is bound to buy parts; what is only announced or talked of delivers nothing yet. */
export function supplyContracts({ projection, filter }: SupplyScope, buyer: RecordId): readonly RecordId[] {
  const node = projection.nodeNumber(buyer);
  if (node === undefined) return [];
  const isBinding = (slot: number): boolean =>
    (filter.contractRanks[projection.slotTable.contract[slot] ?? -1] ?? -1) >= stageRank("DEFINITIVE");
  return needNumbers(projection, node)
    .filter((number) => projection.need(number).key === "SUPPLY")
    .flatMap((number) => slotRange(projection, number))
    .filter((slot) => filter.allowed[slot] === 1 && isBinding(slot))
    .flatMap((slot) => projection.slot(slot).contract ?? []);
}
