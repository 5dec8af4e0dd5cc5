import { Field, Int, ObjectType } from "type-graphql";
import type { RecordNode } from "../kind/record-node.ts";
import { SourceType } from "../source/source.type.ts";

@ObjectType("SourceUse", {
  description: "A source, and how much of an answer rests on it.",
  simpleResolvers: true,
})
export class SourceUseType {
  @Field(() => SourceType, { description: "The source." })
  readonly source!: RecordNode;

  @Field(() => Int, { description: "How many of the facts it supports, whole or in a field." })
  readonly factCount!: number;

  @Field(() => Int, { description: "How many of the facts it disputes." })
  readonly disputedCount!: number;
}
