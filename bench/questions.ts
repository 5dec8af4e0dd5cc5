import { exampleOperations } from "../test/graphql/example-operations.ts";
import { startBuiltServer } from "../test/browser/built-server.ts";
import { measurementOf, type Measurement } from "./measurement.ts";

const WARM_UP = 20;
const RUNS = 200;
const TARGET = "p50 < 50 ms";

/** The four questions as the playground asks them, and a look-up beside them. */
const QUESTIONS: readonly (readonly [operation: string, target?: string])[] = [
  ["path-denton-to-laser", TARGET],
  ["path-openai-to-core-scientific", TARGET],
  ["reach-of-tsmc", TARGET],
  ["disruption-of-core-scientific", TARGET],
  ["suppliers-of-hbm", TARGET],
  ["tenants-of-core-scientific", TARGET],
  ["company-profile"],
];

/**
 * How long a warm server takes to answer over HTTP, one request after the other, on the curated dataset. The store is the one that the
 * environment names (`CHOKEPOINT_STORE=neo4j` and `NEO4J_…` for Neo4j).
 */
export async function questions(): Promise<readonly Measurement[]> {
  const server = await startBuiltServer(process.env);
  try {
    const measurements: Measurement[] = [];
    for (const [name, target] of QUESTIONS) {
      const times = await timesOf(`${server.url}/graphql`, name);
      measurements.push(measurementOf(name, times, target));
    }
    return measurements;
  } finally {
    await server.stop();
  }
}

async function timesOf(url: string, name: string): Promise<readonly number[]> {
  const operation = exampleOperations.find((example) => example.name === name);
  if (operation === undefined) throw new TypeError(`no operation is called ${name}`);
  const body = JSON.stringify({ query: operation.query, variables: operation.variables });
  const times: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const start = performance.now();
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const answer = (await response.json()) as { readonly errors?: unknown };
    if (!response.ok || answer.errors !== undefined) throw new TypeError(JSON.stringify(answer));
    if (run >= 0) times.push(performance.now() - start);
  }
  return times;
}
