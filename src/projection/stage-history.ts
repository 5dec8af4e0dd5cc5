import { stageRank, stageOfRung } from "../domain/commitment.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import type { Rung } from "../domain/vocabularies/stages.ts";
import { BEFORE_ALL_DAYS, boundDays, type DayNumber } from "./day-number.ts";
import type { RecordIndex } from "./record-index.ts";

/** When a laddered thing reached which stage: the rank of each ACTUAL milestone from its first possible day. */
export interface StageHistory {
  readonly days: readonly DayNumber[];
  readonly ranks: readonly number[];
}

const known = new WeakMap<RecordIndex, Map<RecordId, StageHistory>>();

/** The history of a subject, read from its milestones once for each index. */
export function stageHistory(index: RecordIndex, subject: RecordId): StageHistory {
  const histories = known.get(index) ?? new Map<RecordId, StageHistory>();
  known.set(index, histories);
  const history = histories.get(subject) ?? readHistory(index, subject);
  histories.set(subject, history);
  return history;
}

function readHistory(index: RecordIndex, subject: RecordId): StageHistory {
  const reached = index
    .referring(subject, "MILESTONE_OF")
    .filter((milestone) => textField(milestone, "timing") === "ACTUAL");
  return {
    days: reached.map((milestone) => {
      const date = textField(milestone, "date");
      return date === undefined ? BEFORE_ALL_DAYS : boundDays(date).first;
    }),
    ranks: reached.map((milestone) => stageRank(stageOfRung(textField(milestone, "rung") as Rung))),
  };
}

/** Rank of the highest stage reached on a day; −1 when no milestone says so. */
export function stageRankAt({ days, ranks }: StageHistory, day: DayNumber): number {
  return ranks.reduce(
    (best, rank, position) => ((days[position] ?? Infinity) <= day ? Math.max(best, rank) : best),
    -1,
  );
}
