import { Field, Int, ObjectType } from "type-graphql";
import { completenessState } from "../../domain/vocabularies/supply.ts";
import { verdict } from "../../risk/disruption.ts";
import { causeKind } from "../../risk/diversification/supply-graph.ts";
import { CompanyType } from "../company/company.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";

const causeKindEnum = enumOf(causeKind);
const [verdictEnum, completenessEnum] = [enumOf(verdict), enumOf(completenessState)];
const mergedEnum = enumOf({
  name: "MergedCauses",
  description: "What was merged: suppliers that share one kind of cause, or any.",
  values: { ...causeKind.values, ALL: "All of these together." },
});

@ObjectType("SupplierCount", {
  description: "How many of the documented suppliers: from those that surely count to those that may.",
  simpleResolvers: true,
})
export class SupplierCountType {
  @Field(() => Int, { description: "The least." })
  readonly low!: number;

  @Field(() => Int, { description: "The most of those documented." })
  readonly high!: number;

  @Field(() => Boolean, {
    description: "True where others may exist or are known to: the graph does not know that these are all.",
  })
  readonly isAtLeast!: boolean;
}

@ObjectType("Independence", {
  description:
    "The least number of suppliers and shared causes that have to fail until no documented supplier is left.",
  simpleResolvers: true,
})
export class IndependenceType {
  @Field(() => mergedEnum, { description: "What was merged." })
  readonly after!: string;

  @Field(() => Int, {
    description:
      "The least: as if what is documented were all there is, and what is not documented were shared. 0: none surely counts.",
  })
  readonly low!: number;

  @Field(() => Int, { description: "The most of those documented: only what is proved is merged." })
  readonly high!: number;

  @Field(() => [EntityType], {
    description:
      "One set of `low` suppliers and causes that takes them all by what is documented; empty where what is not known makes `low` smaller; at most a few dozen.",
  })
  readonly smallestSet!: readonly RecordNode[];

  @Field(() => [CompanyType], {
    description:
      "Suppliers that may share the plant or parent of another, because theirs is not documented; at most a few dozen.",
  })
  readonly unplaced!: readonly RecordNode[];

  @Field(() => Boolean, { description: "True where `low` is where the search ended and more may be needed." })
  readonly isCut!: boolean;
}

@ObjectType("CommonCause", {
  description: "Something that takes two or more of the suppliers that deliver at once.",
  simpleResolvers: true,
})
export class CommonCauseType {
  @Field(() => causeKindEnum, { description: "What they share." })
  readonly kind!: string;

  @Field(() => EntityType, { description: "The cause." })
  readonly cause!: RecordNode;

  @Field(() => [CompanyType], { description: "The suppliers that fall with it; at most a few dozen." })
  readonly suppliers!: readonly RecordNode[];

  @Field(() => verdictEnum, {
    description: "PROVED when they fall even if needs not known to be complete had a further provider.",
  })
  readonly verdict!: string;

  @Field(() => completenessEnum, {
    description:
      "Whether the documented providers on the way are all there are; PARTIAL: others are known to exist.",
  })
  readonly list!: string;

  @Field(() => [NodeType], {
    description:
      "What lies between the making of one supplier and the cause, by one shortest way; at most a few dozen.",
  })
  readonly through!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}
