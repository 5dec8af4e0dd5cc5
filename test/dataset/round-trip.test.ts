import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareIds } from "../../src/domain/compare.ts";
import { checkRecord } from "../../src/domain/record-check.ts";
import { canonicalJson, type GraphRecord } from "../../src/domain/record.ts";
import { makeExpander } from "../../src/dataset/expand.ts";
import { jsonTree } from "../../src/dataset/json-node.ts";
import { datasetOf } from "../../src/dataset/read-dataset.ts";
import { datasetJson, datasetYaml } from "../../src/dataset/write-dataset.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { randomRecords } from "./random-dataset.ts";

const { title, parameters } = propertySettings(120);

function shown(records: readonly GraphRecord[]): string[] {
  return records.toSorted(compareIds).map((record) => `${record.id} ${canonicalJson(record)}`);
}

/** The problems of reading alone: random records keep no rules between each other. */
const READING = new Set([
  "yaml-syntax",
  "unknown-field",
  "unknown-section",
  "wrong-type",
  "missing-field",
  "empty",
]);

describe(`an export (${title})`, { timeout: 120_000 }, () => {
  it("is tried on records that a store may hold", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        expect(records.flatMap(checkRecord)).toEqual([]);
      }),
      parameters,
    );
  });

  it("reads back as the same records", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { located, problems } = datasetOf(datasetYaml(records));
        expect(problems.filter(({ rule }) => READING.has(rule))).toEqual([]);
        expect(shown(located.map(({ record }) => record))).toEqual(shown(records));
      }),
      parameters,
    );
  });

  it("is the same bytes for the same records in any order, and after a reading", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const files = datasetYaml(records);
        const again = datasetOf(files).located.map(({ record }) => record);
        expect(datasetYaml(again.toReversed())).toEqual(files);
      }),
      parameters,
    );
  });

  it("does not take what a relationship hits for its own id", () => {
    const confidence = { confidence: "HIGH" };
    const hit = { ...confidence, note: "for an hour" };
    const records: GraphRecord[] = [
      { id: "event:quake", kind: "Event", fields: { name: "Quake", type: "OUTAGE", ...confidence } },
      { id: "affects:quake--fab", kind: "AFFECTS", from: "event:quake", to: "affects:fab", fields: hit },
    ];
    const { located } = datasetOf(datasetYaml(records));
    expect(shown(located.map(({ record }) => record))).toEqual(shown(records));
  });

  it("as JSON has the sections of a change set with the same records", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { dataset: _, ...sections } = JSON.parse(datasetJson(records)) as Record<string, unknown>;
        const { root } = jsonTree("export", sections);
        const expander = makeExpander();
        if (root.type === "map") expander.expandFile(root);
        expect(expander.problems).toEqual([]);
        expect(shown(expander.records.map(({ record }) => record))).toEqual(shown(records));
      }),
      parameters,
    );
  });
});
