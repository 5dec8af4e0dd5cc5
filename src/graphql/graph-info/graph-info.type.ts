import { Field, Int, ObjectType } from "type-graphql";
import type { Kind } from "../../domain/kind-names.ts";
import { enumOf } from "../kind/enum-of.ts";
import { kindEnum } from "../kind/kind-enums.ts";

const storeEnum = enumOf({
  name: "StoreKind",
  description: "Where the graph is kept.",
  values: { EMBEDDED: "In a file beside the server.", NEO4J: "In a Neo4j database." },
});

@ObjectType("KindCount", { description: "How many records of a kind there are.", simpleResolvers: true })
export class KindCountType {
  @Field(() => kindEnum, { description: "The kind." })
  readonly kind!: Kind;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}

@ObjectType("GraphInfo", { description: "What the graph holds.", simpleResolvers: true })
export class GraphInfoType {
  @Field(() => String, {
    description: "Its version; it grows by one with each change set that changed something.",
  })
  readonly version!: string;

  @Field(() => storeEnum, { description: "Where it is kept." })
  readonly store!: string;

  @Field(() => Int, { description: "How many records it holds." })
  readonly recordCount!: number;

  @Field(() => [KindCountType], {
    description: "How many of each kind that it has; at most one entry a kind.",
  })
  readonly counts!: readonly KindCountType[];
}
