import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { exampleOperations, type ExampleOperation } from "../graphql/example-operations.ts";

/** A number that is right when it rounds to the one that was worked out by hand. */
export interface Rounded {
  readonly rounded: number;
}

/** What must not be in a part of the answer. */
export interface Trap {
  /** The mistake, in words. */
  readonly trap: string;
  /** JMESPath to the part of the answer in which it would show; it must be there, and not be empty. */
  readonly in: string;
  /** JMESPath, from that part on, to what must not be there: nothing, an empty list, or false. */
  readonly none: string;
}

/** A question of an analyst with the answer that a person worked out from the sources. */
export interface GoldenCase {
  /** Name of the operation in `schema/operations` that asks it. */
  readonly operation: string;
  /** How the answer follows from the sources, step by step. */
  readonly worked: string;
  /** The sources that it was worked out from, by id. */
  readonly sources: readonly string[];
  /** JMESPath to a part of the answer → what it is. */
  readonly expect: Readonly<Record<string, unknown>>;
  readonly mustNot: readonly Trap[];
}

export interface GoldenQuestion extends GoldenCase, ExampleOperation {
  readonly file: string;
}

const folder = new URL("../cases/golden/", import.meta.url);
const operations = new Map(exampleOperations.map((operation) => [operation.name, operation]));

/** Every golden question with its operation, by topic and in the order of the files. */
export const goldenQuestions: readonly GoldenQuestion[] = globSync("*.yaml", { cwd: folder.pathname })
  .toSorted()
  .flatMap((file) => casesOf(file).map((golden) => ({ ...operationOf(golden, file), ...golden, file })));

function casesOf(file: string): readonly GoldenCase[] {
  return parse(readFileSync(new URL(file, folder), "utf8")) as readonly GoldenCase[];
}

function operationOf({ operation }: GoldenCase, file: string): ExampleOperation {
  const found = operations.get(operation);
  if (found === undefined)
    throw new TypeError(`${file} asks ${operation}; expected the name of a file in schema/operations`);
  if (`${found.topic}.yaml` !== basename(file))
    throw new TypeError(
      `${operation} is of the topic ${found.topic}; expected its case in ${found.topic}.yaml`,
    );
  return found;
}
