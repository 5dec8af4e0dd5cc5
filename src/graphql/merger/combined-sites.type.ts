import { Field, Int, ObjectType } from "type-graphql";
import { capacityBasis } from "../../domain/vocabularies/units.ts";
import type { Interval } from "../../risk/answer.ts";
import { siteTie, type CombinedCapacity } from "../../risk/merger/combined-sites.ts";
import { FacilityType } from "../facility/facility.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";

const siteTieEnum = enumOf(siteTie);
const basisEnum = enumOf(capacityBasis);

@ObjectType("MergerSite", { description: "One site of either side.", simpleResolvers: true })
export class MergerSiteType {
  @Field(() => FacilityType, { description: "The site." })
  readonly facility!: RecordNode;

  @Field(() => [siteTieEnum], { description: "What it is to the acquirer's group; at most four." })
  readonly acquirer!: readonly string[];

  @Field(() => [siteTieEnum], { description: "What it is to the target's group; at most four." })
  readonly target!: readonly string[];

  @Field(() => Boolean, {
    description: "True where one side rents it from the other: what was rented becomes the group's own.",
  })
  readonly becomesOwn!: boolean;

  @Field(() => IntervalType, { nullable: true, description: "Its power; null where no source gives it." })
  readonly capacity!: Interval | null;
}

@ObjectType("CombinedCapacity", {
  description:
    "Megawatts on one basis of the sites that the sides own, operate or develop. A site counts once, and one inside a campus with it.",
  simpleResolvers: true,
})
export class CombinedCapacityType {
  @Field(() => basisEnum, { description: "What the megawatts count; nothing is added across bases." })
  readonly basis!: string;

  @Field(() => IntervalType, { description: "Of the acquirer's group." })
  readonly acquirer!: Interval;

  @Field(() => IntervalType, { description: "Of the target's group." })
  readonly target!: Interval;

  @Field(() => IntervalType, { description: "Of both; no more than the sum, as shared sites count once." })
  readonly combined!: Interval;

  @Field(() => IntervalType, { description: "Of the combined: sites that one side rents from the other." })
  readonly becomesOwn!: Interval;

  @Field(() => Int, { description: "How many sites are in it." })
  readonly sites!: number;
}

@ObjectType("CombinedSites", { description: "The sites of both sides at the date.", simpleResolvers: true })
export class CombinedSitesType {
  @Field(() => [CombinedCapacityType], { description: "By basis, at most one entry each; 12 at the most." })
  readonly capacities!: readonly CombinedCapacity[];

  @Field(() => Int, {
    description:
      "Sites that a side owns, operates or develops and of which no source gives the power on a known basis.",
  })
  readonly unsized!: number;
}
