import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OPERATIONS = fileURLToPath(new URL("../../schema/operations/", import.meta.url));
/** The folder of the expected answers, one JSON file an operation. */
export const EXPECTED = fileURLToPath(new URL("expected/", import.meta.url));

export interface ExampleOperation {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The example operations that the product ships, by name. */
export const exampleOperations: readonly ExampleOperation[] = readdirSync(OPERATIONS)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => {
    const name = file.slice(0, -".graphql".length);
    return { name, query: readFileSync(`${OPERATIONS}${file}`, "utf8"), variables: variablesOf(name) };
  });

function variablesOf(name: string): Readonly<Record<string, unknown>> {
  const file = `${OPERATIONS}${name}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
}

/** The text of an answer as its expected file holds it. */
export function answerText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
