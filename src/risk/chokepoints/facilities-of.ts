import { CONFIDENCES } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { Projection } from "../../projection/projection.ts";
import { holdsOn } from "../coverage/joint-link.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { SlotFilter } from "../slot-filter.ts";

const HELD_BY: readonly RelationshipKind[] = ["OPERATES", "OWNS", "DEVELOPS", "USES"];

/**
 * The facilities of some companies, as far as the filter lets facts count: those that they operate, own, develop or use, those that a
 * contract in force rents to them, and the plants in which their parts are made. Ids, in no order, some perhaps twice.
 */
export function facilitiesOf(
  projection: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  companies: ReadonlySet<RecordId>,
): readonly RecordId[] {
  const { records } = projection;
  const counts = (relationship: StoredRecord): boolean =>
    holdsOn(relationship, under.asOf) &&
    confidenceRank(relationship) >= CONFIDENCES.indexOf(under.minConfidence);
  const held = [...companies].flatMap((id) =>
    HELD_BY.flatMap((kind) => records.out(id, kind)).filter(counts),
  );
  const plants = records
    .ofKind("PRODUCES")
    .filter(
      (produces) =>
        companies.has(textField(produces, "company") ?? "") &&
        textField(produces, "state") !== "ENDED" &&
        counts(produces),
    );
  return [
    ...held.map(({ to }) => to ?? ""),
    ...plants.map(({ from }) => from ?? ""),
    ...rentedBy(projection, filter, companies),
  ];
}

function confidenceRank(relationship: StoredRecord): number {
  return CONFIDENCES.indexOf((textField(relationship, "confidence") ?? "LOW") as Confidence);
}

/** Company → contract → facility, both arcs counting. */
function rentedBy(
  projection: Projection,
  { allowed }: SlotFilter,
  companies: ReadonlySet<RecordId>,
): readonly RecordId[] {
  const arcs = projection.slots.flatMap(({ provider, pattern }, slot) => {
    if (pattern !== "capacity-contract" || allowed[slot] !== 1) return [];
    return [{ dependent: projection.need(projection.needOfSlot[slot] ?? 0).dependent, provider }];
  });
  const contracts = new Set(
    arcs.filter(({ dependent }) => companies.has(dependent)).map(({ provider }) => provider),
  );
  return arcs
    .filter(
      ({ dependent, provider }) =>
        contracts.has(dependent) && projection.records.record(provider)?.kind === "Facility",
    )
    .map(({ provider }) => provider);
}
