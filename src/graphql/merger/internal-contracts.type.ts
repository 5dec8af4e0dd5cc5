import { Field, Int, ObjectType } from "type-graphql";
import { channel } from "../../domain/channels.ts";
import type { Interval } from "../../risk/answer.ts";
import type { InternalTotal } from "../../risk/merger/internal-contracts.ts";
import { ContractType } from "../contract/contract.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { mergerSideEnum } from "./merger-link.type.ts";

const channelEnum = enumOf(channel);

@ObjectType("InternalTotal", {
  description:
    "What contracts between the two groups add up to: one direction, one channel, one unit, one basis. Lines are never added.",
  simpleResolvers: true,
})
export class InternalTotalType {
  @Field(() => mergerSideEnum, { description: "The side that rents, buys, borrows or is invested in." })
  readonly customer!: string;

  @Field(() => channelEnum, { description: "What for." })
  readonly channel!: string;

  @Field(() => IntervalType, {
    description:
      "The sum over the roots, between the least and the greatest that sources support. What may lie inside another contract, or is perhaps not in force, counts from nothing.",
  })
  readonly total!: Interval;

  @Field(() => Boolean, {
    description:
      "True where others have a part in each of the contracts and no source splits it: never added to what is the parties' own.",
  })
  readonly isShared!: boolean;

  @Field(() => IntervalType, {
    nullable: true,
    description: "Length of the terms; null where one is not known.",
  })
  readonly years!: Interval | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "Spread evenly over the term; null where it is no payment over a term, or a term is not known.",
  })
  readonly perYear!: Interval | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "What of it comes after the date, spread evenly, begun with the signature at the earliest; null like `perYear`.",
  })
  readonly remaining!: Interval | null;

  @Field(() => [ContractType], { description: "The roots that add up to it, at most 100." })
  readonly contracts!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}

@ObjectType("InternalContracts", {
  description:
    "What of each other's contracts becomes internal. It is no saving by itself: one side's cost was the other's income.",
  simpleResolvers: true,
})
export class InternalContractsType {
  @Field(() => [InternalTotalType], { description: "By side, channel, unit and basis; at most a few dozen." })
  readonly totals!: readonly InternalTotal[];

  @Field(() => Int, { description: "How many contracts there are, parts too." })
  readonly contractCount!: number;

  @Field(() => [ContractType], { description: "Those contracts, parts too, at most 100." })
  readonly contracts!: readonly RecordNode[];

  @Field(() => [ContractType], { description: "Those that no other one contains for sure, at most 100." })
  readonly roots!: readonly RecordNode[];

  @Field(() => [ContractType], { description: "Roots of which no source gives an amount, at most 100." })
  readonly unsized!: readonly RecordNode[];

  @Field(() => [ContractType], {
    description:
      "Debts that contracts which become internal secure, at most 100: their payer and payee would be one group.",
  })
  readonly secured!: readonly RecordNode[];
}
