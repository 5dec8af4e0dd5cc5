import { markdownTable as table } from "../markdown-table.ts";
import { figureOf, showRuns, showTargets, type SizeName, type Target } from "../target-table.ts";
import type { EngineRun } from "./engine-process.ts";
import { REASONS, TARGETS } from "./targets.ts";
import type { NetworkShape } from "./supply-network.ts";
import { TASKS, type TaskResult } from "./tasks.ts";

/** Everything of one size, as it goes into the file of results. */
export interface SizeReport {
  readonly size: SizeName;
  readonly shape: NetworkShape;
  readonly nodes: number;
  readonly arcs: number;
  readonly ours: EngineRun;
  readonly peers: readonly EngineRun[];
  /** What no peer does: our tasks alone. */
  readonly own: EngineRun;
  readonly disagreements: readonly string[];
}

export function showSize(report: SizeReport): string {
  const { size, shape, nodes, arcs, ours, peers, own, disagreements } = report;
  return [
    `## ${size}: ${nodes.toLocaleString("en")} nodes, ${arcs.toLocaleString("en")} arcs${shape === "even" ? ", ends drawn evenly" : ""}`,
    showPeers(ours, peers),
    ...peers.flatMap(({ name, ended }) => (ended === undefined ? [] : [`${name} ${ended}.`])),
    disagreements.length === 0
      ? "All answers agree."
      : ["**Answers differ:**", ...disagreements.slice(0, 20)].join("\n- "),
    "### What no peer does",
    showOwn(own),
    "### Targets",
    showTargets({
      size,
      targets: TARGETS,
      reasons: REASONS,
      valueOf: (target) => valueOf(target, arcs, [ours, own]),
    }),
  ].join("\n\n");
}

function showPeers(ours: EngineRun, peers: readonly EngineRun[]): string {
  const shown = peers.filter(({ results }) => results.length > 0);
  const rows = TASKS.flatMap(({ id, title }) => {
    const mine = resultOf(ours, id);
    if (mine === undefined) return [];
    const cells = shown.map((peer) => showRatio(mine, resultOf(peer, id)));
    return [[title, showRuns(mine.wall), showRuns(mine.cpu), ...cells]];
  });
  const memory = [
    "memory of the process",
    showMegabytes(ours.memory),
    "",
    ...shown.map(({ memory: bytes }) => showMegabytes(bytes)),
  ];
  const names = shown.map(({ name, version }) => `${name} ${version ?? ""}`);
  return table(["task", "chokepoint: p50 / p99", "its processor time", ...names], [...rows, memory]);
}

function showOwn(own: EngineRun): string {
  const rows = own.results.map((result) => [
    result.task,
    showRuns(result.wall),
    showRuns(result.cpu),
    (result.answers[0] ?? []).join(", "),
  ]);
  return table(["task", "p50 / p99", "processor time", "answer (first run)"], rows);
}

/** Bytes an arc come as the answer of the task "memory"; else it is processor time, which other work on the machine moves least. */
function valueOf({ task, figure }: Target, arcs: number, runs: readonly EngineRun[]): number | undefined {
  for (const run of runs) {
    const result = resultOf(run, task);
    if (result === undefined) continue;
    if (figure === "bytes an arc") return (result.answers[0]?.[0] ?? NaN) / arcs;
    return figureOf(result.cpu, figure);
  }
  return undefined;
}

function resultOf(run: EngineRun, task: string): TaskResult | undefined {
  return run.results.find((result) => result.task === task);
}

/** How many times longer the peer's processor works, by the medians over the inputs that both ran. */
function showRatio(mine: TaskResult, other: TaskResult | undefined): string {
  if (other === undefined) return "–";
  // Several runs are of several inputs, of which a slow engine does the first ones; or of one input again and again.
  const common = mine.cpu.slice(0, other.cpu.length);
  const ratio = figureOf(other.cpu, "p50") / figureOf(common, "p50");
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)} ×`;
}

function showMegabytes(bytes: number | undefined): string {
  return bytes === undefined ? "–" : `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
