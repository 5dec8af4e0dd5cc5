import { commitmentAt } from "../../domain/commitment.ts";
import { dayRange, type Day } from "../../domain/date.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { MilestoneType } from "../milestone/milestone.type.ts";
import { partialDateOrNull } from "../partial-date/partial-date.type.ts";
import type { StageAtType } from "./stage-at.type.ts";

/** The stage and the outcome of a thing on a day. `milestones` are all of its own, in date order. */
export function stageAt(record: StoredRecord, milestones: readonly StoredRecord[], day: Day): StageAtType {
  const { stage, isKnown } = commitmentAt(milestones, day);
  const reachedBy = milestones.find((milestone) => {
    const alone = commitmentAt([milestone], day);
    return alone.isKnown && alone.stage === stage;
  });
  const outcomeDate = textField(record, "outcomeDate");
  const hasEnded = outcomeDate === undefined || dayRange(outcomeDate).first <= day;
  return {
    asOf: day,
    stage,
    isKnown,
    milestone: reachedBy === undefined ? null : new MilestoneType(reachedBy),
    outcome: hasEnded ? (textField(record, "outcome") ?? null) : null,
    outcomeDate: hasEnded ? partialDateOrNull(outcomeDate) : null,
  };
}
