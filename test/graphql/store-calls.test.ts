import { beforeAll, describe, expect, it } from "vitest";
import type { GraphRecord } from "../../src/domain/record.ts";
import { askerOf, type Asker } from "./ask.ts";
import { link, record } from "./graph-fixture.ts";

const COMPANIES = 100;

/** A hundred companies that operate a site each, in ten places, each with two pieces of evidence. */
function wideGraph(): GraphRecord[] {
  const places = Array.from({ length: 10 }, (_, n) =>
    record(`place:p-${n}`, { name: `Place ${n}`, placeKind: "CITY" }),
  );
  const publisher = record("publisher:daily", { name: "The Daily", type: "PRESS" });
  const sources = ["a", "b"].map((slug) =>
    record(`source:${slug}`, { title: slug, publisher: "publisher:daily", type: "NEWS", tier: "C" }),
  );
  const companies = Array.from({ length: COMPANIES }, (_, n) => {
    const [company, facility] = [`company:c-${n}`, `facility:f-${n}`];
    return [
      record(company, { name: `Company ${n}`, entityType: "CORPORATION", country: `place:p-${n % 10}` }),
      record(facility, { name: `Site ${n}`, purpose: "DATA_CENTER" }),
      link("operates", company, facility),
      link("located-in", facility, `place:p-${n % 10}`),
      ...["a", "b"].map((slug) =>
        record(`evidence:c-${n}-${slug}`, { fact: company, source: `source:${slug}`, stance: "SUPPORTS" }),
      ),
    ];
  });
  return [...places, publisher, ...sources, ...companies.flat()];
}

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(wideGraph());
});

describe("the number of store calls", () => {
  it("is one a level for three levels over a hundred companies", async () => {
    const { data, errors, calls } = await asker.ask(`{
      companies(first: 100) { nodes { name
        operates(first: 5) { nodes { to { name
          places(first: 5) { nodes { to { name } } } } } } } }
    }`);
    expect(errors).toEqual([]);
    const { nodes } = (data ?? {})["companies"] as {
      nodes: { operates: { nodes: { to: { places: { nodes: unknown[] } } }[] } }[];
    };
    expect(nodes.flatMap((node) => node.operates.nodes.flatMap(({ to }) => to.places.nodes))).toHaveLength(
      COMPANIES,
    );
    // The list; its relationships; their ends; the relationships of those; and their ends.
    expect(calls).toEqual({ list: 1, adjacent: 2, records: 2 });
  });

  it("does not grow with the number of parents under a condition or a count", async () => {
    const { errors, calls } = await asker.ask(`{
      companies(first: 100) { nodes {
        all: operates { totalCount }
        sure: operates(filter: { confidence: [HIGH] }) { totalCount nodes { id } } } }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({ list: 1, adjacent: 2 });
  });

  it("is one a step for what evidence adds up to", async () => {
    const { data, calls } = await asker.ask(
      `{ companies(first: 100) { nodes { verification evidence { source { title } } } } }`,
    );
    const { nodes } = (data ?? {})["companies"] as { nodes: { verification: string }[] };
    expect(new Set(nodes.map(({ verification }) => verification))).toEqual(new Set(["ASSERTED"]));
    // Evidence; sources; publishers.
    expect(calls).toEqual({ list: 1, evidenceOf: 1, records: 2 });
  });

  it("is none for what a list has read already", async () => {
    const { calls } = await asker.ask(
      `{ companies(first: 100) { nodes { evidence { fact { id ... on Company { name } } } } } }`,
    );
    expect(calls).toEqual({ list: 1, evidenceOf: 1 });
  });

  it("is one for a plain list", async () => {
    const { calls } = await asker.ask(`{ companies(first: 1) { nodes { id } } }`);
    expect(calls).toEqual({ list: 1 });
  });
});
