import { Field, Int, ObjectType } from "type-graphql";
import { freshnessClass, tier, verification } from "../../domain/vocabularies/envelope.ts";
import type { FreshnessCount, VerificationCount } from "../../risk/coverage/fact-counts.ts";
import type { TierCount } from "../../risk/coverage/thing-counts.ts";
import { enumOf } from "../kind/enum-of.ts";

const [freshnessClassEnum, tierEnum, verificationEnum] = [
  enumOf(freshnessClass),
  enumOf(tier),
  enumOf(verification),
];

@ObjectType("VerificationCount", {
  description: "How many facts have evidence that adds up to a word.",
  simpleResolvers: true,
})
export class VerificationCountType {
  @Field(() => verificationEnum, { description: "What it adds up to." })
  readonly verification!: string;

  @Field(() => Int, { description: "How many facts." })
  readonly count!: number;
}

@ObjectType("FreshnessCount", {
  description: "How old the evidence of the facts of a sort is.",
  simpleResolvers: true,
})
export class FreshnessCountType {
  @Field(() => freshnessClassEnum, { description: "How fast facts of the sort age." })
  readonly freshnessClass!: string;

  @Field(() => Int, { description: "How many days after its last evidence such a fact is stale." })
  readonly staleAfterDays!: number;

  @Field(() => Int, { description: "How many are not stale; what can't change any more never is." })
  readonly fresh!: number;

  @Field(() => Int, { description: "How many are stale." })
  readonly stale!: number;

  @Field(() => Int, {
    description:
      "Of how many no source says, or says precisely enough to tell, when it came out or was read.",
  })
  readonly undated!: number;
}

@ObjectType("FactCounts", { description: "What the facts rest on.", simpleResolvers: true })
export class FactCountsType {
  @Field(() => Int, { description: "How many records state something." })
  readonly total!: number;

  @Field(() => [VerificationCountType], {
    description: "What their evidence adds up to; at most one entry a word, adding up to the total.",
  })
  readonly verification!: readonly VerificationCount[];

  @Field(() => [FreshnessCountType], {
    description: "How old their evidence is; at most one entry a sort, adding up to the total.",
  })
  readonly freshness!: readonly FreshnessCount[];

  @Field(() => Int, { description: "How many are marked inferences." })
  readonly inferred!: number;

  @Field(() => Int, { description: "How many have no evidence: inferences that name their inputs instead." })
  readonly withoutEvidence!: number;
}

@ObjectType("NeedCounts", {
  description:
    "What things need, of all channels on which they could fail, and whether somebody provides it.",
  simpleResolvers: true,
})
export class NeedCountsType {
  @Field(() => Int, { description: "How many needs: provided, not on the day, and undocumented." })
  readonly total!: number;

  @Field(() => Int, {
    description: "How many have a documented provider on the day: stated, complete, and open.",
  })
  readonly provided!: number;

  @Field(() => Int, { description: "How many of these are closed by the record that states the need." })
  readonly stated!: number;

  @Field(() => Int, { description: "How many of these are known to have no other provider: a COMPLETE." })
  readonly complete!: number;

  @Field(() => Int, { description: "How many of these may have other providers." })
  readonly open!: number;

  @Field(() => Int, { description: "How many have documented providers, but none on the day." })
  readonly notOnTheDay!: number;

  @Field(() => Int, { description: "How many have no documented provider that is active." })
  readonly undocumented!: number;
}

@ObjectType("FacilityCounts", {
  description: "What the coordinates of facilities point at.",
  simpleResolvers: true,
})
export class FacilityCountsType {
  @Field(() => Int, { description: "How many facilities." })
  readonly total!: number;

  @Field(() => Int, { description: "How many have the coordinates of the site itself." })
  readonly exact!: number;

  @Field(() => Int, { description: "How many have those of their city." })
  readonly city!: number;

  @Field(() => Int, { description: "How many have none." })
  readonly none!: number;
}

@ObjectType("ContractCounts", {
  description: "Whether contracts, ended ones included, have an amount.",
  simpleResolvers: true,
})
export class ContractCountsType {
  @Field(() => Int, { description: "How many contracts." })
  readonly total!: number;

  @Field(() => Int, { description: "How many have an amount of money with its currency." })
  readonly withMoney!: number;

  @Field(() => Int, { description: "How many have megawatts." })
  readonly withPower!: number;

  @Field(() => Int, { description: "How many have neither." })
  readonly withoutAmount!: number;
}

@ObjectType("TierCount", { description: "How many sources a tier has.", simpleResolvers: true })
export class TierCountType {
  @Field(() => tierEnum, { description: "The tier." })
  readonly tier!: string;

  @Field(() => Int, { description: "How many sources." })
  readonly count!: number;
}

@ObjectType("SourceCounts", {
  description: "How close the sources stand to the facts, and how many different people speak.",
  simpleResolvers: true,
})
export class SourceCountsType {
  @Field(() => Int, { description: "How many sources." })
  readonly total!: number;

  @Field(() => [TierCountType], {
    description: "How many each tier has; at most one entry a tier, adding up to the total.",
  })
  readonly tiers!: readonly TierCount[];

  @Field(() => Int, {
    description:
      "How many different companies and publishers speak in them, once repetitions are followed to their origin.",
  })
  readonly voices!: number;
}
