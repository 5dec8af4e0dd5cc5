import { describe, expect, it } from "vitest";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { ask, bounds } from "./ask-market.ts";

describe("a market read off contracts", () => {
  const IT = { capacityBasis: "CRITICAL_IT" };
  const lease = (
    g: GraphBuilder,
    slug: string,
    tenant: string,
    megawatts?: number,
    fields: Fields = {},
  ): string => {
    const id = g.contract(slug, "LEASE", { LESSEE: tenant, LESSOR: "landlord" }, [], {
      ...(megawatts === undefined ? {} : { capacityMegawatts: megawatts, ...IT }),
      ...fields,
    });
    g.milestone(id, "DEFINITIVE", "2025-01-01");
    return id;
  };
  const tenants = (describeGraph: (g: GraphBuilder) => void, input: Parameters<typeof ask>[3] = {}) =>
    ask(graphOf(describeGraph), "TENANTS_OF", "company:landlord", input);
  const lines = (answer: ReturnType<typeof ask>) =>
    answer.members.map(({ label, amount }) => `${label} ${amount?.low}–${amount?.high}`);

  it("adds up roots only: a master lease and its parts are the same megawatts", () => {
    const answer = tenants((g) => {
      lease(g, "master", "a", 590);
      lease(g, "part", "a", 260);
      g.link("PART_OF", "contract:part", "contract:master");
      lease(g, "other", "b", 410);
    });
    expect(lines(answer)).toEqual(["a 590–590", "b 410–410"]);
    // 59² + 41²
    expect(bounds(answer)).toEqual([5162, 5162]);
    expect([answer.market.measure, answer.market.basis]).toEqual(["MW", "CONTRACTED_IT"]);
  });

  it("leaves out what another contract supersedes, has ended, or is not signed yet", () => {
    const answer = tenants((g) => {
      lease(g, "old", "a", 100);
      lease(g, "new", "a", 120);
      g.link("SUPERSEDES", "contract:new", "contract:old");
      lease(g, "gone", "b", 50, { outcome: "EXPIRED", outcomeDate: "2026-01-01" });
      g.contract("hope", "LEASE", { LESSEE: "c", LESSOR: "landlord" }, [], { capacityMegawatts: 9, ...IT });
    });
    expect(lines(answer)).toEqual(["a 120–120"]);
    expect(answer.excluded.map(({ filter, examples }) => [filter, examples])).toEqual([
      ["asOf", ["contract:gone"]],
      ["minStage", ["contract:hope"]],
    ]);
    expect(answer.computedUnder.minStage).toBe("DEFINITIVE");
  });

  it("counts from nothing what may lie inside another contract", () => {
    const answer = tenants((g) => {
      lease(g, "master", "a", 590);
      lease(g, "austin", "a", 16, { overlapUnclear: true });
      lease(g, "b", "b", 100);
    });
    expect(lines(answer)).toEqual(["a 590–606", "b 100–100"]);
  });

  it("never adds two bases, and prefers power for computers", () => {
    const answer = tenants((g) => {
      lease(g, "one", "a", 100);
      lease(g, "two", "b", 300, { capacityBasis: "CONTRACTED_IT" });
      lease(g, "three", "c", 900, { capacityBasis: "GROSS_FACILITY" });
    });
    expect(lines(answer)).toEqual(["b 300–300", "a 100–100"]);
    expect([answer.coverage.known, answer.coverage.needed]).toEqual([2, 3]);
  });

  it("says that a contract of unknown size may change everything", () => {
    const answer = tenants((g) => {
      lease(g, "one", "a", 100);
      lease(g, "two", "b");
    });
    // Two members at least as even as half and half, or one with nearly all.
    expect(bounds(answer)).toEqual([5000, 10_000]);
    expect([answer.cr1.low, answer.cr1.high]).toEqual([0.5, 1]);
    expect(answer.caveat).toContain("1 contract without an amount");
    expect(answer.covered).toBe(0.5);
  });

  it("lets undisclosed tenants be anybody", () => {
    const answer = tenants((g) => {
      g.company("secret", { entityType: "PLACEHOLDER" });
      lease(g, "one", "a", 60);
      lease(g, "two", "secret", 40);
    });
    // Apart 60² + 40² = 5200, or the secret one is a itself.
    expect(bounds(answer)).toEqual([5200, 10_000]);
    expect(answer.covered).toBeCloseTo(0.6);
  });

  it("has no headline where most of it is undisclosed", () => {
    const answer = tenants((g) => {
      g.company("secret", { entityType: "PLACEHOLDER" });
      lease(g, "one", "a", 40);
      lease(g, "two", "secret", 60);
    });
    expect([answer.headline, answer.reason]).toEqual([null, "BELOW_COVERAGE_FLOOR"]);
  });

  it("leaves out a tenant that is only expected", () => {
    const answer = tenants((g) => {
      lease(g, "one", "a", 40);
      const open = g.contract("two", "LEASE", { LESSOR: "landlord" }, [], { capacityMegawatts: 60, ...IT });
      g.milestone(open, "DEFINITIVE", "2025-01-01");
      g.link("PARTY_TO", g.company("hopeful"), open, { role: "LESSEE", isProspective: true });
    });
    expect(lines(answer)).toEqual(["a 40–40"]);
  });

  it("adds up by ultimate parent when asked to", () => {
    const answer = tenants(
      (g) => {
        lease(g, "one", "a", 50);
        lease(g, "two", "b", 50);
        const control = { type: "CONSOLIDATED", controls: true, state: "ACTIVE" };
        g.link("OWNS_STAKE", g.company("top"), "company:a", control);
        g.link("OWNS_STAKE", "company:top", "company:b", control);
      },
      { groupBy: "ULTIMATE_PARENT" },
    );
    expect([lines(answer), bounds(answer)]).toEqual([["top 100–100"], [10_000, 10_000]]);
  });

  it("is of one site where the site is asked about: the power there, or the part that lies there", () => {
    const graph = graphOf((g) => {
      const master = g.contract(
        "master",
        "LEASE",
        { LESSEE: "a", LESSOR: "landlord" },
        ["facility:one", ["facility:two", { megawatts: 70, ...IT }]],
        { capacityMegawatts: 590, ...IT },
      );
      const part = g.contract("part", "LEASE", { LESSEE: "a", LESSOR: "landlord" }, ["facility:one"], {
        capacityMegawatts: 260,
        ...IT,
      });
      g.link("PART_OF", part, master);
      g.milestone(master, "DEFINITIVE", "2025-01-01");
      g.milestone(part, "DEFINITIVE", "2025-01-01");
    });
    expect(lines(ask(graph, "TENANTS_OF", "facility:one"))).toEqual(["a 260–260"]);
    const [two] = ask(graph, "TENANTS_OF", "facility:two").members;
    expect([two?.amount?.low, two?.amount?.high]).toEqual([70, 70]);
  });

  it("looks the other way for landlords, and by value for customers", () => {
    const graph = graphOf((g) => {
      for (const [slug, landlord, megawatts] of [
        ["one", "x", 526],
        ["two", "y", 400],
        ["three", "z", 590],
      ] as const) {
        const id = g.contract(slug, "LEASE", { LESSEE: "tenant", LESSOR: landlord }, [], {
          capacityMegawatts: megawatts,
          ...IT,
          value: megawatts,
          currency: "USD",
          valueBasis: "TOTAL",
        });
        g.milestone(id, "DEFINITIVE", "2025-01-01");
      }
    });
    // 590, 526, 400 of 1516: 3414.66
    expect(bounds(ask(graph, "LANDLORDS_OF", "company:tenant"))).toEqual([3414.66, 3414.66]);
    const customers = ask(graph, "CUSTOMERS_OF", "company:x");
    expect([customers.market.measure, customers.members[0]?.amount?.unit]).toEqual(["VALUE", "USD"]);
  });

  it("prefers a published statement of customers to contracts", () => {
    const graph = graphOf((g) => {
      lease(g, "one", "a", 100);
      g.estimate("customers", "company:landlord", [["a", 67]], { side: "DEMAND" });
    });
    expect(ask(graph, "CUSTOMERS_OF", "company:landlord").estimate).toBe("estimate:customers");
    expect(ask(graph, "TENANTS_OF", "company:landlord").estimate).toBeNull();
  });

  it("is empty for a reason", () => {
    expect(tenants((g) => g.company("landlord")).reason).toBe("NOT_DOCUMENTED");
    expect(tenants((g) => lease(g, "one", "a", 1), { filter: { asOf: "2020-01-01" } }).reason).toBe(
      "FILTERED_OUT",
    );
  });
});
