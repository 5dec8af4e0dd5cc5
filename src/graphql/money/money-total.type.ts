import { Field, Int, ObjectType } from "type-graphql";
import type { Interval } from "../../risk/answer.ts";
import { binding } from "../../risk/money/binding.ts";
import { moneyClass } from "../../risk/money/money-class.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";

export const moneyClassEnum = enumOf(moneyClass);
export const bindingEnum = enumOf(binding);

@ObjectType("MoneyTotal", {
  description:
    "What contracts add up to: one class, one currency, one basis. Two lines may speak of the same money, and are never added.",
  simpleResolvers: true,
})
export class MoneyTotalType {
  @Field(() => moneyClassEnum, { description: "What the money is for." })
  readonly moneyClass!: string;

  @Field(() => IntervalType, {
    description:
      "The sum of what is stated; contracts without a value come on top. What is only a limit, may lie inside another contract, is shared with others or is perhaps not in force counts from nothing. Of a basis that nobody states there is a line for each contract.",
  })
  readonly amount!: Interval;

  @Field(() => Int, { description: "How many contracts are in it." })
  readonly contracts!: number;
}
