import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { GraphRecord } from "../../src/domain/record.ts";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { storyCases, storyFaults, storyOf, type Story, type StoryCase } from "./story-faults.ts";

const ARTICLES = ["source:seed-illusion-of-progress", "source:seed-compute-into-cash"];

describe("the stories that the graph began with", { timeout: 60_000 }, () => {
  let records: readonly GraphRecord[];
  let story: Story;
  beforeAll(async () => {
    records = datasetRecords(await readDataset(fileURLToPath(new URL("../../seed", import.meta.url))));
    story = storyOf(records);
  }, 60_000);

  it.each(storyCases)("stand in the dataset with their figures: $figure", (figure) => {
    expect(storyFaults(story, figure)).toEqual([]);
  });

  it.each(storyCases)("would be missed: $figure", (figure) => {
    const without = storyOf(records.filter(({ id }) => id !== figure.record));
    expect(storyFaults(without, figure)).toEqual([`${figure.record} is missing`]);
    for (const [what, changed] of bent(figure))
      expect([what, storyFaults(story, changed)]).not.toEqual([what, []]);
  });

  it("are told with each of their figures once, and with every figure that rests on an article", () => {
    expect(new Set(storyCases.map(({ figure }) => figure)).size).toBe(storyCases.length);
    const told = new Set(storyCases.map(({ record }) => record));
    const figures = records.filter(
      ({ id, kind }) =>
        ["Observation", "Contract", "Partnership"].includes(kind) &&
        story.evidence.get(id)?.some(({ fields }) => ARTICLES.includes(String(fields["source"]))) === true,
    );
    expect(figures.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });
});

/** A case with one thing wrong in it, for everything that it asks for. */
function bent(figure: StoryCase): readonly (readonly [what: string, changed: StoryCase])[] {
  const { fields = {}, says = {}, sources = [], evidence = [] } = figure;
  return [
    ...(["from", "to"] as const).flatMap((end) =>
      figure[end] === undefined ? [] : [[end, { ...figure, [end]: "company:nobody" }] as const],
    ),
    ...Object.keys(fields).map(
      (field) => [field, { ...figure, fields: { ...fields, [field]: "?" } }] as const,
    ),
    ...Object.keys(says).map((field) => [field, { ...figure, says: { ...says, [field]: "?!" } }] as const),
    ...sources.map((source) => [source, { ...figure, sources: [`${source}-x`] }] as const),
    ...evidence.flatMap((side) =>
      Object.keys(side).map((key) => [key, { ...figure, evidence: [{ ...side, [key]: "?" }] }] as const),
    ),
  ];
}
