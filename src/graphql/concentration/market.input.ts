import { Field, ID, InputType } from "type-graphql";
import { measure, type Measure } from "../../domain/vocabularies/supply.ts";
import type { MarketInput, MarketKind } from "../../risk/concentration/market.ts";
import { enumOf } from "../kind/enum-of.ts";
import { marketKindEnum } from "./market-kind.enum.ts";

const measureEnum = enumOf(measure);

@InputType("MarketInput", { description: "One market: who shares what around a subject." })
export class MarketInputType {
  @Field(() => marketKindEnum, { description: "Which market." })
  readonly kind!: MarketKind;

  @Field(() => ID, { description: "Its subject, of a kind that the market takes." })
  readonly subject!: string;

  @Field(() => measureEnum, {
    nullable: true,
    description: "What the shares are shares of; default: that of the best statement, or of the contracts.",
  })
  readonly measure?: Measure | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The basis of the amounts, a word of CapacityBasis or ValueBasis: statements are left aside. Default: the one that most of them state.",
  })
  readonly basis?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "One published statement; default: the latest, then by tier and id.",
  })
  readonly estimate?: string | null;
}

/** The market as the question takes it. */
export function toMarket({ kind, subject, measure: word, basis, estimate }: MarketInputType): MarketInput {
  return {
    kind,
    subject,
    measure: word ?? undefined,
    basis: basis ?? undefined,
    estimate: estimate ?? undefined,
  };
}
