import { beforeAll, describe, expect, it } from "vitest";
import { recordsOf, type GraphBuilder } from "../support/graph-builder.ts";
import { askerOf, type Asker } from "./ask.ts";

const USD = { currency: "USD", valueBasis: "BASE_TERM" };

/** A lab rents from a cloud that buys from a maker that invests in the lab; a second cloud has one counterparty in common. */
function circle(g: GraphBuilder): void {
  const signed = (id: string): string => g.milestone(id, "DEFINITIVE", "2025-01-01");
  signed(
    g.contract("compute", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "cloud" }, [], {
      ...USD,
      value: 10,
      firmness: "FIRM",
    }),
  );
  signed(g.contract("chips", "SUPPLY", { CUSTOMER: "cloud", SUPPLIER: "maker" }, [], { ...USD, value: 4 }));
  const round = g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: "maker", INVESTEE: "lab" }, [], {
    ...USD,
    value: 7,
  });
  g.milestone(round, "NON_BINDING", "2025-01-01");
  signed(g.contract("second", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "other-cloud" }));
  g.contract("gone", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "cloud" }, [], {
    outcome: "EXPIRED",
    outcomeDate: "2026-01-01",
  });
}

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(recordsOf(circle));
});

const ANSWERED = `fragment Answered on Answer {
  computedUnder { asOf profile channels } coverage { counts known needed } reason cut { limit } excluded { filter }
}`;

describe("commitments over the API", () => {
  it("tell what binds, with contracts, counterparties and what ended, and call no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      commitments(of: "company:lab", direction: PAYS, groupBy: COUNTERPARTY) {
        of { name } direction groupBy companies { id } groupCount internalCount
        whole { count withoutValue signed { moneyClass contracts amount { low high unit basis } } rest { contracts } firm { amount { low } } }
        bindings { binding count commitments(first: 1) { totalCount pageInfo { hasNextPage }
          nodes { contract { id } counterparties { name } stage stageIsKnown firmness amount { high } isInForce isShared mayOverlap parts { id } } } }
        groups { key label companies { name } }
        ended { nodes { contract { id outcome } counterparties { name } } }
        reason coverage { known needed }
      }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      commitments: {
        of: { name: "lab" },
        companies: [{ id: "company:lab" }],
        groupCount: 2,
        internalCount: 0,
        whole: { count: 2, withoutValue: 1, firm: [{ amount: { low: 10 } }], rest: [] },
        bindings: [
          {
            binding: "BINDS",
            count: 1,
            commitments: {
              totalCount: 1,
              nodes: [{ contract: { id: "contract:compute" }, firmness: "FIRM" }],
            },
          },
          { binding: "SIGNED", count: 1 },
        ],
        groups: [{ key: "company:cloud" }, { key: "company:other-cloud" }],
        ended: { nodes: [{ contract: { id: "contract:gone", outcome: "EXPIRED" } }] },
        reason: null,
        coverage: { known: 1, needed: 2 },
      },
    });
  });

  it("are refused for what is no company", async () => {
    const codes = async (of: string): Promise<readonly unknown[]> => {
      const { errors } = await asker.ask(`{ commitments(of: "${of}", direction: PAYS) { sentence } }`);
      return errors.map(({ code }) => code);
    };
    expect(await codes("company:nobody")).toEqual(["NOT_FOUND"]);
    expect(await codes("contract:compute")).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("cycles over the API", () => {
  it("are a connection that is an answer too, page by page, and call no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      cycles(through: "company:lab", first: 1) {
        totalCount pageInfo { hasNextPage endCursor } edges { cursor node { length } }
        through { name } sentence caveat counts { length cycles contractForms } selfDealing { flowType } selfDealingCount
        nodes { companies { id } stage binding overlap bottleneck { low high basis } gross { high } amountReason
          weakest { from { name } sentence }
          hops { from { name } to { name } flowCount totals { contracts } flows { from { id } to { id } fact { id } isShared isInForce stage amount { high } } evidence { id } } }
        computedUnder { asOf profile } reason cut { limit } excluded { filter }
      }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      cycles: {
        totalCount: 1,
        through: { name: "lab" },
        pageInfo: { hasNextPage: false },
        counts: [{ length: 3, cycles: 1, contractForms: 1 }],
        nodes: [
          {
            companies: [{ id: "company:cloud" }, { id: "company:maker" }, { id: "company:lab" }],
            stage: "NON_BINDING",
            binding: "NON_BINDING",
            bottleneck: { low: 4, high: 4, basis: "BASE_TERM" },
            gross: { high: 21 },
            weakest: { from: { name: "maker" } },
          },
        ],
        reason: null,
      },
    });
  });

  it("say what went wrong with a length or a cursor", async () => {
    const ask = async (args: string): Promise<readonly unknown[]> => {
      const { errors } = await asker.ask(`{ cycles(${args}) { totalCount } }`);
      return errors.map(({ code }) => code);
    };
    expect(await ask("maxLength: 1")).toEqual(["BAD_USER_INPUT"]);
    expect(await ask(`after: "abc"`)).toEqual(["BAD_USER_INPUT"]);
    expect(await ask("first: 101")).toEqual(["LIMIT_EXCEEDED"]);
  });
});

describe("exposure over the API", () => {
  it("lists lines, what is shared, and ways through others, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(
      `query {
        exposure(of: ["company:cloud", "company:other-cloud"]) {
          of { id } to { id } sentence
          lines(channel: REVENUE) { totalCount nodes { company { id } counterparty { id } channel source contracts { id }
            totals { amount { high } } signed { contracts } megawatts { high } share { low } shareOf shareReason period { text } timing binding evidence { id } } }
          counterparties(minCompanies: 2) { nodes { counterparty { id } companies { id } channels lineCount lines { sentence } } }
          ...Answered
        }
        direct: exposure(of: ["company:maker"], to: "company:lab") { indirect { from { id } to { id } path { length } share { low } shareReason reason cut { limit } } }
      } ${ANSWERED}`,
    );
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      exposure: {
        to: null,
        lines: {
          totalCount: 2,
          nodes: [
            { company: { id: "company:cloud" }, counterparty: { id: "company:lab" }, binding: "BINDS" },
            { company: { id: "company:other-cloud" }, counterparty: { id: "company:lab" } },
          ],
        },
        counterparties: { nodes: [{ counterparty: { id: "company:lab" }, lineCount: 2 }] },
        reason: null,
      },
      direct: {
        indirect: [
          { from: { id: "company:maker" }, path: { length: 2 } },
          { from: { id: "company:lab" }, path: { length: 2 } },
        ],
      },
    });
  });

  it("says why it is empty, and refuses too many companies", async () => {
    const { data } = await asker.ask(
      `{ exposure(of: ["company:other-cloud"], filter: { minConfidence: HIGH, asOf: "2020-01-01" }) { reason excluded { filter count } } }`,
    );
    expect(data).toEqual({ exposure: { reason: "FILTERED_OUT", excluded: [{ filter: "asOf", count: 1 }] } });
    const many = JSON.stringify(Array.from({ length: 101 }, () => "company:lab"));
    const { errors } = await asker.ask(`{ exposure(of: ${many}) { sentence } }`);
    expect(errors.map(({ code }) => code)).toEqual(["LIMIT_EXCEEDED"]);
  });
});
