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

const REASONS: Readonly<Record<string, string>> = {};
const NOT_BUILT: Readonly<Record<string, string>> = {};

export function showStoreSize({ size, loaded, bytes, isCold, start, operations }: StoreSize): string {
  const records = answerOf(start, "open and scan")[0] ?? NaN;
  const [arrays = NaN, arcs = NaN] = answerOf(start, "arrays");
  const rows = [...start.results.filter(({ task }) => task !== "arrays"), ...operations.results].map(
    ({ task, wall, cpu }) => [
      task,
      showRuns(wall),
      cpu.length === 0 ? "" : showRuns(cpu),
      String(wall.length),
    ],
  );
  const facts = [
    `filled in ${showTime(loaded)}`,
    `${megabytes(bytes)} on the disk (${(bytes / records).toFixed(0)} bytes a record)`,
    `a process after its start holds ${megabytes(start.memory ?? NaN)}`,
    `of which the arrays that the kernel reads are ${megabytes(arrays)} for ${arcs.toLocaleString("en")} arcs`,
    isCold ? "starts are cold: the file is dropped from the system's cache" : "starts are warm",
  ];
  return [
    `## ${size}: ${records.toLocaleString("en")} records`,
    `${facts.join("; ")}.`,
    markdownTable(["what", "p50 / p99", "processor time", "runs"], rows),
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
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
