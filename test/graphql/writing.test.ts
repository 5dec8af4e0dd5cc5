import { beforeAll, describe, expect, it } from "vitest";
import { ConflictError, DatasetInvalidError } from "../../src/domain/errors.ts";
import type { Curation, CurationOptions } from "../../src/graphql/context.ts";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, record } from "./graph-fixture.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(FIXTURE_RECORDS);
});

const MUTATION = `mutation ($changeSet: JSON!, $expectedVersion: String, $dryRun: Boolean) {
  applyChangeSet(changeSet: $changeSet, expectedVersion: $expectedVersion, dryRun: $dryRun) {
    version added changed removed unchanged dryRun
  }
}`;
const RESULT = { version: "g-2", added: 1, changed: 0, removed: 0, unchanged: 0 };

function recording(): { curation: Curation; given: [unknown, CurationOptions][] } {
  const given: [unknown, CurationOptions][] = [];
  const apply: Curation["apply"] = (changeSet, options) => {
    given.push([changeSet, options]);
    return Promise.resolve(RESULT);
  };
  return { curation: { apply }, given };
}

describe("applyChangeSet", () => {
  const changeSet = { companies: [{ id: "company:new", name: "New" }] };

  it("needs a curator, and changes nothing without one", async () => {
    const { curation, given } = recording();
    const { errors } = await asker.ask(MUTATION, { curation, variables: { changeSet } });
    expect(errors).toEqual([
      {
        code: "UNAUTHENTICATED",
        message: "a curator's token is needed; send it as the header authorization: Bearer TOKEN",
        path: "applyChangeSet",
      },
    ]);
    expect(given).toEqual([]);
  });

  it("hands the change set on as it came, in the curator's name", async () => {
    const { curation, given } = recording();
    const variables = { changeSet, expectedVersion: "g-1", dryRun: true };
    const data = await dataOf(asker, MUTATION, { curation, curator: "ana", variables });
    expect(data).toEqual({ applyChangeSet: { ...RESULT, dryRun: true } });
    expect(given).toEqual([[changeSet, { author: "ana", expectedVersion: "g-1", dryRun: true }]]);
  });

  it("writes for any version unless told otherwise", async () => {
    const { curation, given } = recording();
    await dataOf(asker, MUTATION, { curation, curator: "ana", variables: { changeSet } });
    expect(given).toEqual([[changeSet, { author: "ana", dryRun: false }]]);
  });

  it.each([
    [new ConflictError("the graph", "g-1", "g-2"), "CONFLICT"],
    [new DatasetInvalidError([]), "DATASET_INVALID"],
  ])("tells what the dataset room says: %s", async (error, code) => {
    const curation: Curation = {
      apply: async () => {
        throw error;
      },
    };
    const { errors } = await asker.ask(MUTATION, { curation, curator: "ana", variables: { changeSet } });
    expect(errors).toMatchObject([{ code, message: error.message }]);
  });
});

describe("the log", () => {
  it("tells what changed between two days, and how one record came about", async () => {
    const added = record("company:short-lived", { name: "Short", entityType: "CORPORATION" });
    const base = { author: "ana", removes: [] };
    await asker.store.apply({ ...base, id: "one", message: "Add it.", puts: [added] });
    const changed = { ...added, fields: { ...added.fields, name: "Renamed" } };
    await asker.store.apply({ ...base, id: "two", message: "Rename it.", puts: [changed] });
    await asker.store.apply({ ...base, id: "three", message: "Remove it.", puts: [], removes: [added.id] });
    const data = await dataOf(
      asker,
      `{
        history(id: "company:short-lived") { nodes { changeSet author message action fields { field before after } } }
        changes(from: "2000-01-01", to: "2999-01-01", first: 1) {
          nodes { recordId action record { id } } pageInfo { hasNextPage }
        }
        never: history(id: "company:never") { nodes { action } }
        early: changes(from: "2000-01-01", to: "2000-01-02") { nodes { action } }
      }`,
    );
    expect(data).toEqual({
      history: {
        nodes: [
          {
            changeSet: "three",
            author: "ana",
            message: "Remove it.",
            action: "REMOVED",
            fields: [
              { field: "confidence", before: "HIGH", after: null },
              { field: "entityType", before: "CORPORATION", after: null },
              { field: "name", before: "Renamed", after: null },
            ],
          },
          {
            changeSet: "two",
            author: "ana",
            message: "Rename it.",
            action: "CHANGED",
            fields: [{ field: "name", before: "Short", after: "Renamed" }],
          },
          {
            changeSet: "one",
            author: "ana",
            message: "Add it.",
            action: "ADDED",
            fields: [
              { field: "confidence", before: null, after: "HIGH" },
              { field: "entityType", before: null, after: "CORPORATION" },
              { field: "name", before: null, after: "Short" },
            ],
          },
        ],
      },
      changes: {
        nodes: [{ recordId: "company:short-lived", action: "REMOVED", record: null }],
        pageInfo: { hasNextPage: true },
      },
      never: { nodes: [] },
      early: { nodes: [] },
    });
  });

  it("counts what the graph holds", async () => {
    const { graph } = await dataOf(asker, `{ graph { version store recordCount counts { kind count } } }`);
    expect(graph).toMatchObject({ store: "EMBEDDED", recordCount: FIXTURE_RECORDS.length });
    const { counts } = graph as { counts: { kind: string; count: number }[] };
    expect(counts).toContainEqual({ kind: "MARKET_ESTIMATE", count: 1 });
    expect(counts).toContainEqual({ kind: "OWNS_STAKE", count: 2 });
  });
});
