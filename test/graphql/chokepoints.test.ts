import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, link, record } from "./graph-fixture.ts";

/** A chip of two parts that one firm each makes, the second in a plant in Texas; and parts enough for two pages. */
const PARTS = Array.from({ length: 30 }, (_, n) => `component:part-${String(n).padStart(2, "0")}`);
const RECORDS = [
  ...FIXTURE_RECORDS,
  record("component:chip", { name: "Chip", category: "ACCELERATOR" }),
  record("company:maker", { name: "Maker", entityType: "CORPORATION" }),
  record(
    "makes:chip",
    { role: "DESIGNER", state: "ACTIVE" },
    { from: "company:maker", to: "component:chip" },
  ),
  record("completeness:chip", {
    component: "component:chip",
    need: "DESIGN",
    needKind: "ROLE",
    state: "COMPLETE",
    basis: "PROPRIETARY",
    statement: "Its own design.",
    confidence: "HIGH",
  }),
  record("evidence:chip", { fact: "completeness:chip", source: "source:report", stance: "SUPPORTS" }),
  ...PARTS.flatMap((id) => [
    record(id, { name: id.slice("component:".length), category: "MATERIAL" }),
    link("requires", "component:chip", id, { mode: "ESSENTIAL", use: "EMBODIED" }),
  ]),
];

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(RECORDS);
});

describe("chokepoints", () => {
  it("tell who must not be lost, the way there and what else falls, and call no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      chokepoints(of: ["component:chip"], maxOrder: 2) {
        targets { id } targetCount effect searchedOrder caveat undocumentedNeeds
        undocumented { name dependent { id } }
        counts { order verdict kind count }
        computedUnder { channels } coverage { known needed } reason cut { limit } excluded { filter }
        chokepoints(kinds: [COMPANY]) { totalCount nodes {
          members { id } order verdict stopsCount provedCount stopsAll megawatts { low } sentence
          witness { sentence }
          stops { totalCount nodes { target { id } verdict effect through { id } sentence
            witness { need { name isClosed } } steps { completeness { id } } } }
          falls { fallen { nodes { node { id } effect } } }
        } }
        bibliography { attributions }
      }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      chokepoints: {
        targets: [{ id: "component:chip" }],
        effect: "NEW",
        searchedOrder: 2,
        undocumentedNeeds: 31,
        counts: [
          { order: 1, verdict: "PROVED", kind: "COMPANY", count: 1 },
          { order: 1, verdict: "PROVED", kind: "COMPONENT", count: 30 },
        ],
        coverage: { known: 32, needed: 63 },
        reason: null,
        chokepoints: {
          totalCount: 1,
          nodes: [
            {
              members: [{ id: "company:maker" }],
              verdict: "PROVED",
              stopsCount: 1,
              stopsAll: true,
              sentence: "Without Maker, Chip cannot be made: only Maker designs Chip.",
              stops: {
                nodes: [
                  {
                    effect: "NOW",
                    through: null,
                    witness: { need: { name: "a designer", isClosed: true } },
                    steps: [{ completeness: { id: "completeness:chip" } }],
                  },
                ],
              },
              falls: { fallen: { nodes: [{ node: { id: "component:chip" }, effect: "NOW" }] } },
            },
          ],
        },
      },
    });
  });

  it("come in pages that miss none and repeat none", async () => {
    const query = `query ($after: String) { chokepoints(of: ["component:chip"]) {
      chokepoints(first: 12, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { members { id } } } } }`;
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { chokepoints } = await dataOf(asker, query, { variables: { after } });
      const { chokepoints: page } = chokepoints as {
        chokepoints: {
          pageInfo: { hasNextPage: boolean; endCursor: string };
          nodes: { members: { id: string }[] }[];
        };
      };
      found.push(...page.nodes.flatMap(({ members }) => members.map(({ id }) => id)));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found.toSorted()).toEqual(["company:maker", ...PARTS]);
  });

  it.each([
    [`of: ["component:chip"], maxOrder: 0`, "BAD_USER_INPUT", "maxOrder is 0; expected 1 to 3"],
    [`of: ["component:chip"], maxOrder: 4`, "BAD_USER_INPUT", "maxOrder is 4; expected 1 to 3"],
    [
      `of: []`,
      "BAD_USER_INPUT",
      "of is 0 ids; expected 1 to 100 ids, or targets: DATA_CENTRES to ask about all data centres",
    ],
    [
      `of: ["component:chip"], targets: DATA_CENTRES`,
      "BAD_USER_INPUT",
      "of is 1 ids; expected an empty list where targets is DATA_CENTRES",
    ],
    [
      `of: ["makes:chip"]`,
      "BAD_USER_INPUT",
      `of is "makes:chip" (MAKES); expected the company or the component that it joins`,
    ],
    [
      `of: ["component:chip"], targets: FACILITIES_OF`,
      "BAD_USER_INPUT",
      `of is "component:chip" (Component); expected a company where targets is FACILITIES_OF; leave targets out to ask for the thing itself`,
    ],
    [
      `of: ["component:nothing"]`,
      "NOT_FOUND",
      `no record has the id "component:nothing"; look it up with search or resolve first`,
    ],
  ])("refuse chokepoints(%s) with what to give", async (args, code, message) => {
    const { errors } = await asker.ask(`{ chokepoints(${args}) { targetCount } }`);
    expect(errors.map((error) => [error.code, error.message])).toEqual([[code, message]]);
  });
});
