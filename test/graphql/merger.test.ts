import { beforeAll, describe, expect, it } from "vitest";
import { recordsOf } from "../support/graph-builder.ts";
import { askerOf, dataOf, type Asker } from "./ask.ts";

let asker: Asker;
beforeAll(async () => {
  const records = recordsOf((g) => {
    for (const part of ["one", "two", "three"]) {
      g.makes("a", part);
      g.makes("b", part);
    }
    g.estimate(
      "one",
      "component:one",
      [
        ["a", 40],
        ["b", 35],
        ["c", 25],
      ],
      { isComplete: true },
    );
    const lease = g.contract("lease", "LEASE", { LESSOR: "b", LESSEE: "a" }, [g.facility("site")], {
      value: 12e9,
      currency: "USD",
      valueBasis: "BASE_TERM",
      termYears: 12,
    });
    g.milestone(lease, "DEFINITIVE", "2025-01-01");
    g.operates("b", "site");
    g.company("nobody", { entityType: "PLACEHOLDER" });
    g.put("claim:both", { statement: "They fit.", stance: "ASSERTED", confidence: "LOW" });
    g.link("ABOUT", "claim:both", "company:a");
    g.link("ABOUT", "claim:both", "company:b");
  });
  asker = await askerOf(records);
});

interface Page {
  readonly markets: {
    readonly nodes: readonly { readonly market: { readonly subject: { readonly id: string } } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

describe("merger over the API", () => {
  it("answers whole, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(`{ merger(acquirer: "company:a", target: "company:b") {
      kind presumption sentence caveat reason coverage { known needed } computedUnder { minStage }
      acquirer { party { name } memberCount members { name } }
      markets { totalCount nodes { market { kind subject { id } } estimate { id } delta { low high } presumption evidence { id } } }
      links { nodes { basis channel provider component { id } contracts { id } sentence evidence { id } } }
      dependents { totalCount } selfSupply { nodes { customer { name } outsideCount outside { name } share { low } } }
      internal { contractCount contracts { id } roots { id } unsized { id } secured { id }
        totals { customer channel total { low high unit basis } perYear { low } contracts { id } } }
      combined { unsized capacities { basis } sites(becomesOwn: true) { nodes { facility { name } acquirer target becomesOwn } } }
      deals { state } claims { statement } parallelDeals { sentence } holdingsApart { totalCount }
      failTogether { isWhole fallen { totalCount } }
    } }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      merger: {
        kind: "BOTH",
        presumption: "YES",
        coverage: { known: 1, needed: 3 },
        computedUnder: { minStage: "DEFINITIVE" },
        acquirer: { party: { name: "a" }, memberCount: 1, members: [{ name: "a" }] },
        markets: {
          totalCount: 3,
          nodes: [
            {
              market: { subject: { id: "component:one" } },
              delta: { low: 2800, high: 2800 },
              presumption: "YES",
            },
            { market: { subject: { id: "component:three" } }, delta: { low: null, high: null } },
            { market: { subject: { id: "component:two" } }, estimate: null, presumption: "CANNOT_TELL" },
          ],
        },
        links: { nodes: [{ basis: "CONTRACT", channel: "CAPACITY", provider: "TARGET" }] },
        internal: {
          contractCount: 1,
          totals: [
            { total: { low: 12e9, high: 12e9, unit: "USD", basis: "BASE_TERM" }, perYear: { low: 1e9 } },
          ],
        },
        combined: { unsized: 1, sites: { nodes: [{ facility: { name: "site" }, becomesOwn: true }] } },
        claims: [{ statement: "They fit." }],
      },
    });
  });

  it("gives its markets page by page, and by subject and verdict", async () => {
    const page = async (options: string): Promise<Page> => {
      const query = `{ merger(acquirer: "company:a", target: "company:b") { markets(${options}) {
        nodes { market { subject { id } } } pageInfo { endCursor hasNextPage } } } }`;
      return (await dataOf(asker, query))["merger"] as Page;
    };
    const idsOf = ({ markets }: Page): readonly string[] =>
      markets.nodes.map(({ market }) => market.subject.id);
    const first = await page("first: 2");
    const second = await page(`first: 2, after: "${first.markets.pageInfo.endCursor}"`);
    expect([...idsOf(first), ...idsOf(second)]).toEqual([
      "component:one",
      "component:three",
      "component:two",
    ]);
    expect([first.markets.pageInfo.hasNextPage, second.markets.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(idsOf(await page('subject: "component:two"'))).toEqual(["component:two"]);
    expect(idsOf(await page("presumption: YES, kind: SUPPLIERS_OF"))).toEqual(["component:one"]);
  });

  it("refuses what can't merge, and says what to give", async () => {
    const codesOf = async (acquirer: string, target: string): Promise<readonly unknown[]> => {
      const { errors } = await asker.ask(`{ merger(acquirer: "${acquirer}", target: "${target}") { kind } }`);
      return errors.map(({ code, message }) => [code, message]);
    };
    expect(await codesOf("company:a", "company:ghost")).toEqual([
      ["NOT_FOUND", 'no company has the id "company:ghost"; look it up with search or resolve first'],
    ]);
    expect(await codesOf("company:a", "facility:site")).toEqual([
      ["BAD_USER_INPUT", 'target is "facility:site" (Facility); expected a company'],
    ]);
    expect(await codesOf("company:nobody", "company:a")).toEqual([
      [
        "BAD_USER_INPUT",
        'acquirer is "company:nobody" (a placeholder for a party that no source names); expected a company that is known by name',
      ],
    ]);
    expect(await codesOf("company:a", "company:a")).toEqual([
      ["BAD_USER_INPUT", 'target is "company:a", the acquirer itself; expected another company'],
    ]);
  });
});
