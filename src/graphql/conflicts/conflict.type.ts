import { Field, Float, Int, ObjectType } from "type-graphql";
import { tier } from "../../domain/vocabularies/envelope.ts";
import type { Interval } from "../../risk/answer.ts";
import type { ConflictSide } from "../../risk/conflicts/conflict.ts";
import { conflictKind } from "../../risk/conflicts/conflict-words.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { FactType } from "../fact/fact.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";

export const conflictKindEnum = enumOf(conflictKind);
const tierEnum = enumOf(tier);

@ObjectType("ConflictSide", {
  description: "What some sources say, against what others say.",
  simpleResolvers: true,
})
export class ConflictSideType {
  @Field(() => IntervalType, {
    nullable: true,
    description: "The value, shares in percent; null where it is a date or words.",
  })
  readonly value!: Interval | null;

  @Field(() => String, { description: "The value, or what is said, in words." })
  readonly text!: string;

  @Field(() => PartialDateType, {
    nullable: true,
    description:
      "The date that it speaks of; null: that of the fact, or the sources of the side differ in it.",
  })
  readonly asOf!: PartialDateType | null;

  @Field(() => Boolean, { description: "True for the value that the curator chose." })
  readonly isHeadline!: boolean;

  @Field(() => Int, {
    description:
      "How many voices of different origin say so: repetitions of one source, and all that one publisher or company says, are one.",
  })
  readonly voices!: number;

  @Field(() => tierEnum, { nullable: true, description: "The best tier among its sources; null: no source." })
  readonly tier!: string | null;

  @Field(() => [FactType], {
    description:
      "The facts that say so: the fact with the field, a figure, a statement or a claim; at most 100.",
  })
  readonly facts!: readonly RecordNode[];

  @Field(() => [String], {
    description:
      "What its evidence, figures and statements note, which often tells why they differ; at most 100.",
  })
  readonly notes!: readonly string[];

  @Field(() => [EvidenceType], { description: "What its sources say, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}

@ObjectType("Conflict", {
  description: "Sources that are at odds on one thing, side by side.",
  simpleResolvers: true,
})
export class ConflictType {
  @Field(() => conflictKindEnum, { description: "In what way they are at odds." })
  readonly kind!: string;

  @Field(() => NodeType, { description: "What it is about." })
  readonly subject!: RecordNode;

  @Field(() => String, {
    nullable: true,
    description: "The field; null where figures, statements or claims are at odds.",
  })
  readonly field!: string | null;

  @Field(() => String, { description: "What is measured or said, in words." })
  readonly about!: string;

  @Field(() => PartialDateType, {
    nullable: true,
    description: "The date or period of the fact, figures or statements; null: none, or several.",
  })
  readonly date!: PartialDateType | null;

  @Field(() => [ConflictSideType], {
    description: "The sides, two at the least, from the least value to the greatest; at most 100.",
  })
  readonly sides!: readonly ConflictSide[];

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "From the least to the greatest that the sides say; null where they are words, dates or not comparable.",
  })
  readonly range!: Interval | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "How far apart they are, from 0 to 1: one less the least over the greatest; null without both.",
  })
  readonly spread!: number | null;

  @Field(() => String, { description: "The conflict in words." })
  readonly sentence!: string;
}
