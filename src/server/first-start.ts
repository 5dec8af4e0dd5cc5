import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import type { ApplyResult } from "../domain/change-set.ts";
import { DatasetInvalidError, StoreUnavailableError, type DatasetProblem } from "../domain/errors.ts";
import { datasetRecords, readDataset } from "../dataset/read-dataset.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Config } from "./config.ts";
import type { StoreConfig } from "./open-store.ts";
import { seedStore } from "./seed-store.ts";

/** Which store, and the folder of the dataset. */
export type FirstStart = StoreConfig & Pick<Config, "dataset">;

/** What `first-start-process.ts` answers: errors do not travel between processes as they are. */
export type FirstStartAnswer =
  | { readonly result: ApplyResult }
  | { readonly problems: readonly DatasetProblem[] }
  | { readonly unavailable: string };

const PROCESS = import.meta.url.endsWith(".ts")
  ? new URL("./first-start-process.ts", import.meta.url)
  : new URL("./first-start-process.js", import.meta.url);

/**
 * Fills an empty store with the dataset; null when the store holds something already, or there is no dataset. Of several servers that
 * start on one empty Neo4j the first fills it: the others find the same change set applied, or the graph no longer empty.
 * A process of its own does it: reading a dataset takes more memory than serving it, and only its end gives that back.
 * Throws DatasetInvalidError with every problem of the dataset, and StoreUnavailableError.
 */
export async function seedEmptyStore(
  store: GraphStore,
  options: FirstStart,
  onBegin: () => void,
): Promise<ApplyResult | null> {
  const { counts } = await store.info();
  if (Object.keys(counts).length > 0 || !existsSync(options.dataset)) return null;
  onBegin();
  const answer = await answerOfProcess(options);
  if ("result" in answer) return answer.result;
  if ("problems" in answer) throw new DatasetInvalidError(answer.problems);
  throw new StoreUnavailableError(options.store, answer.unavailable);
}

function answerOfProcess(options: FirstStart): Promise<FirstStartAnswer> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, [], { execArgv: [], stdio: ["ignore", 2, 2, "ipc"] });
    // Not on its command line, where every user of the machine could read the password.
    child.send(options);
    let answer: FirstStartAnswer | undefined;
    child.once("message", (message) => (answer = message as FirstStartAnswer));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (answer !== undefined) resolve(answer);
      else reject(new StoreUnavailableError(options.store, `filling it ended early, with exit code ${code}`));
    });
  });
}

/** Fills a store with a dataset. Throws DatasetInvalidError, and what the store throws. */
export async function seedFromDataset(store: GraphStore, directory: string): Promise<ApplyResult> {
  const dataset = await readDataset(directory);
  return seedStore(store, datasetRecords(dataset), {
    author: "first start",
    message: `seed ${dataset.manifest?.name ?? directory} ${dataset.manifest?.version ?? ""}`.trimEnd(),
  });
}
