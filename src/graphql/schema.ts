// The polyfill that type-graphql asks for; it must be there before any decorator runs.
import "reflect-metadata";
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { RESOLVERS } from "./resolvers.ts";
import { NODE_TYPES } from "./types.ts";

let schema: Promise<GraphQLSchema> | undefined;

/** The one schema of the product. Built once: type-graphql keeps what the decorators said for the whole process. */
export function buildGraphqlSchema(): Promise<GraphQLSchema> {
  schema ??= buildDescribedSchema();
  return schema;
}

async function buildDescribedSchema(): Promise<GraphQLSchema> {
  const built = await buildSchema({ resolvers: RESOLVERS, orphanedTypes: [...NODE_TYPES], validate: false });
  // type-graphql makes the two roots itself and leaves them without a word.
  describeType(built.getQueryType(), "Where every question starts.");
  describeType(built.getMutationType(), "What curators may do.");
  return built;
}

function describeType(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
