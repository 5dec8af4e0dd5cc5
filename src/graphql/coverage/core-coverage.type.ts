import { Field, Int, ObjectType } from "type-graphql";
import { joint } from "../../domain/vocabularies/joints.ts";
import { jointState, type JointCoverage } from "../../risk/coverage/core-coverage.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { OpenQuestionType } from "../open-question/open-question.type.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";

export const jointStateEnum = enumOf(jointState);
const jointEnum = enumOf(joint);

@ObjectType("JointLink", { description: "What stands at the other end of a joint.", simpleResolvers: true })
export class JointLinkType {
  @Field(() => EntityType, { description: "A component, contract, supplier, grid, maker or country." })
  readonly node!: RecordNode;

  @Field(() => [RelationshipType], {
    description: "The relationships that lead there, nearest first, at most 100.",
  })
  readonly relationships!: readonly RecordNode[];

  @Field(() => Boolean, { description: "Whether one of them is a marked inference." })
  readonly isInferred!: boolean;
}

@ObjectType("JointCoverage", {
  description: "What the graph knows of one joint of one core thing.",
  simpleResolvers: true,
})
export class JointCoverageType {
  @Field(() => jointEnum, { description: "The joint." })
  readonly joint!: string;

  @Field(() => jointStateEnum, { description: "Whether it is documented, asked about, or neither." })
  readonly state!: string;

  @Field(() => [OpenQuestionType], {
    description: "Open questions about it, by id, also where it is documented; at most 100.",
  })
  readonly openQuestions!: readonly object[];
}

@ObjectType("CoreCoverage", {
  description: "One core site or component with its joints.",
  simpleResolvers: true,
})
export class CoreCoverageType {
  @Field(() => EntityType, { description: "The site or component." })
  readonly node!: RecordNode;

  @Field(() => [JointCoverageType], { description: "Its joints, at most 4: a component has two." })
  readonly joints!: readonly JointCoverage[];
}

@ObjectType("JointCount", {
  description: "How many core things have a joint in each state.",
  simpleResolvers: true,
})
export class JointCountType {
  @Field(() => jointEnum, { description: "The joint." })
  readonly joint!: string;

  @Field(() => Int, { description: "Of how many a record says it." })
  readonly documented!: number;

  @Field(() => Int, { description: "Of how many of these only marked inferences say it." })
  readonly inferred!: number;

  @Field(() => Int, {
    description: "Of how many nothing says it, and an open question says what was looked for.",
  })
  readonly openQuestions!: number;

  @Field(() => Int, { description: "Of how many nothing says it, and nobody asked." })
  readonly missing!: number;
}
