import { Field, ObjectType } from "type-graphql";
import type { DependencyPath } from "../../risk/dependency-path.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { DependencyPathType } from "./dependency-path.type.ts";

@ObjectType("DependencyPaths", {
  description: "How one thing depends on another: the distinct stories, best first.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class DependencyPathsType {
  @Field(() => EntityType, { description: "What depends." })
  readonly from!: RecordNode;

  @Field(() => EntityType, { description: "What it depends on." })
  readonly to!: RecordNode;

  @Field(() => [DependencyPathType], {
    description: "The stories, best first; at most k. Empty: see reason.",
  })
  readonly paths!: readonly DependencyPath[];
}
