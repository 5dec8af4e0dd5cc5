import { beforeAll, describe, expect, it } from "vitest";
import { dataOf, type Asker } from "../ask.ts";
import { seedAsker } from "../seed-asker.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
}, 120_000);

const EVIDENCE = "evidence { fact { id } source { id } stance }";
const BIBLIOGRAPHY =
  "bibliography { sources(first: 100) { totalCount nodes { factCount disputedCount source { id } } } }";

/** Every question, with all the evidence that its answer shows. */
const QUESTIONS = {
  dependencyPaths: `dependencyPaths(from: "company:openai", to: "company:core-scientific", profile: ALL) {
    ${BIBLIOGRAPHY} paths { hops { relationships { ${EVIDENCE} } contracts { ${EVIDENCE} } } } }`,
  reach: `reach(from: "facility:corz-denton", direction: DEPENDENCIES, maxHops: 1) {
    ${BIBLIOGRAPHY} nodes(first: 100) { pageInfo { hasNextPage } nodes { path { hops { relationships { ${EVIDENCE} } contracts { ${EVIDENCE} } } } } } }`,
  disruption: `disruption(failed: ["company:core-scientific"]) {
    ${BIBLIOGRAPHY}
    fallen(first: 100) { pageInfo { hasNextPage } nodes { witness { alternatives { relationships { ${EVIDENCE} } } completeness { ${EVIDENCE} } } } }
    losses(first: 100) { pageInfo { hasNextPage } nodes { contracts { ${EVIDENCE} } } } }`,
  concentration: `concentration(market: { kind: SUPPLIERS_OF, subject: "component:hbm" }) {
    ${BIBLIOGRAPHY} estimate { ${EVIDENCE} } members { evidence { fact { id } source { id } stance } } }`,
  "concentration by contract": `concentration(market: { kind: TENANTS_OF, subject: "company:core-scientific" }) {
    ${BIBLIOGRAPHY} members { ${EVIDENCE} contracts { ${EVIDENCE} } } }`,
} as const;

interface Piece {
  readonly fact: { readonly id: string };
  readonly source: { readonly id: string };
  readonly stance: string;
}

interface Uses {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
}

/** The evidence anywhere in an answer. */
function piecesIn(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesIn);
  if (typeof value !== "object" || value === null) return [];
  if ("stance" in value) return [value as Piece];
  return Object.values(value).flatMap(piecesIn);
}

function usesOf(pieces: readonly Piece[]): readonly unknown[] {
  const ids = [...new Set(pieces.map(({ source }) => source.id))].toSorted();
  const countFacts = (id: string, stance: string): number =>
    new Set(
      pieces.filter((piece) => piece.source.id === id && piece.stance === stance).map(({ fact }) => fact.id),
    ).size;
  return ids.map((id) => ({
    factCount: countFacts(id, "SUPPORTS"),
    disputedCount: countFacts(id, "DISPUTES"),
    source: { id },
  }));
}

describe("the bibliography of an answer", { timeout: 60_000 }, () => {
  it.each(Object.entries(QUESTIONS))(
    "has every source of its evidence, and none besides: %s",
    async (_name, question) => {
      const answer = Object.values(await dataOf(asker, `{ ${question} }`))[0] as {
        readonly bibliography: { readonly sources: Uses };
      };
      expect(JSON.stringify(answer)).not.toContain('"hasNextPage":true');
      const { bibliography, ...shown } = answer;
      const expected = usesOf(piecesIn(shown));
      expect(expected.length).toBeGreaterThan(1);
      expect(bibliography.sources).toEqual({ totalCount: expected.length, nodes: expected });
    },
  );

  it("has no source where the answer is empty, and still names the graph", async () => {
    const { dependencyPaths } = (await dataOf(
      asker,
      `{ dependencyPaths(from: "facility:corz-denton", to: "component:poet-optical-interposer") {
        paths { length } bibliography { text attributions sources { totalCount } } } }`,
    )) as { dependencyPaths: { paths: unknown[]; bibliography: { text: string } } };
    expect(dependencyPaths.paths).toEqual([]);
    expect(dependencyPaths.bibliography).toMatchObject({ attributions: [], sources: { totalCount: 0 } });
    expect(dependencyPaths.bibliography.text).toMatch(/^Chokepoint\. .*[.]$/);
  });
});
