import { lexicographicSortSchema, printSchema } from "graphql";
import { buildGraphqlSchema } from "./schema.ts";

/** The schema as it is checked in: sorted, so that a change shows only what changed. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildGraphqlSchema()))}\n`;
}
