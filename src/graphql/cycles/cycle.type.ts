import { Field, Float, Int, ObjectType } from "type-graphql";
import { stage } from "../../domain/vocabularies/stages.ts";
import { vocabulary } from "../../domain/vocabulary.ts";
import type { Interval } from "../../risk/answer.ts";
import { flowType } from "../../risk/cycles/money-flow.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import { CompanyType } from "../company/company.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { FactType } from "../fact/fact.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { bindingEnum, MoneyTotalType } from "../money/money-total.type.ts";

const flowTypeEnum = enumOf(flowType);
const stageEnum = enumOf(stage);
const overlapEnum = enumOf(
  vocabulary("TimeOverlap", "Whether there is a day on which every step of a cycle is in force.", {
    YES: "By dates that sources state.",
    MAYBE: "The dates leave it open.",
    NO: "The dates exclude it.",
  }),
);

@ObjectType("MoneyFlow", {
  description: "Money that one company pays another, or is to pay, under one contract or for one stake.",
  simpleResolvers: true,
})
export class MoneyFlowType {
  @Field(() => CompanyType, { description: "Who pays." })
  readonly from!: RecordNode;

  @Field(() => CompanyType, { description: "Who is paid." })
  readonly to!: RecordNode;

  @Field(() => flowTypeEnum, { description: "What for." })
  readonly flowType!: string;

  @Field(() => FactType, { description: "The contract or the stake." })
  readonly fact!: RecordNode;

  @Field(() => IntervalType, {
    nullable: true,
    description: "How much; from nothing where several share it. Null: no source states it.",
  })
  readonly amount!: Interval | null;

  @Field(() => Boolean, { description: "True where several pay or are paid and no source splits it." })
  readonly isShared!: boolean;

  @Field(() => Boolean, {
    description: "False where its dates leave open whether it is in force on the day.",
  })
  readonly isInForce!: boolean;

  @Field(() => stageEnum, { nullable: true, description: "The stage of the contract; null for a stake." })
  readonly stage!: string | null;

  @Field(() => bindingEnum, { nullable: true, description: "How it binds; null for a stake." })
  readonly binding!: string | null;
}

@ObjectType("CycleHop", {
  description: "One step of a cycle: everything that one company, or group, pays the next.",
  simpleResolvers: true,
})
export class CycleHopType {
  @Field(() => CompanyType, { description: "Who pays." })
  readonly from!: RecordNode;

  @Field(() => CompanyType, { description: "Who is paid." })
  readonly to!: RecordNode;

  @Field(() => [MoneyFlowType], {
    description: "Contracts that lie inside no other of the step, and stakes, at most 100.",
  })
  readonly flows!: readonly object[];

  @Field(() => Int, { description: "How many there are." })
  readonly flowCount!: number;

  @Field(() => [flowTypeEnum], { description: "What for, each once." })
  readonly flowTypes!: readonly string[];

  @Field(() => [MoneyTotalType], {
    description: "What they add up to: a line a class, currency and basis, at most 100.",
  })
  readonly totals!: readonly MoneyTotal[];

  @Field(() => Int, { description: "How many of them without a stated value." })
  readonly withoutValue!: number;

  @Field(() => stageEnum, {
    nullable: true,
    description: "The stage of the contract that has come furthest; null where stakes alone make the step.",
  })
  readonly stage!: string | null;

  @Field(() => bindingEnum, {
    nullable: true,
    description: "How the contract binds that binds most; null where stakes alone make the step.",
  })
  readonly binding!: string | null;

  @Field(() => String, { description: "The step in words." })
  readonly sentence!: string;

  @Field(() => [EvidenceType], { description: "The evidence on its contracts and stakes, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}

@ObjectType("Cycle", {
  description:
    "Money that goes round: each company, or group, pays the next, and the last the first. A pattern, and no accusation.",
  simpleResolvers: true,
})
export class CycleType {
  @Field(() => [CompanyType], {
    description: "In the direction of the money, the smallest id first; at most as many as maxLength.",
  })
  readonly companies!: readonly RecordNode[];

  @Field(() => [CycleHopType], { description: "Its steps in their order." })
  readonly hops!: readonly object[];

  @Field(() => Int, { description: "Number of steps." })
  readonly length!: number;

  @Field(() => Float, { description: "How many cycles the choice among the contracts of its steps makes." })
  readonly contractForms!: number;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "The amount of the least step: no more can go all the way round. Null unless every step has an amount, all in one currency and on one basis.",
  })
  readonly bottleneck!: Interval | null;

  @Field(() => IntervalType, {
    nullable: true,
    description: "All steps added up, under the same conditions.",
  })
  readonly gross!: Interval | null;

  @Field(() => String, { nullable: true, description: "Why bottleneck and gross are null." })
  readonly amountReason!: string | null;

  @Field(() => overlapEnum, { description: "Whether all of its steps are in force on one day." })
  readonly overlap!: string;

  @Field(() => [flowTypeEnum], { description: "What the money is for, each once." })
  readonly flowTypes!: readonly string[];

  @Field(() => CycleHopType, {
    nullable: true,
    description: "The step that binds least; null where stakes alone make the cycle.",
  })
  readonly weakest!: object | null;

  @Field(() => stageEnum, {
    nullable: true,
    description: "The least stage among its steps; null where stakes alone make the cycle.",
  })
  readonly stage!: string | null;

  @Field(() => bindingEnum, { nullable: true, description: "How the weakest step binds." })
  readonly binding!: string | null;

  @Field(() => String, { description: "The cycle in words." })
  readonly sentence!: string;
}

@ObjectType("CycleCount", { description: "How many cycles of one length.", simpleResolvers: true })
export class CycleCountType {
  @Field(() => Int, { description: "Number of steps." })
  readonly length!: number;

  @Field(() => Int, { description: "How many cycles, whatever the contracts of a step." })
  readonly cycles!: number;

  @Field(() => Float, { description: "How many, each choice among the contracts of a step being one." })
  readonly contractForms!: number;
}
