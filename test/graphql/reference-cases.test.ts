import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { compareStrings } from "../../src/domain/compare.ts";
import { recordsOf, type GraphBuilder, type Member } from "../support/graph-builder.ts";
import { askerOf, dataOf, type Asker } from "./ask.ts";

/** Independent expected results, asked over the API: each case is written as facts, and the answer is held to its numbers. */
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), "utf8"));

interface Bounds {
  readonly id: string;
  readonly feasible: boolean;
  readonly min: number;
  readonly max: number;
}
interface SharesCase {
  readonly id: string;
  readonly shares_pct?: readonly number[];
  readonly sum_pct?: number;
  readonly hhi: number;
  readonly effective_number: number;
}
interface KnownCase extends Bounds {
  readonly known_pct: readonly number[];
  readonly unknown_firms: number | null;
  readonly unknown_cap_pct: number | null;
}
interface IntervalCase extends Bounds {
  readonly intervals_pct: readonly (readonly [number, number])[];
}
interface MergerCase {
  readonly id: string;
  readonly intervals_pct: readonly (readonly [number, number])[];
  readonly merge: readonly [number, number];
  readonly feasible: boolean;
  readonly delta_min: number;
  readonly delta_max: number;
  readonly post_hhi_min: number;
  readonly post_hhi_max: number;
  readonly us_2023_presumption: string;
}
interface Slot {
  readonly any: readonly string[];
  readonly min?: number;
}
interface AndOrCase {
  readonly id: string;
  readonly nodes: Readonly<Record<string, { readonly slots?: readonly Slot[]; readonly need?: number }>>;
  readonly top: string;
  readonly failable: readonly string[];
  readonly max_order: number;
  readonly minimal_cut_sets: readonly (readonly string[])[];
}

const markets = read("hhi") as {
  readonly cases: readonly SharesCase[];
  readonly partial_known: readonly KnownCase[];
  readonly interval_shares: readonly IntervalCase[];
  readonly merger_with_interval_shares: readonly MergerCase[];
};
const structures = (read("andor") as { readonly cases: readonly AndOrCase[] }).cases;

/** Lists of shares that add up to the whole: what is left out of a statement is no number of the API. */
const whole = markets.cases.filter(({ shares_pct, sum_pct }) => shares_pct !== undefined && sum_pct === 100);
/** The API has no number of firms that nobody names, and no statement without a member. */
const partlyKnown = markets.partial_known.filter(
  ({ unknown_firms, known_pct }) => unknown_firms === null && known_pct.length > 0,
);
/** The dependency table derives needs of one provider each, and nodes that want all of theirs. */
const plain = structures.filter(({ nodes }) =>
  Object.values(nodes).every(
    ({ slots = [], need }) =>
      need === undefined && slots.every(({ any, min }) => any.length > 0 && min === undefined),
  ),
);

const firms = (id: string, shares: readonly Member[1][]): readonly Member[] =>
  shares.map((share, position) => [`${id}-${position}`, share]);

function describeMarkets(g: GraphBuilder): void {
  const state = (id: string, shares: readonly Member[1][], fields: object): void => {
    g.estimate(id, g.component(id), firms(id, shares), { isComplete: true, ...fields });
  };
  for (const { id, shares_pct = [] } of whole) state(`whole-${slug(id)}`, shares_pct, {});
  for (const { id, known_pct, unknown_cap_pct } of partlyKnown) {
    const othersCap = unknown_cap_pct === null ? {} : { othersCap: unknown_cap_pct / 100 };
    state(`known-${slug(id)}`, known_pct, { isComplete: false, ...othersCap });
  }
  for (const { id, intervals_pct } of markets.interval_shares)
    state(`interval-${slug(id)}`, intervals_pct, {});
  for (const { id, intervals_pct } of markets.merger_with_interval_shares)
    state(`merger-${slug(id)}`, intervals_pct, {});
}

function describeStructures(g: GraphBuilder): void {
  for (const { id, nodes } of plain) {
    for (const [name, { slots = [] }] of Object.entries(nodes)) {
      g.component(part(id, name));
      for (const [position, { any }] of slots.entries())
        describeSlot(g, id, name, any, `${name}-${position}`);
    }
  }
}

function describeSlot(
  g: GraphBuilder,
  id: string,
  name: string,
  any: readonly string[],
  group: string,
): void {
  for (const provider of any)
    g.requires(part(id, name), part(id, provider), any.length === 1 ? {} : { mode: "GROUP", group });
  if (any.length === 1) return;
  g.put(`completeness:${slug(id)}-${group.toLowerCase()}`, {
    component: `component:${part(id, name)}`,
    need: group,
    needKind: "GROUP",
    state: "COMPLETE",
    statement: "The providers listed are all there are.",
    confidence: "HIGH",
  });
}

function slug(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

function part(id: string, name: string): string {
  return `${slug(id)}-${slug(name)}`;
}

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(
    recordsOf((g) => {
      describeMarkets(g);
      describeStructures(g);
    }).map(({ id, kind, from, to, fields }) => ({
      id,
      kind,
      fields,
      ...(from === undefined || to === undefined ? {} : { from, to }),
    })),
  );
});

interface MarketAnswer {
  readonly hhi: { readonly low: number | null; readonly high: number | null };
  readonly effectiveNumber: { readonly low: number | null; readonly high: number | null };
}

async function marketOf(component: string): Promise<MarketAnswer> {
  const data = await dataOf(
    asker,
    `query($subject: ID!) { concentration(market: { kind: SUPPLIERS_OF, subject: $subject }) {
      hhi { low high } effectiveNumber { low high } } }`,
    { variables: { subject: `component:${component}` } },
  );
  return data["concentration"] as MarketAnswer;
}

describe("a reference case asked over the API", () => {
  it.each(whole)("has the index of whole shares: $id", async ({ id, hhi, effective_number }) => {
    const answer = await marketOf(`whole-${slug(id)}`);
    expect(answer.hhi.low).toBeCloseTo(hhi, 6);
    expect(answer.hhi.high).toBeCloseTo(hhi, 6);
    expect(answer.effectiveNumber.low).toBeCloseTo(effective_number, 6);
  });

  it.each(partlyKnown)("has the bounds of partly known shares: $id", async ({ id, min, max }) => {
    const { hhi } = await marketOf(`known-${slug(id)}`);
    expect(hhi.low).toBeCloseTo(min, 6);
    expect(hhi.high).toBeCloseTo(max, 6);
  });

  it.each(markets.interval_shares.filter(({ feasible }) => feasible))(
    "has the bounds of interval shares: $id",
    async ({ id, min, max }) => {
      const { hhi } = await marketOf(`interval-${slug(id)}`);
      expect(hhi.low).toBeCloseTo(min, 6);
      expect(hhi.high).toBeCloseTo(max, 6);
    },
  );

  it.each(markets.interval_shares.filter(({ feasible }) => !feasible))(
    "gives no index where the shares can't all be true: $id",
    async ({ id }) => {
      const { hhi } = await marketOf(`interval-${slug(id)}`);
      expect([hhi.low, hhi.high]).toEqual([null, null]);
    },
  );

  it.each(markets.merger_with_interval_shares.filter(({ feasible }) => feasible))(
    "has the bounds and the presumption of a merger: $id",
    async ({ id, merge: [a, b], us_2023_presumption, ...bounds }) => {
      const firm = (position: number): string => `company:merger-${slug(id)}-${position}`;
      const data = await dataOf(
        asker,
        `query($a: ID!, $b: ID!) { merger(acquirer: $a, target: $b) { markets { nodes {
          delta { low high } after { low high } presumption } } } }`,
        { variables: { a: firm(a), b: firm(b) } },
      );
      const { nodes } = (data["merger"] as { readonly markets: { readonly nodes: readonly MergedMarket[] } })
        .markets;
      expect(nodes).toHaveLength(1);
      const [market] = nodes;
      expect(market?.delta.low).toBeCloseTo(bounds.delta_min, 6);
      expect(market?.delta.high).toBeCloseTo(bounds.delta_max, 6);
      expect(market?.after.low).toBeCloseTo(bounds.post_hhi_min, 6);
      expect(market?.after.high).toBeCloseTo(bounds.post_hhi_max, 6);
      expect(market?.presumption).toBe(us_2023_presumption.toUpperCase().replace(" ", "_"));
    },
  );

  it.each(plain)("has the minimal cut sets, all of them proved: $id", async (structure) => {
    const { id, top, failable, max_order, minimal_cut_sets } = structure;
    const data = await dataOf(
      asker,
      `query($of: [ID!]!, $maxOrder: Int!) { chokepoints(of: $of, maxOrder: $maxOrder) {
        searchedOrder chokepoints(first: 100) { nodes { verdict members { id } } } } }`,
      { variables: { of: [`component:${part(id, top)}`], maxOrder: max_order } },
    );
    const { searchedOrder, chokepoints } = data["chokepoints"] as Chokepoints;
    const names = new Map(failable.map((name) => [`component:${part(id, name)}`, name]));
    const sets = chokepoints.nodes
      .filter(({ members }) => members.every((member) => names.has(member.id)))
      .map(({ verdict, members }) =>
        [
          verdict,
          ...members.map((member) => names.get(member.id) ?? member.id).toSorted(compareStrings),
        ].join(" "),
      );
    expect(searchedOrder).toBe(max_order);
    expect(sets.toSorted()).toEqual(
      minimal_cut_sets.map((set) => ["PROVED", ...set.toSorted(compareStrings)].join(" ")).toSorted(),
    );
  });
});

interface MergedMarket {
  readonly delta: { readonly low: number; readonly high: number };
  readonly after: { readonly low: number; readonly high: number };
  readonly presumption: string;
}
interface Chokepoints {
  readonly searchedOrder: number;
  readonly chokepoints: {
    readonly nodes: readonly {
      readonly verdict: string;
      readonly members: readonly { readonly id: string }[];
    }[];
  };
}
