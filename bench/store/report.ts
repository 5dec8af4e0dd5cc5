import type { EngineRun } from "../kernel/engine-process.ts";
import { markdownTable } from "../markdown-table.ts";
import { figureOf, showRuns, showTargets, showTime, type SizeName, type Target } from "../target-table.ts";
import { TARGETS } from "./targets.ts";

/** Everything of one size. */
export interface StoreSize {
  readonly size: Extract<SizeName, "curated" | "100k">;
  /** Milliseconds in which the store was filled. */
  readonly loaded: number;
  /** On the disk. */
  readonly bytes: number;
  /** Whether the starts found nothing of the file in the system's cache. */
  readonly isCold: boolean;
  readonly start: EngineRun;
  readonly operations: EngineRun;
}

const WHOLE_RECORDS =
  "a call gives whole records with the version that they are of, in a snapshot: what it takes from the disk it parses and remembers; the target was set for the columns of one statement";

/** Why a target is missed, by task. */
const REASONS: Readonly<Record<string, string>> = {
  "start from the store":
    "every record is read with all its fields, indexed, and needs, paths and the search index are derived from them, as questions look at all of it; the target was set for four columns of each link",
  "look-up by id": WHOLE_RECORDS,
  "batch of 100 ids": WHOLE_RECORDS,
  "neighbours by type": `${WHOLE_RECORDS}, of one neighbour or a few`,
  "durable commit":
    "half of it is processor time: whole records with their links, identifiers and search words, and the change log with what was before and after; the rest waits for the disk",
};
const NOT_BUILT: Readonly<Record<string, string>> = {
  "start from a snapshot":
    "with the curated dataset a start from the store takes less than a second of processor time, and a snapshot would be one more thing that can be stale; a graph of this size would need it",
};

export function showStoreSize({ size, loaded, bytes, isCold, start, operations }: StoreSize): string {
  const records = answerOf(start, "open and scan")[0] ?? NaN;
  const [arrays = NaN, arcs = NaN] = answerOf(start, "arrays");
  const rows = [...start.results.filter(({ task }) => task !== "arrays"), ...operations.results].map(
    ({ task, wall, cpu, answers }) => [
      task,
      showRuns(wall),
      showRuns(cpu),
      (answers[0]?.[0] ?? NaN).toLocaleString("en", { maximumFractionDigits: 1 }),
      String(wall.length),
    ],
  );
  const facts = [
    `filled in ${showTime(loaded)}`,
    `${megabytes(bytes)} on the disk (${(bytes / records).toFixed(0)} bytes a record)`,
    `a process after its start holds ${megabytes(start.memory ?? NaN)}`,
    `of which the arrays that the kernel reads are ${megabytes(arrays)}, for ${arcs.toLocaleString("en")} arcs`,
    isCold ? "starts are cold: the file is dropped from the system's cache" : "starts are warm",
  ];
  return [
    `## ${size}: ${records.toLocaleString("en")} records`,
    `${facts.join("; ")}.`,
    markdownTable(["what", "p50 / p99", "processor time, on average", "records", "runs"], rows),
    "### Targets",
    showTargets({
      size,
      targets: TARGETS,
      reasons: REASONS,
      notBuilt: NOT_BUILT,
      valueOf: (target) => valueOf(target, [start, operations]),
    }),
  ].join("\n\n");
}

/** Of the clock: a commit waits for the disk, and a cold start too. */
function valueOf({ task, figure }: Target, runs: readonly EngineRun[]): number | undefined {
  if (figure === "bytes an arc") return undefined;
  const result = runs.flatMap(({ results }) => results).find((each) => each.task === task);
  return result === undefined ? undefined : figureOf(result.wall, figure);
}

function answerOf(run: EngineRun, task: string): readonly number[] {
  return run.results.find((result) => result.task === task)?.answers[0] ?? [];
}

function megabytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return `${mebibytes >= 100 ? mebibytes.toFixed(0) : mebibytes.toPrecision(3)} MiB`;
}
