import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { dataOf, type Asker } from "./ask.ts";
import { seedAsker } from "./seed-asker.ts";

/** What campuses reach; `countries` and `rawMaterials` as pairs: by links at least inferred, with possibilities. */
interface CampusGroup {
  readonly steps: string;
  readonly countries: readonly [number, number];
  readonly rawMaterials: readonly [number, number];
  readonly campuses: readonly string[];
}

interface Reached {
  readonly id: string;
  readonly category?: string;
  readonly placeKind?: string;
}

interface ReachAnswer {
  readonly page: {
    readonly nodes: {
      readonly nodes: readonly { readonly node: Reached }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

interface ModelsAnswer {
  readonly component: {
    readonly models: {
      readonly nodes: readonly { readonly from: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
  };
}

const groups = parse(await readFile("test/cases/campuses.yaml", "utf8")) as readonly CampusGroup[];

/** The classes of each step; a model below one of them is of the step too. */
const STEPS: readonly (readonly string[])[] = [
  ["component:accelerator"],
  ["component:hbm"],
  ["component:cowos", "component:advanced-packaging"],
  ["component:optical-transceiver"],
  ["component:laser"],
  ["component:poet-optical-interposer"],
];
const LETTERS = { y: "DOCUMENTED", i: "INFERRED", p: "POSSIBLE" } as const;

const REACHED = `query ($from: ID!, $certainty: Certainty!, $after: String) {
  page: reach(from: $from, direction: DEPENDENCIES, maxHops: 32, kinds: [COMPONENT, PLACE],
        filter: { asOf: "2026-11-25", minCertainty: $certainty }) {
    nodes(first: 100, after: $after) {
      nodes { node { id ... on Component { category } ... on Place { placeKind } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const MODELS = `query ($id: ID!) {
  component(id: $id) { models(first: 100) { nodes { from { id } } pageInfo { hasNextPage } } }
}`;

let asker: Asker;
let steps: readonly ReadonlySet<string>[];
beforeAll(async () => {
  asker = await seedAsker();
  steps = await Promise.all(STEPS.map(async (classes) => new Set(await withModels(classes))));
}, 120_000);

/** The components and all models below them. */
async function withModels(ids: readonly string[]): Promise<readonly string[]> {
  const found = ids.map(async (id) => {
    const { component } = (await dataOf(asker, MODELS, { variables: { id } })) as unknown as ModelsAnswer;
    expect(component.models.pageInfo.hasNextPage).toBe(false);
    const models = component.models.nodes.map(({ from }) => from.id);
    return [id, ...(models.length === 0 ? [] : await withModels(models))];
  });
  return (await Promise.all(found)).flat();
}

/** What a campus depends on, at least that certain, page by page. */
async function reachedFrom(from: string, certainty: string): Promise<readonly Reached[]> {
  const all: Reached[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { from, certainty, after };
    const { page } = (await dataOf(asker, REACHED, { variables })) as unknown as ReachAnswer;
    all.push(...page.nodes.nodes.map(({ node }) => node));
    after = page.nodes.pageInfo.hasNextPage ? page.nodes.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

describe("what every campus of the dataset reaches, asked over the API", { timeout: 120_000 }, () => {
  it.each(groups.flatMap(({ campuses, ...group }) => campuses.map((campus) => ({ campus, ...group }))))(
    "$campus: $steps, countries $countries, raw materials $rawMaterials",
    async ({ campus, ...expected }) => {
      const reached = await Promise.all(
        Object.entries(LETTERS).map(async ([letter, certainty]) => ({
          letter,
          nodes: await reachedFrom(`facility:${campus}`, certainty),
        })),
      );
      const letterOf = (step: ReadonlySet<string>): string =>
        reached.find(({ nodes }) => nodes.some(({ id }) => step.has(id)))?.letter ?? "-";
      const counts = (isCounted: (node: Reached) => boolean): readonly number[] =>
        reached.slice(1).map(({ nodes }) => nodes.filter(isCounted).length);
      expect({
        steps: steps.map(letterOf).join(""),
        countries: counts(({ placeKind }) => placeKind === "COUNTRY"),
        rawMaterials: counts(({ category }) => category === "RAW_MATERIAL"),
      }).toEqual(expected);
    },
  );
});
