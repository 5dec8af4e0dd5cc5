import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Certainty } from "../../src/domain/channels.ts";
import { textField } from "../../src/domain/record.ts";
import { modelsBelow } from "../../src/projection/component-classes.ts";
import { reach } from "../../src/risk/reach.ts";
import { questionTo } from "../support/graph-builder.ts";
import { seedProjection } from "./seed-projection.ts";

interface CampusGroup {
  readonly steps: string;
  readonly countries: number;
  readonly campuses: readonly string[];
}

const groups = parse(await readFile("test/cases/risk/campuses.yaml", "utf8")) as readonly CampusGroup[];
const graph = await seedProjection();
const question = questionTo(graph);

const STEPS = [
  ["component:accelerator"],
  ["component:hbm"],
  ["component:cowos", "component:advanced-packaging"],
  ["component:optical-transceiver"],
  ["component:laser"],
].map((classes) => classes.flatMap((id) => [id, ...modelsBelow(graph.records, id)]));
const ALL_STEPS = [...STEPS, ["component:poet-optical-interposer"]];
const LETTERS: readonly (readonly [string, Certainty])[] = [
  ["y", "DOCUMENTED"],
  ["i", "INFERRED"],
  ["p", "POSSIBLE"],
];

function reachedFrom(from: string, minCertainty: Certainty): ReadonlySet<string> {
  const input = { from, direction: "DEPENDENCIES", maxHops: 32, filter: { minCertainty } } as const;
  return new Set(reach(question, input).reached.map(({ node }) => node));
}

function stepsOf(campus: string): string {
  const reached = LETTERS.map(([letter, certainty]) => ({ letter, nodes: reachedFrom(campus, certainty) }));
  return ALL_STEPS.map(
    (step) => reached.find(({ nodes }) => step.some((id) => nodes.has(id)))?.letter ?? "-",
  ).join("");
}

function countriesOf(campus: string): number {
  const places = [...reachedFrom(campus, "INFERRED")].flatMap((id) => graph.records.record(id) ?? []);
  return places.filter((place) => textField(place, "placeKind") === "COUNTRY").length;
}

describe("what every campus of the dataset reaches", { timeout: 120_000 }, () => {
  it.each(groups.flatMap(({ campuses, ...group }) => campuses.map((campus) => ({ campus, ...group }))))(
    "$campus: $steps, $countries countries",
    ({ campus, steps, countries }) => {
      const id = `facility:${campus}`;
      expect([stepsOf(id), countriesOf(id)]).toEqual([steps, countries]);
    },
  );
});
