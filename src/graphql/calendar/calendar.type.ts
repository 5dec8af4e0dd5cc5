import { Field, ObjectType } from "type-graphql";
import { milestoneTiming } from "../../domain/vocabularies/stages.ts";
import type { Interval } from "../../risk/answer.ts";
import { calendarEntryKind, calendarStatus, windowMembership } from "../../risk/calendar/calendar-words.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { MilestoneType } from "../milestone/milestone.type.ts";
import { NodeType } from "../node/node.type.ts";
import { ObservationType } from "../observation/observation.type.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

export const [entryKindEnum, statusEnum, membershipEnum] = [
  enumOf(calendarEntryKind),
  enumOf(calendarStatus),
  enumOf(windowMembership),
];
const timingEnum = enumOf(milestoneTiming);

@ObjectType("Expectation", {
  description: "One statement of when a rung was expected to be reached.",
  simpleResolvers: true,
})
export class ExpectationType {
  @Field(() => MilestoneType, { description: "The milestone that holds it." })
  readonly milestone!: RecordNode;

  @Field(() => PartialDateType, { description: "The date that was expected." })
  readonly date!: PartialDateType;

  @Field(() => PartialDateType, { nullable: true, description: "When it was stated; null: not known." })
  readonly statedOn!: PartialDateType | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "Days from the first stated date to this one, positive: later; null for the first, and where it is not known which was first.",
  })
  readonly moved!: Interval | null;
}

@ObjectType("CalendarEntry", {
  description: "One date of the graph: of what, when, expected or actual, and what became of it.",
  simpleResolvers: true,
})
export class CalendarEntryType {
  @Field(() => entryKindEnum, { description: "What the date is." })
  readonly kind!: string;

  @Field(() => NodeType, { description: "What it is about: an entity, or a relationship." })
  readonly subject!: RecordNode;

  @Field(() => MilestoneType, {
    nullable: true,
    description: "The milestone; null where the date is a field of the subject.",
  })
  readonly milestone!: RecordNode | null;

  @Field(() => String, { description: "The field that holds the date." })
  readonly field!: string;

  @Field(() => PartialDateType, { description: "The date, as precise as its source." })
  readonly date!: PartialDateType;

  @Field(() => DateScalar, {
    description: "The first day that it can mean; of what was expected, not before the statement.",
  })
  readonly firstDay!: string;

  @Field(() => DateScalar, {
    description:
      "The last day that it can mean; of what came to pass, not after the latest source that says so, nor after the day of the answer.",
  })
  readonly lastDay!: string;

  @Field(() => membershipEnum, { description: "Whether it lies in the window." })
  readonly inWindow!: string;

  @Field(() => timingEnum, { description: "Reached, or expected." })
  readonly timing!: string;

  @Field(() => PartialDateType, {
    nullable: true,
    description: "When an expectation was stated; null: not known, or none.",
  })
  readonly statedOn!: PartialDateType | null;

  @Field(() => statusEnum, { description: "What had become of it by the day of the answer." })
  readonly status!: string;

  @Field(() => [ExpectationType], {
    description:
      "What was expected of the same thing, in the order of the statements, at most 100; of milestones with the same note alone, since a note says which part is meant.",
  })
  readonly history!: readonly object[];

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "Days from the first expected date to this one, or of a date reached to the last expected one; positive: later; null: one statement, or it is not known which was first.",
  })
  readonly slippage!: Interval | null;

  @Field(() => MilestoneType, {
    nullable: true,
    description: "The milestone by which an expectation was reached; null: none is known for sure.",
  })
  readonly reachedBy!: RecordNode | null;

  @Field(() => MilestoneType, {
    nullable: true,
    description: "The next later statement about the same thing; null: none.",
  })
  readonly replacedBy!: RecordNode | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "Days from the first expected date to the day on which it was reached; positive: later; null: not reached for sure, or nothing was expected.",
  })
  readonly lateness!: Interval | null;

  @Field(() => PartialDateType, {
    nullable: true,
    description:
      "When the youngest dated source on the subject came out: it can't say what came of a later date; null: no source is dated.",
  })
  readonly lastEvidence!: PartialDateType | null;

  @Field(() => [ObservationType], {
    description: "What sources say of time lost at the subject of a delivery, at most 100.",
  })
  readonly delays!: readonly RecordNode[];

  @Field(() => String, { description: "The entry in words." })
  readonly sentence!: string;

  @Field(() => [EvidenceType], {
    description: "What sources say of the fact that states the date, at most 100.",
  })
  readonly evidence!: readonly EvidenceType[];
}
