import { Field, Int, ObjectType } from "type-graphql";
import { firmness } from "../../domain/vocabularies/contracts.ts";
import { stage } from "../../domain/vocabularies/stages.ts";
import type { Interval } from "../../risk/answer.ts";
import { commitmentGroup } from "../../risk/commitments/commitment-group.ts";
import { moneyDirection } from "../../risk/money/money-class.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { CompanyType } from "../company/company.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { bindingEnum, moneyClassEnum, MoneyTotalType } from "../money/money-total.type.ts";

export const commitmentGroupEnum = enumOf(commitmentGroup);
export const moneyDirectionEnum = enumOf(moneyDirection);
const [stageEnum, firmnessEnum] = [enumOf(stage), enumOf(firmness)];

@ObjectType("Commitment", {
  description: "What a company pays, or is paid, under one contract that lies inside no other of its own.",
  simpleResolvers: true,
})
export class CommitmentType {
  @Field(() => ContractType, { description: "The contract." })
  readonly contract!: RecordNode;

  @Field(() => moneyClassEnum, { description: "What the money is for." })
  readonly moneyClass!: string;

  @Field(() => [CompanyType], {
    description: "Who stands on the other side, at most 100; empty where no source names anybody.",
  })
  readonly counterparties!: readonly RecordNode[];

  @Field(() => stageEnum, { description: "The stage that it had reached on the day." })
  readonly stage!: string;

  @Field(() => Boolean, { description: "False where no milestone says so and the least stage is assumed." })
  readonly stageIsKnown!: boolean;

  @Field(() => firmnessEnum, { nullable: true, description: "How firmly it binds; null: no source says." })
  readonly firmness!: string | null;

  @Field(() => bindingEnum, { description: "Whether it binds, and why not where it does not." })
  readonly binding!: string;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "Its value, between the least and the greatest that sources support; null where none is stated, where only that of several together is stated, and where the company only stands behind the contract of others.",
  })
  readonly amount!: Interval | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "What all on its side pay, or are paid, together, where no source says what of it is its own; in no sum. Otherwise null.",
  })
  readonly sharedAmount!: Interval | null;

  @Field(() => Boolean, {
    description: "False where its dates leave open whether it is in force on the day.",
  })
  readonly isInForce!: boolean;

  @Field(() => Boolean, {
    description: "True where others stand on the same side and no source splits the value between them.",
  })
  readonly isShared!: boolean;

  @Field(() => Boolean, {
    description: "True where no source says whether it lies inside another contract of the same parties.",
  })
  readonly mayOverlap!: boolean;

  @Field(() => [ContractType], {
    description: "Contracts inside it, in force, at most 100; their money is in its own and never added.",
  })
  readonly parts!: readonly RecordNode[];

  @Field(() => String, { description: "The same in words." })
  readonly sentence!: string;
}

@ObjectType("EndedCommitment", {
  description: "A contract that had ended by the day: shown, never summed. Its outcome says how.",
  simpleResolvers: true,
})
export class EndedCommitmentType {
  @Field(() => ContractType, { description: "The contract." })
  readonly contract!: RecordNode;

  @Field(() => moneyClassEnum, { description: "What the money was for." })
  readonly moneyClass!: string;

  @Field(() => [CompanyType], { description: "Who stood on the other side, at most 100." })
  readonly counterparties!: readonly RecordNode[];
}

@ObjectType("CommitmentSum", {
  description: "Commitments with one thing in common, and what they add up to.",
  simpleResolvers: true,
})
export class CommitmentSumType {
  @Field(() => String, {
    nullable: true,
    description: "The word, the year, or the ids of the companies; null where it is not known.",
  })
  readonly key!: string | null;

  @Field(() => String, { description: "Its name." })
  readonly label!: string;

  @Field(() => bindingEnum, { nullable: true, description: "How it binds, in a group by that; else null." })
  readonly binding!: string | null;

  @Field(() => [CompanyType], {
    description:
      "The companies of a group by counterparty, at most 100: together where one contract names several.",
  })
  readonly companies!: readonly RecordNode[];

  @Field(() => Int, { description: "How many contracts." })
  readonly count!: number;

  @Field(() => Int, { description: "How many of them without a stated value." })
  readonly withoutValue!: number;

  @Field(() => Int, {
    description:
      "How many of them with a value that several pay, or are paid, together and of which no source states its own part: it is in no sum.",
  })
  readonly withoutShare!: number;

  @Field(() => [MoneyTotalType], {
    description:
      "What those add up to that are signed or under way and not known to be conditional or optional as a whole: a line a class, currency and basis, at most 100.",
  })
  readonly signed!: readonly MoneyTotal[];

  @Field(() => [MoneyTotalType], {
    description:
      "What the others add up to: on conditions, optional, only announced or less; at most 100. A letter and the contract that came of it may speak of one money, so it is never added to the signed.",
  })
  readonly rest!: readonly MoneyTotal[];

  @Field(() => [MoneyTotalType], {
    description:
      "What of it sources say binds without conditions: firm contracts that are signed, and firm parts of others; at most 100.",
  })
  readonly firm!: readonly MoneyTotal[];

  @Field(() => [MoneyTotalType], {
    description:
      "What has been drawn, or closed where closing pays, by the day: it binds nobody from here on and is in none of the other sums; at most 100.",
  })
  readonly carriedOut!: readonly MoneyTotal[];

  @Field(() => String, { description: "The same in words." })
  readonly sentence!: string;
}

@ObjectType("Commitments", {
  description:
    "What a company pays, or is paid, under contracts in force: which of it binds, and which is only said.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class CommitmentsType {
  @Field(() => CompanyType, { description: "The company." })
  readonly of!: RecordNode;

  @Field(() => moneyDirectionEnum, { description: "Which way the money goes." })
  readonly direction!: string;

  @Field(() => commitmentGroupEnum, { description: "What the groups have in common." })
  readonly groupBy!: string;

  @Field(() => [CompanyType], {
    description: "The company, and those that it controls where they were asked for; at most 100.",
  })
  readonly companies!: readonly RecordNode[];

  @Field(() => String, { description: "The answer in words." })
  readonly sentence!: string;

  @Field(() => CommitmentSumType, { description: "All of them together." })
  readonly whole!: object;

  @Field(() => [CommitmentSumType], {
    description:
      "By what binds, from the firmest to what is only spoken of, and what is carried out last; at most one of each word.",
  })
  readonly bindings!: readonly object[];

  @Field(() => [CommitmentSumType], { description: "By what was asked for; at most 100." })
  readonly groups!: readonly object[];

  @Field(() => Int, { description: "How many groups there are." })
  readonly groupCount!: number;

  @Field(() => Int, {
    description:
      "Contracts in force between the companies that were asked about: their money counts nowhere.",
  })
  readonly internalCount!: number;
}
