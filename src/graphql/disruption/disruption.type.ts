import { Field, Int, ObjectType } from "type-graphql";
import { effect } from "../../domain/channels.ts";
import type { Interval } from "../../risk/answer.ts";
import { verdict, type EffectCount } from "../../risk/disruption.ts";
import type { Witness } from "../../risk/witness.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";
import { WitnessType } from "./witness.type.ts";

export const effectEnum = enumOf(effect);
export const verdictEnum = enumOf(verdict);

@ObjectType("Fallen", {
  description:
    "One thing that falls: in the first effect in which it does, and again where a later effect proves it.",
  simpleResolvers: true,
})
export class FallenType {
  @Field(() => EntityType, { description: "What falls." })
  readonly node!: RecordNode;

  @Field(() => effectEnum, { description: "What the failure touches." })
  readonly effect!: string;

  @Field(() => verdictEnum, { description: "How sure it is." })
  readonly verdict!: string;

  @Field(() => Int, { description: "Rounds from the failure: 1 falls with what failed." })
  readonly wave!: number;

  @Field(() => WitnessType, { description: "Why it falls." })
  readonly witness!: () => Witness;
}

@ObjectType("Loss", {
  description: "A portfolio that loses a part: megawatts of one basis, or money of one currency and basis.",
  simpleResolvers: true,
})
export class LossType {
  @Field(() => EntityType, { description: "Who loses." })
  readonly node!: RecordNode;

  @Field(() => effectEnum, { description: "NOW for rented capacity, NEW for contracted supply." })
  readonly effect!: string;

  @Field(() => IntervalType, { description: "How much is lost." })
  readonly lost!: Interval;

  @Field(() => IntervalType, { description: "Of how much." })
  readonly of!: Interval;

  @Field(() => [ContractType], {
    description: "The contracts that fall or lose a site; at most a few hundred.",
  })
  readonly contracts!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}

@ObjectType("EffectCount", { description: "How many things of a kind fall.", simpleResolvers: true })
export class EffectCountType {
  @Field(() => effectEnum, { description: "What the failure touches." })
  readonly effect!: string;

  @Field(() => verdictEnum, { description: "How sure it is." })
  readonly verdict!: string;

  @Field(() => entityKindEnum, { description: "The kind." })
  readonly kind!: string;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}

@ObjectType("Disruption", {
  description: "What falls when some things fail, and what portfolios lose.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class DisruptionType {
  @Field(() => [NodeType], {
    description: "What failed: as asked, and the models of a class; at most a few hundred.",
  })
  readonly failed!: readonly RecordNode[];

  @Field(() => [EffectCountType], {
    description: "How many fall; at most one entry an effect, verdict and kind.",
  })
  readonly counts!: readonly EffectCount[];

  @Field(() => Int, { description: "Needs without any documented provider: they could overturn the answer." })
  readonly undocumentedNeeds!: number;
}
