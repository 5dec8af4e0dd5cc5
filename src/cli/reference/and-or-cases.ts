import type { AndOrGraph } from "../../graph/and-or-graph.ts";
import { minCutUpperBound, rareEventSum, topProbability } from "../../graph/and-or-probability.ts";
import { propagate } from "../../graph/and-or.ts";
import { minimalCutSets } from "../../graph/min-cut-sets.ts";
import type { Semantics } from "../../graph/working-support.ts";
import { RELATIVE_1E9, asSet, caseName, isObject, objectsOf, runCase } from "./compare.ts";
import type { CaseComparison, CaseResult, Json } from "./compare.ts";

/** A file of AND/OR cases: each has named nodes with slots, and a top. */
export function isAndOrFile(file: Json): boolean {
  const cases = objectsOf(file["cases"]);
  return (
    cases.length > 0 &&
    cases.every((fields) => isObject(fields["nodes"]) && typeof fields["top"] === "string")
  );
}

/** The sections of a file that are run. */
export const AND_OR_SECTIONS = ["cases"];

/** Runs every case. Tolerance: relative 1e-9. */
export function runAndOrFile(file: Json): readonly CaseResult[] {
  return objectsOf(file["cases"]).map((fields, i) =>
    runCase(caseName(fields, "cases", i), fields, RELATIVE_1E9, runStructure),
  );
}

function runStructure(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("nodes", "top", "failable", "max_order", "probabilities");
  const structure = readStructure(fields);
  runCutSets(comparison, fields, structure);
  comparison.field("works_after_single_failure", () => fallenBySingleFailure(fields, structure), asSets);
  if (isObject(fields["probabilities"])) {
    const probabilities = fields["probabilities"] as Readonly<Record<string, number>>;
    runProbabilities(comparison, probabilities, fields, structure);
  }
}

interface NamedStructure {
  readonly graph: AndOrGraph;
  readonly names: readonly string[];
  readonly idOf: (name: string) => number;
}

function readStructure(fields: Json): NamedStructure {
  const nodes = fields["nodes"] as Readonly<Record<string, Json>>;
  const names = Object.keys(nodes);
  const ids = new Map(names.map((name, id) => [name, id]));
  const idOf = (name: string): number => ids.get(name) ?? -1;
  const needOffsets = [0];
  const needMinimum: number[] = [];
  const nodeMinimum: number[] = [];
  const providerOffsets = [0];
  const providers: number[] = [];
  for (const node of Object.values(nodes)) {
    const slots = objectsOf(node["slots"]);
    for (const slot of slots) {
      needMinimum.push(typeof slot["min"] === "number" ? slot["min"] : 1);
      providers.push(...(slot["any"] as readonly string[]).map(idOf));
      providerOffsets.push(providers.length);
    }
    needOffsets.push(needMinimum.length);
    nodeMinimum.push(typeof node["need"] === "number" ? node["need"] : slots.length);
  }
  const graph = {
    nodeCount: names.length,
    needOffsets: Uint32Array.from(needOffsets),
    needMinimum: Uint32Array.from(needMinimum),
    nodeMinimum: Uint32Array.from(nodeMinimum),
    providerOffsets: Uint32Array.from(providerOffsets),
    providers: Uint32Array.from(providers),
  };
  return { graph, names, idOf };
}

function runCutSets(comparison: CaseComparison, fields: Json, structure: NamedStructure): void {
  const running = cutSets(fields, structure, "running");
  comparison.field("minimal_cut_sets", () => running, asSets);
  comparison.field("minimal_cut_sets_cold_start", () => cutSets(fields, structure, "coldStart"), asSets);
  comparison.field("count_by_order", () =>
    Object.fromEntries(
      Object.keys(fields["count_by_order"] as Json).map((order) => [
        order,
        running.filter((cut) => cut.length === Number(order)).length,
      ]),
    ),
  );
  comparison.field(
    "single_points_of_failure",
    () => running.filter((cut) => cut.length === 1).map((cut) => cut[0]),
    asSet,
  );
}

function cutSets(fields: Json, { graph, names, idOf }: NamedStructure, semantics: Semantics): string[][] {
  const failable = new Uint8Array(graph.nodeCount);
  for (const name of fields["failable"] as readonly string[]) failable[idOf(name)] = 1;
  const { cutSets: found } = minimalCutSets(graph, idOf(fields["top"] as string), {
    maxOrder: fields["max_order"] as number,
    failable,
    semantics,
    limit: 1_000_000,
  });
  return found.map((cut) => cut.map((node) => names[node] ?? ""));
}

/** What is down after each single failure; the format calls the field by what it is about, not by what works. */
function fallenBySingleFailure(fields: Json, { graph, names, idOf }: NamedStructure): Json {
  const asked = Object.keys(fields["works_after_single_failure"] as Json);
  return Object.fromEntries(
    asked.map((name) => [
      name,
      Array.from(propagate(graph, [idOf(name)]).fallen, (node) => names[node] ?? ""),
    ]),
  );
}

function runProbabilities(
  comparison: CaseComparison,
  probabilities: Readonly<Record<string, number>>,
  fields: Json,
  structure: NamedStructure,
): void {
  const { graph, names, idOf } = structure;
  const events = Object.keys(probabilities);
  const exact = topProbability(graph, idOf(fields["top"] as string), {
    events: events.map(idOf),
    probabilities: Object.values(probabilities),
  });
  const byEvent = (values: readonly number[]): Json =>
    Object.fromEntries(events.map((name, i) => [name, values[i]]));
  comparison.field("top_probability_exact", () => exact.probability);
  comparison.field("birnbaum", () => byEvent(exact.birnbaum));
  comparison.field("criticality_importance", () => byEvent(exact.criticality));
  const cuts = cutSets(fields, structure, "running").map((cut) => cut.map(idOf));
  const probabilityOf = (node: number): number => probabilities[names[node] ?? ""] ?? 0;
  comparison.field("rare_event_sum", () => rareEventSum(cuts, probabilityOf));
  comparison.field("min_cut_upper_bound", () => minCutUpperBound(cuts, probabilityOf));
}

function asSets(value: unknown): unknown {
  if (!isObject(value)) return asSet(value);
  return Object.fromEntries(Object.entries(value).map(([name, list]) => [name, asSet(list)]));
}
