import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, type Asker } from "./ask.ts";
import { link, record } from "./graph-fixture.ts";

/** Two firms make a module on one firm's chip; one of them is qualified at a buyer, one belongs to a group. */
const RECORDS = [
  ...["alpha", "beta", "gamma", "group", "buyer"].map((slug) =>
    record(`company:${slug}`, { name: slug, entityType: "CORPORATION" }),
  ),
  record("component:module", { name: "Module", category: "TRANSCEIVER" }),
  record("component:chip", { name: "Chip", category: "DSP" }),
  record("place:xx", { name: "Xland", placeKind: "COUNTRY", code: "XX" }),
  record("facility:fab", { name: "Fab", purpose: "PLANT" }),
  link("makes", "company:alpha", "component:module", { role: "MANUFACTURER", state: "ACTIVE" }),
  link("makes", "company:beta", "component:module", { role: "MANUFACTURER", state: "ACTIVE" }),
  link("makes", "company:gamma", "component:chip", { role: "MANUFACTURER", state: "ACTIVE" }),
  link("requires", "component:module", "component:chip", { mode: "ESSENTIAL", use: "EMBODIED" }),
  link("produces", "facility:fab", "component:module", { company: "company:alpha", state: "ACTIVE" }),
  link("located-in", "facility:fab", "place:xx"),
  link("stake", "company:group", "company:beta", { type: "CONSOLIDATED", controls: true, state: "ACTIVE" }),
  link("qualified", "company:alpha", "component:module", { buyer: "company:buyer", state: "QUALIFIED" }),
];

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(RECORDS);
});

describe("diversification over the API", () => {
  it("names suppliers, numbers and causes, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      diversification(of: "component:module", buyer: "company:buyer") {
        of { id } reason coverage { known needed } excluded { count }
        needs { totalCount nodes { need { name } buyer { id } list reason completeness { id } withoutMaker { id }
          nominal { low high isAtLeast } qualified { low high }
          suppliers { companies { id } qualification qualifications { id } parent { id } plants { id } countries { id }
            arePlantsStated offers { component { id } status relationships { id } } }
          independent { after low high smallestSet { id } unplaced { id } }
          commonCauses { totalCount nodes { kind cause { id } suppliers { id } verdict list through { id } sentence } } } } }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    const { needs } = (data ?? {})["diversification"] as { needs: { totalCount: number; nodes: unknown[] } };
    expect(needs.totalCount).toBe(2);
    expect(needs.nodes[0]).toMatchObject({
      need: { name: "a maker" },
      buyer: { id: "company:buyer" },
      list: "UNKNOWN",
      nominal: { low: 2, high: 2, isAtLeast: true },
      qualified: { low: 1, high: 2 },
      suppliers: [
        {
          companies: [{ id: "company:alpha" }],
          qualification: "QUALIFIED",
          plants: [{ id: "facility:fab" }],
          countries: [{ id: "place:xx" }],
          arePlantsStated: true,
        },
        { companies: [{ id: "company:beta" }], qualification: "UNKNOWN", parent: { id: "company:group" } },
      ],
      commonCauses: {
        totalCount: 1,
        nodes: [
          { kind: "UPSTREAM", cause: { id: "company:gamma" }, verdict: "SOLE_DOCUMENTED", list: "UNKNOWN" },
        ],
      },
    });
  });

  it("refuses what has no suppliers, and an unknown id", async () => {
    const { errors } = await asker.ask(`{ diversification(of: "place:xx") { reason } }`);
    expect(errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
    const unknown = await asker.ask(`{ diversification(of: "component:none") { reason } }`);
    expect(unknown.errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
  });

  it("says why it is empty", async () => {
    const { data } = await asker.ask(
      `{ diversification(of: "company:gamma") { reason needs { totalCount } } }`,
    );
    expect(data).toEqual({ diversification: { reason: "NOT_DOCUMENTED", needs: { totalCount: 0 } } });
  });
});

describe("neighborhood over the API", () => {
  it("gives nodes and links, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      neighborhood(id: "facility:fab", depth: 2) { center { id } depth nodeCount linkCount reason cut { limit }
        nodes { depth node { id } }
        links { from { id } to { id } channel sentence relationships { id } contracts { id } certainty confidence } }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data?.["neighborhood"]).toMatchObject({
      center: { id: "facility:fab" },
      nodes: [
        { depth: 0, node: { id: "facility:fab" } },
        { depth: 1, node: { id: "component:module" } },
        { depth: 1, node: { id: "place:xx" } },
        { depth: 2, node: { id: "company:alpha" } },
        { depth: 2, node: { id: "company:beta" } },
        { depth: 2, node: { id: "component:chip" } },
      ],
      cut: null,
    });
  });

  it("refuses a depth out of bounds and an id that is a relationship", async () => {
    const deep = await asker.ask(`{ neighborhood(id: "facility:fab", depth: 9) { nodeCount } }`);
    expect(deep.errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
    const making = "makes:company-alpha--component-module";
    const { errors } = await asker.ask(`{ neighborhood(id: "${making}") { nodeCount } }`);
    expect(errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  });
});
