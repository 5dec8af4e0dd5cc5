import { Field, Int, ObjectType } from "type-graphql";
import type { Interval } from "../../risk/answer.ts";
import { targetSet } from "../../risk/chokepoints/target-set.ts";
import type { Disruption } from "../../risk/disruption.ts";
import type { NeedView, Witness } from "../../risk/witness.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { DisruptionType, effectEnum, verdictEnum } from "../disruption/disruption.type.ts";
import { NeedType, WitnessType } from "../disruption/witness.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import type { RecordNode } from "../kind/record-node.ts";

export const targetSetEnum = enumOf(targetSet);

@ObjectType("StoppedTarget", { description: "One target that stops, and why.", simpleResolvers: true })
export class StoppedTargetType {
  @Field(() => EntityType, { description: "What stops." })
  readonly target!: RecordNode;

  @Field(() => verdictEnum, { description: "How sure it is." })
  readonly verdict!: string;

  @Field(() => effectEnum, { description: "The first effect in which it stops as surely." })
  readonly effect!: () => string;

  @Field(() => WitnessType, {
    description: "The target's own need that goes unfilled, who could have filled it, and why none does.",
  })
  readonly witness!: () => Witness;

  @Field(() => [WitnessType], {
    description:
      "Every need that goes unfilled on the way from the target to what is lost, the target's own first; at most 50.",
  })
  readonly steps!: () => readonly Witness[];

  @Field(() => EntityType, {
    nullable: true,
    description:
      "For a single loss: the nearest other chokepoint of the target through which it acts; null where it acts at once, and for several.",
  })
  readonly through!: RecordNode | null;

  @Field(() => String, { description: "The way from the target to what is lost in a plain sentence." })
  readonly sentence!: () => string;
}

@ObjectType("Chokepoint", {
  description: "Things whose loss stops one target or several, and of which none can be spared.",
  simpleResolvers: true,
})
export class ChokepointType {
  @Field(() => [EntityType], {
    description: "What must not be lost together: as many as the order says, at most 3.",
  })
  readonly members!: readonly RecordNode[];

  @Field(() => Int, { description: "How many things have to be lost at once." })
  readonly order!: number;

  @Field(() => verdictEnum, {
    description: "How sure it is: PROVED where it is proved for all that it stops.",
  })
  readonly verdict!: string;

  @Field(() => Int, { description: "How many targets it takes all of the members to stop." })
  readonly stopsCount!: number;

  @Field(() => Int, { description: "Of how many of them that is proved." })
  readonly provedCount!: number;

  @Field(() => Boolean, { description: "Whether it stops every target that was asked about." })
  readonly stopsAll!: boolean;

  @Field(() => [IntervalType], {
    description:
      "Power of the sites that it stops, at most one interval a basis and never added across bases; open above where another site has no figure on the basis.",
  })
  readonly megawatts!: readonly Interval[];

  @Field(() => WitnessType, { description: "Why the first of them stops: its own need that goes unfilled." })
  readonly witness!: () => Witness;

  @Field(() => String, { description: "What stops, and the way to the first of it, in plain sentences." })
  readonly sentence!: () => string;

  @Field(() => DisruptionType, {
    description: "What else falls without them, NOW, NEW and LATER, and what is lost in megawatts and money.",
  })
  readonly falls!: () => Disruption;
}

@ObjectType("ChokepointCount", { description: "How many chokepoints there are.", simpleResolvers: true })
export class ChokepointCountType {
  @Field(() => Int, { description: "How many things have to be lost at once." })
  readonly order!: number;

  @Field(() => verdictEnum, { description: "How sure it is." })
  readonly verdict!: string;

  @Field(() => entityKindEnum, {
    nullable: true,
    description: "The kind of the members; null for sets of several kinds.",
  })
  readonly kind!: string | null;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}

@ObjectType("Chokepoints", {
  description:
    "What must not be lost: the smallest sets of things without which a target stops. A class is lost with its models, and a target is no chokepoint of its own.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class ChokepointsType {
  @Field(() => [EntityType], { description: "What must not stop, by id, at most 100." })
  readonly targets!: readonly RecordNode[];

  @Field(() => Int, { description: "How many targets there are." })
  readonly targetCount!: number;

  @Field(() => effectEnum, { description: "The effect in which a target has to stop." })
  readonly effect!: string;

  @Field(() => Int, {
    description:
      "Up to this many losses at once every set was found; 0 where not even all single ones were tried.",
  })
  readonly searchedOrder!: number;

  @Field(() => [ChokepointCountType], {
    description: "How many there are; at most one entry an order, verdict and kind.",
  })
  readonly counts!: readonly object[];

  @Field(() => Int, { description: "Needs of what the targets depend on that have no documented provider." })
  readonly undocumentedNeeds!: number;

  @Field(() => [NeedType], {
    description:
      "These needs by name, at most 100: whatever fills one of them may be a chokepoint too, and would overturn the answer.",
  })
  readonly undocumented!: readonly NeedView[];

  @Field(() => String, { description: "What the answer does not say." })
  readonly caveat!: string;
}
