import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OPERATIONS = fileURLToPath(new URL("../../schema/operations/", import.meta.url));
/** The folder of the expected answers, one JSON file an operation. */
export const EXPECTED = fileURLToPath(new URL("expected/", import.meta.url));

export interface ExampleOperation {
  readonly name: string;
  /** The folder that it stands in, and its heading in the playground's menu. */
  readonly topic: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The example operations that the product ships, by name; no two have the same name. */
export const exampleOperations: readonly ExampleOperation[] = globSync("*/*.graphql", { cwd: OPERATIONS })
  .map((file) => ({
    name: basename(file, ".graphql"),
    topic: dirname(file),
    query: readFileSync(join(OPERATIONS, file), "utf8"),
    variables: variablesOf(join(OPERATIONS, file)),
  }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

function variablesOf(operation: string): Readonly<Record<string, unknown>> {
  const file = operation.replace(/\.graphql$/, ".json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
}

/** The text of an answer as its expected file holds it. */
export function answerText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
