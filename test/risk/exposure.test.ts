import { describe, expect, it } from "vitest";
import { InvalidArgumentError, LimitExceededError, NotFoundError } from "../../src/domain/errors.ts";
import { exposure, type ExposureInput } from "../../src/risk/exposure/exposure.ts";
import { graphOf, questionTo, type Fields, type GraphBuilder } from "../support/graph-builder.ts";

const USD = { currency: "USD", valueBasis: "BASE_TERM" };

function lease(g: GraphBuilder, slug: string, tenant: string, landlord: string, fields: Fields = {}): string {
  const id = g.contract(slug, "LEASE", { LESSEE: tenant, LESSOR: landlord }, [], { ...USD, ...fields });
  g.milestone(id, "DEFINITIVE", "2025-01-01");
  return id;
}

function ask(
  describeGraph: (g: GraphBuilder) => void,
  of: readonly string[],
  input: Partial<ExposureInput> = {},
) {
  const ids = of.map((slug) => (slug.includes(":") ? slug : `company:${slug}`));
  return exposure(questionTo(graphOf(describeGraph)), { of: ids, ...input });
}

function lines(answer: ReturnType<typeof ask>): readonly string[] {
  return answer.lines.map(
    ({ company, counterparty, channel, source }) =>
      `${company.slice(8)} ${channel} ${counterparty.slice(8)} ${source}`,
  );
}

describe("exposure", () => {
  it("reads each side of a contract in its own channel", () => {
    const world = (g: GraphBuilder): void => {
      lease(g, "lease", "tenant", "landlord");
      g.contract("loan", "LOAN", { LENDER: "bank", BORROWER: "landlord", ARRANGER: "arranger" });
      g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: "bank", INVESTEE: "tenant" });
      g.contract("power", "POWER_SUPPLY", { CUSTOMER: "landlord", UTILITY: "utility" });
      g.contract("parts", "SUPPLY", { CUSTOMER: "tenant", SUPPLIER: "maker" });
    };
    expect(lines(ask(world, ["tenant", "landlord", "bank", "utility", "maker", "arranger"]))).toEqual([
      "bank CREDIT landlord CONTRACTS",
      "bank EXPOSURE tenant CONTRACTS",
      "landlord CAPITAL bank CONTRACTS",
      "landlord REVENUE tenant CONTRACTS",
      "landlord POWER utility CONTRACTS",
      "maker REVENUE tenant CONTRACTS",
      "tenant CAPITAL bank CONTRACTS",
      "tenant CAPACITY landlord CONTRACTS",
      "tenant SUPPLY maker CONTRACTS",
      "utility REVENUE landlord CONTRACTS",
    ]);
  });

  it("holds a guarantor to whom it guarantees for, without the value of the lease", () => {
    const answer = ask(
      (g) => {
        g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", GUARANTOR: "giant" }, [], {
          ...USD,
          value: 9,
        });
      },
      ["giant"],
    );
    expect(lines(answer)).toEqual(["giant CREDIT tenant CONTRACTS"]);
    expect(answer.lines[0]?.binding).toBe("RUMOURED");
    expect(answer.lines[0]?.totals).toEqual([]);
  });

  it("counts a whole and not its parts, and never adds two bases", () => {
    const { lines: found } = ask(
      (g) => {
        lease(g, "whole", "a", "b", { value: 10, capacityMegawatts: 100, capacityBasis: "CRITICAL_IT" });
        g.link("PART_OF", lease(g, "part", "a", "b", { value: 4 }), "contract:whole");
        lease(g, "other", "a", "b", {
          value: 5,
          valueBasis: "UP_TO",
          capacityMegawatts: 7,
          capacityBasis: "PLANNED",
        });
      },
      ["a"],
    );
    expect(found.map(({ contracts }) => contracts)).toEqual([["contract:other", "contract:whole"]]);
    expect(found[0]?.totals.map(({ amount }) => [amount.basis, amount.low, amount.high])).toEqual([
      ["BASE_TERM", 10, 10],
      ["UP_TO", 0, 5],
    ]);
    expect(found[0]?.megawatts.map(({ basis, high }) => [basis, high])).toEqual([
      ["CONTRACTED_IT", 100],
      ["PLANNED", 7],
    ]);
  });

  it("leaves of a round with others what parts do not name as theirs, and says that the part is not stated", () => {
    const world = (g: GraphBuilder): void => {
      for (const [slug, investors, value] of [
        ["round", ["a", "b", "c"], 100],
        ["own", ["a"], 30],
        ["other", ["b"], 45],
      ] as const) {
        const roles = { INVESTOR: [...investors], INVESTEE: "x" };
        const id = g.contract(slug, "EQUITY_INVESTMENT", roles, [], { ...USD, value });
        g.milestone(id, "DEFINITIVE", "2025-01-01");
        if (slug !== "round") g.link("PART_OF", id, "contract:round");
      }
    };
    const amounts = (of: string) =>
      ask(world, [of], { to: "company:x" }).lines.flatMap(({ totals }) =>
        totals.map(({ amount }) => [amount.low, amount.high]),
      );
    expect([amounts("a"), amounts("b"), amounts("c")]).toEqual([[[30, 30]], [[45, 45]], [[0, 25]]]);
    expect(ask(world, ["c"]).lines.map(({ sentence }) => sentence)).toEqual([
      "Investment of c in x: 1 contract (signed: an unstated part of USD 100 over the base term (at most USD 25)).",
    ]);
    expect(ask(world, ["x"], { to: "company:c" }).lines[0]?.totals[0]?.amount).toMatchObject({
      low: 0,
      high: 25,
    });
  });

  it("never takes the one known investor of a round with others for all of it", () => {
    const amounts = (fields: Fields) =>
      ask(
        (g) => {
          const roles = { INVESTOR: "lead", INVESTEE: "x" };
          g.contract("round", "EQUITY_INVESTMENT", roles, [], { ...USD, value: 8, ...fields });
        },
        ["lead"],
      ).lines.map(({ totals }) => [totals[0]?.amount.low, totals[0]?.amount.high]);
    expect([amounts({}), amounts({ othersPay: true })]).toEqual([[[8, 8]], [[0, 8]]]);
  });

  it("keeps what is signed apart from what is only said", () => {
    const { lines: found } = ask(
      (g) => {
        lease(g, "signed", "a", "b", { value: 10 });
        g.contract("letter", "LEASE", { LESSEE: "a", LESSOR: "b" }, [], { ...USD, value: 90 });
        g.milestone("contract:letter", "NON_BINDING", "2025-01-01");
        lease(g, "option", "a", "b", { value: 40, firmness: "OPTION" });
      },
      ["a"],
    );
    expect(found[0]?.totals[0]?.amount.high).toBe(140);
    expect(found[0]?.signed[0]?.amount.high).toBe(10);
    expect(found[0]?.sentence).toMatch(
      /signed: USD 10 .*; as an option: USD 40 .*; letter of intent: USD 90/,
    );
  });

  it("gives a share only of a whole that is known: signed power, a published statement, a capital", () => {
    const IT = (megawatts: number): Fields => ({
      capacityMegawatts: megawatts,
      capacityBasis: "CRITICAL_IT",
    });
    const shares = (describeGraph: (g: GraphBuilder) => void, of: string) =>
      ask(describeGraph, [of]).lines.map(({ counterparty, share, shareReason }) => [
        counterparty.slice(8),
        share?.low ?? shareReason,
      ]);
    const world = (g: GraphBuilder): void => {
      lease(g, "one", "a", "landlord", IT(30));
      lease(g, "two", "b", "landlord", IT(10));
      g.contract("parts", "SUPPLY", { CUSTOMER: "a", SUPPLIER: "maker" }, [], { ...USD, value: 5 });
      g.link("OWNS_STAKE", g.company("holder"), "company:a", {
        type: "MINORITY",
        state: "ACTIVE",
        controls: false,
        share: 0.2,
      });
    };
    expect(shares(world, "landlord")).toEqual([
      ["a", 0.75],
      ["b", 0.25],
    ]);
    expect(shares(world, "a")).toEqual([
      ["landlord", "no source states the whole"],
      ["maker", "no source states the whole"],
    ]);
    expect(shares(world, "maker")).toEqual([["a", "no source states the whole"]]);
    expect(shares(world, "holder")).toEqual([["a", 0.2]]);
  });

  it("takes the latest published share of each whole, an estimate for several from nothing, and nobody unnamed", () => {
    const answer = ask(
      (g) => {
        g.company("a");
        const demand = { side: "DEMAND", measure: "REVENUE", what: "revenue by customer" };
        g.company("unnamed", { entityType: "PLACEHOLDER" });
        g.estimate("old", "company:a", [["b", 60]], { ...demand, period: "2024" });
        g.estimate(
          "new",
          "company:a",
          [
            ["b", 40],
            [["c", "d"], 30],
            ["unnamed", 10],
          ],
          {
            ...demand,
            period: "2025",
          },
        );
        g.estimate("next", "company:a", [["b", 20]], { ...demand, period: "2027" });
        g.put("observation:same", {
          subject: "company:a",
          counterparty: "company:b",
          metric: "CUSTOMER_REVENUE_SHARE",
          value: 40,
          unit: "percent",
          period: "2025",
          timing: "ACTUAL",
          confidence: "HIGH",
        });
        g.put("observation:backlog", {
          subject: "company:a",
          counterparty: "company:b",
          metric: "BACKLOG_SHARE",
          value: 45,
          unit: "percent",
          asOf: "2025-12-31",
          timing: "ACTUAL",
          confidence: "HIGH",
        });
      },
      ["a"],
    );
    expect(
      answer.lines.map(({ counterparty, share, shareOf, period }) => [
        counterparty,
        share?.low,
        share?.high,
        shareOf,
        period,
      ]),
    ).toEqual([
      ["company:b", 0.4, 0.4, "revenue by customer", "2025"],
      ["company:b", 0.45, 0.45, "backlog of a", "2025-12-31"],
      ["company:c", 0, 0.3, "revenue by customer", "2025"],
      ["company:d", 0, 0.3, "revenue by customer", "2025"],
    ]);
    expect(answer.excluded).toEqual([{ filter: "asOf", count: 1, examples: ["estimate:next"] }]);
  });

  it("lists counterparties that several share first, and shares nobody unnamed", () => {
    const answer = ask(
      (g) => {
        g.company("unnamed", { entityType: "PLACEHOLDER" });
        lease(g, "one", "a", "common");
        lease(g, "two", "b", "common");
        lease(g, "three", "a", "unnamed");
        lease(g, "four", "b", "unnamed");
        lease(g, "five", "b", "aaa");
      },
      ["b", "a", "a"],
    );
    expect(answer.of).toEqual(["company:a", "company:b"]);
    expect(answer.counterparties.map(({ counterparty, companies }) => [counterparty, companies])).toEqual([
      ["company:common", ["company:a", "company:b"]],
      ["company:aaa", ["company:b"]],
      ["company:unnamed", ["company:a"]],
      ["company:unnamed", ["company:b"]],
    ]);
  });

  it("tells the ways through others, one each way, and no share where a step has none", () => {
    const answer = ask(
      (g) => {
        lease(g, "lower", "middle", "landlord");
        lease(g, "upper", "user", "middle");
      },
      ["landlord"],
      { to: "company:user" },
    );
    expect(answer.lines).toEqual([]);
    expect(answer.reason).toBeNull();
    expect(answer.indirect.map(({ from, path, share }) => [from, path?.length, share])).toEqual([
      ["company:landlord", 2, null],
      ["company:user", 2, null],
    ]);
    expect(answer.indirect[0]?.shareReason).toBe("no source states the share of every step");
  });

  it("leaves the direct way out of the ways through others", () => {
    const answer = ask(
      (g) => {
        lease(g, "direct", "user", "landlord");
      },
      ["landlord"],
      { to: "company:user" },
    );
    expect(lines(answer)).toEqual(["landlord REVENUE user CONTRACTS"]);
    expect(answer.indirect.map(({ path, reason }) => [path, reason])).toEqual([
      [null, "NOT_DOCUMENTED"],
      [null, "NOT_DOCUMENTED"],
    ]);
  });

  it("says why there is none, the date included, and counts neither what ended nor subsidiaries", () => {
    const world = (g: GraphBuilder): void => {
      lease(g, "over", "a", "b", { outcome: "TERMINATED", outcomeDate: "2026-01-01" });
      g.link("OWNS_STAKE", "company:a", g.company("child"), {
        type: "CONSOLIDATED",
        state: "ACTIVE",
        controls: true,
      });
    };
    expect([ask(world, ["a"]).lines, ask(world, ["a"]).reason]).toEqual([[], "FILTERED_OUT"]);
    expect(ask(world, ["child"]).reason).toBe("NOT_DOCUMENTED");
    const filtered = ask((g) => lease(g, "weak", "a", "b", { confidence: "LOW" }), ["a"], {
      filter: { minConfidence: "HIGH" },
    });
    expect(filtered.reason).toBe("FILTERED_OUT");
  });

  it("refuses no company, too many, unknown ones, and itself as the other side", () => {
    const world = (g: GraphBuilder): void => void lease(g, "x", "a", "b");
    expect(() => ask(world, [])).toThrow(InvalidArgumentError);
    expect(() =>
      ask(
        world,
        Array.from({ length: 101 }, () => "a"),
      ),
    ).toThrow(LimitExceededError);
    expect(() => ask(world, ["nobody"])).toThrow(NotFoundError);
    expect(() => ask(world, ["contract:x"])).toThrow(InvalidArgumentError);
    expect(() => ask(world, ["a"], { to: "company:a" })).toThrow(InvalidArgumentError);
  });
});
