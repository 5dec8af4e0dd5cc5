import { markdownTable } from "./markdown-table.ts";

/** What a figure of a task should be at most, by the size of the graph. */
export interface Target {
  readonly task: string;
  readonly figure: Figure;
  /** By size; undefined where none was set. */
  readonly must: BySize;
  readonly good: BySize;
}

export type Figure = "p50" | "p99" | "bytes an arc";
type BySize = Readonly<Partial<Record<SizeName, number>>>;
export type SizeName = "curated" | "100k" | "1M";

/** Milliseconds, unless the figure says otherwise. */
export function target(task: string, figure: Figure, must: BySize, good: BySize): Target {
  return { task, figure, must, good };
}

export interface TargetTable {
  readonly size: SizeName;
  readonly targets: readonly Target[];
  /** Why a target is missed, by task. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What is not there to be measured, and why not, by task. */
  readonly notBuilt?: Readonly<Record<string, string>>;
  /** What was measured; undefined when it was not run. */
  readonly valueOf: (target: Target) => number | undefined;
}

/** What was measured beside each target of a size, met or missed. */
export function showTargets({ size, targets, reasons, notBuilt = {}, valueOf }: TargetTable): string {
  const rows = targets.flatMap((each) => {
    const { task, figure } = each;
    const [must, good] = [each.must[size], each.good[size]];
    if (must === undefined && good === undefined) return [];
    const value = valueOf(each);
    const limits = [must, good].map((limit) => showLimit(value, limit, figure));
    if (value === undefined) {
      return [[task, figure, task in notBuilt ? "not built" : "not run", ...limits, notBuilt[task] ?? ""]];
    }
    const isMissed = [must, good].some((limit) => limit !== undefined && value > limit);
    return [[task, figure, showFigure(value, figure), ...limits, isMissed ? (reasons[task] ?? "") : ""]];
  });
  if (rows.length === 0) return "None is set for this size.";
  return markdownTable(["task", "figure", "measured", "must", "good", "why missed"], rows);
}

function showLimit(value: number | undefined, limit: number | undefined, figure: Figure): string {
  if (limit === undefined) return "";
  if (value === undefined) return showFigure(limit, figure);
  return `${showFigure(limit, figure)} ${value <= limit ? "met" : "**missed**"}`;
}

function showFigure(value: number, figure: Figure): string {
  return figure === "bytes an arc" ? value.toFixed(1) : showTime(value);
}

export function showTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 10 ? milliseconds.toFixed(0) : milliseconds.toPrecision(2)} ms`;
}

/** Times of single runs as p50, and as p99 too where they are many. */
export function showRuns(runs: readonly number[]): string {
  const p50 = showTime(figureOf(runs, "p50"));
  return runs.length < 10 ? p50 : `${p50} / ${showTime(figureOf(runs, "p99"))}`;
}

/** Milliseconds of single runs as one figure. */
export function figureOf(runs: readonly number[], figure: "p50" | "p99"): number {
  const sorted = runs.toSorted((a, b) => a - b);
  return sorted[Math.ceil((figure === "p50" ? 0.5 : 0.99) * sorted.length) - 1] ?? NaN;
}
