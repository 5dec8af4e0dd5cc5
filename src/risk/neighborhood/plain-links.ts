import type { RecordId } from "../../domain/ids.ts";
import { RELATIONSHIP_KINDS } from "../../domain/kind-names.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { stageRank } from "../../domain/commitment.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import { stageHistory, stageRankAt } from "../../projection/stage-history.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { recordState } from "../record-state.ts";
import type { SlotState } from "../slot-filter.ts";

/** The relationships of a record from which no dependence follows: who arranged a loan, what an event hit, who only aims at a part. */
export function plainRelationships(projection: Projection, id: RecordId): readonly StoredRecord[] {
  const deriving = derivingRelationships(projection);
  const { records } = projection;
  return RELATIONSHIP_KINDS.flatMap((kind) => [...records.out(id, kind), ...records.in(id, kind)]).filter(
    (relationship) => !deriving.has(relationship.id),
  );
}

/** What a filter says of such a relationship; a part in a contract ends with the contract. */
export function plainState(
  { records }: Projection,
  under: ComputedUnder,
  relationship: StoredRecord,
): SlotState {
  const own = recordState(under, relationship);
  const contract = records.record(contractOf(relationship) ?? "");
  if (contract?.kind !== "Contract" || (own !== "ALLOWED" && own !== "MAYBE")) return own;
  const day = dayNumber(under.asOf);
  const { start, end } = contractTerm(records, contract);
  if (day < start.first || day >= end.last) return "NOT_VALID";
  const rank = Math.max(stageRankAt(stageHistory(records, contract.id), day), 0);
  return under.minStage !== null && rank < stageRank(under.minStage) ? "STAGE" : own;
}

function contractOf({ kind, from, to }: StoredRecord): RecordId | undefined {
  if (kind === "PARTY_TO") return to;
  return kind === "COVERS" ? from : undefined;
}

const kept = new WeakMap<Projection, ReadonlySet<RecordId>>();

/**
 * The relationships that stand behind a dependence already. That a place lies in another is shown as it is, and so is a maker that does
 * not deliver: its making needs it, but nothing needs its making.
 */
function derivingRelationships(projection: Projection): ReadonlySet<RecordId> {
  const known = kept.get(projection);
  if (known !== undefined) return known;
  const found = new Set(
    projection.slots
      .filter(({ inactive, pattern }) => inactive === undefined && pattern !== "making-company")
      .flatMap(({ relationships }) => relationships)
      .filter((id) => projection.records.record(id)?.kind !== "PART_OF"),
  );
  kept.set(projection, found);
  return found;
}
