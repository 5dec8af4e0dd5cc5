import { commitmentAt, stageRank } from "../domain/commitment.ts";
import type { StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "../projection/record-index.ts";
import type { ComputedUnder } from "./fact-filter.ts";

/** Whether a record is a contract below the stage that a filter asks for. Without a milestone it counts as rumoured. */
export function isBelowStage(
  records: RecordIndex,
  record: StoredRecord,
  { minStage, asOf }: ComputedUnder,
): boolean {
  if (minStage === null || record.kind !== "Contract") return false;
  const { stage } = commitmentAt(records.referring(record.id, "MILESTONE_OF"), asOf);
  return stageRank(stage) < stageRank(minStage);
}
