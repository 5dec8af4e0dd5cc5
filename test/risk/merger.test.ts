import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { askMerger } from "./ask-merger.ts";

const sign = (g: GraphBuilder, contract: string): string => {
  g.milestone(contract, "DEFINITIVE", "2025-01-01");
  return contract;
};
/** A lease of b to a that binds. */
const lease = (g: GraphBuilder, slug: string, fields: Fields = {}, covers: readonly string[] = []): string =>
  sign(g, g.contract(slug, "LEASE", { LESSOR: "b", LESSEE: "a" }, covers, fields));
const value = (amount: number, basis = "BASE_TERM"): Fields => ({
  value: amount,
  currency: "USD",
  valueBasis: basis,
});
const totals = (describeGraph: (g: GraphBuilder) => void, filter = {}) =>
  askMerger(describeGraph, "a", "b", filter).internal.totals.map(({ total, customer, channel }) => [
    customer,
    channel,
    total.low,
    total.high,
    total.unit,
    total.basis,
  ]);

describe("who can merge", () => {
  const graph = graphOf((g) => {
    g.link("OWNS_STAKE", g.company("parent"), g.company("child"), { type: "CONSOLIDATED", state: "ACTIVE" });
    g.link("OWNS_STAKE", "company:parent", g.company("sister"), {
      type: "CONSOLIDATED",
      state: "ACTIVE",
      date: "2026-01-01",
    });
    g.company("nobody", { entityType: "PLACEHOLDER" });
    g.facility("site");
    g.put("redirect:old", { oldId: "company:old", target: "company:child" });
  });

  it("are two companies that are known by name", () => {
    expect(() => askMerger(graph, "parent", "ghost")).toThrow(NotFoundError);
    expect(() => askMerger(graph, "parent", "facility:site")).toThrow(
      /target is "facility:site" \(Facility\); expected a company/,
    );
    expect(() => askMerger(graph, "nobody", "parent")).toThrow(
      /acquirer is "company:nobody" \(a placeholder/,
    );
    expect(() => askMerger(graph, "parent", "parent")).toThrow(/the acquirer itself/);
  });

  it("are not one group already, at the date", () => {
    expect(() => askMerger(graph, "parent", "child")).toThrow(InvalidArgumentError);
    expect(() => askMerger(graph, "child", "sister")).toThrow(
      /already of one group .* under parent on 2026-11-25/,
    );
    const earlier = askMerger(graph, "child", "sister", { asOf: "2025-06-01" });
    expect(earlier.target.members).toEqual(["company:sister"]);
  });

  it("may be called by an id that was given up", () => {
    expect(() => askMerger(graph, "parent", "old")).toThrow(/already of one group/);
  });
});

describe("what becomes internal", () => {
  it("adds up roots by direction, channel, unit and basis, and never across", () => {
    expect(
      totals((g) => {
        lease(g, "master", value(10));
        lease(g, "part", value(4));
        g.link("PART_OF", "contract:part", "contract:master");
        lease(g, "other", value(5));
        lease(g, "backlog", value(7, "BACKLOG"));
        lease(g, "euro", { ...value(3), currency: "EUR" });
        sign(g, g.contract("supply", "SUPPLY", { SUPPLIER: "a", CUSTOMER: "b" }, [], value(2)));
      }),
    ).toEqual([
      ["ACQUIRER", "CAPACITY", 3, 3, "EUR", "BASE_TERM"],
      ["ACQUIRER", "CAPACITY", 7, 7, "USD", "BACKLOG"],
      ["ACQUIRER", "CAPACITY", 15, 15, "USD", "BASE_TERM"],
      ["TARGET", "SUPPLY", 2, 2, "USD", "BASE_TERM"],
    ]);
  });

  it("goes from the least to the greatest that sources support, and from nothing where an overlap is unclear", () => {
    expect(
      totals((g) => {
        const master = lease(g, "master", value(10, "BACKLOG"));
        g.evidence(master, "early", { field: "value", value: 8.7, basis: "BACKLOG" });
        lease(g, "austin", { ...value(1), overlapUnclear: true });
      }),
    ).toEqual([
      ["ACQUIRER", "CAPACITY", 8.7, 10, "USD", "BACKLOG"],
      ["ACQUIRER", "CAPACITY", 0, 1, "USD", "BASE_TERM"],
    ]);
  });

  it("skips what another contract took the place of, what has ended and what is only talked of", () => {
    const world = (g: GraphBuilder): void => {
      lease(g, "old", value(1));
      lease(g, "new", value(2));
      g.link("SUPERSEDES", "contract:new", "contract:old");
      lease(g, "gone", { ...value(4), outcome: "TERMINATED", outcomeDate: "2026-01-01" });
      g.contract("hope", "LEASE", { LESSOR: "b", LESSEE: "a" }, [], value(8));
    };
    expect(totals(world)).toEqual([["ACQUIRER", "CAPACITY", 2, 2, "USD", "BASE_TERM"]]);
    const { excluded } = askMerger(world, "a", "b");
    expect(excluded.map(({ filter, examples }) => [filter, examples])).toEqual([
      ["asOf", ["contract:gone"]],
      ["minStage", ["contract:hope"]],
    ]);
    expect(totals(world, { minStage: "RUMOURED" })).toEqual([
      ["ACQUIRER", "CAPACITY", 10, 10, "USD", "BASE_TERM"],
    ]);
  });

  it("spreads a sum over its term where every term is known, and bounds what is left by the signature", () => {
    const [known] = askMerger(
      (g) => lease(g, "l", { ...value(120), termYears: 12, signed: "2024-11-25" }),
      "a",
      "b",
    ).internal.totals;
    expect([known?.perYear?.low, known?.perYear?.high]).toEqual([10, 10]);
    // Two of twelve years are over if the rent began with the signature, none if it has not begun.
    expect(known?.remaining?.low).toBeCloseTo(100, 1);
    expect(known?.remaining?.high).toBe(120);
    const [begun] = askMerger(
      (g) => lease(g, "l", { ...value(120), termYears: 12, signed: "2024-01-01", start: "2025-11-25" }),
      "a",
      "b",
    ).internal.totals;
    expect(begun?.remaining?.low).toBeCloseTo(110, 1);
    expect(begun?.remaining?.high).toBeCloseTo(110, 1);
    const [unknown] = askMerger(
      (g) => {
        lease(g, "l", { ...value(120), termYears: 12 });
        lease(g, "m", value(1));
      },
      "a",
      "b",
    ).internal.totals;
    expect([unknown?.total.low, unknown?.years, unknown?.perYear, unknown?.remaining]).toEqual([
      121,
      null,
      null,
      null,
    ]);
  });

  it("counts a contract that others share from nothing, and none in which the two are on one side", () => {
    expect(
      totals((g) => {
        sign(g, g.contract("joint", "LEASE", { LESSOR: ["b", "c"], LESSEE: "a" }, [], value(9)));
        sign(g, g.contract("together", "LEASE", { LESSOR: "d", LESSEE: ["a", "b"] }, [], value(5)));
        sign(g, g.contract("used", "LEASE", { LESSOR: "d", LESSEE: "b", END_USER: "a" }, [], value(3)));
      }),
    ).toEqual([["ACQUIRER", "CAPACITY", 0, 9, "USD", "BASE_TERM"]]);
  });

  it("names the debts that it secures", () => {
    const { internal } = askMerger(
      (g) => {
        lease(g, "l", value(1));
        g.contract("bond", "BOND", { ISSUER: "b" });
        g.link("SECURES", "contract:l", "contract:bond");
        g.link("SECURES", "contract:l", g.facility("site"));
      },
      "a",
      "b",
    );
    expect(internal.secured).toEqual(["contract:bond"]);
  });
});

describe("how two parties hang together", () => {
  it("is vertical by a contract, and by what one makes and the other's product needs", () => {
    const byContract = askMerger((g) => lease(g, "l"), "a", "b");
    expect([
      byContract.kind,
      byContract.presumption,
      byContract.links.map(({ basis, channel, provider }) => [basis, channel, provider]),
    ]).toEqual(["VERTICAL", null, [["CONTRACT", "CAPACITY", "TARGET"]]]);
    const byNeed = askMerger(
      (g) => {
        g.makes("a", "module");
        g.requires("module", "laser");
        g.makes("b", "dfb");
        g.isA("dfb", "laser");
      },
      "a",
      "b",
    );
    expect(byNeed.links.map(({ basis, component, sentence }) => [basis, component, sentence])).toEqual([
      ["NEED", "component:laser", "b makes laser, which module of a needs."],
    ]);
    expect(byNeed.kind).toBe("VERTICAL");
  });

  it("is neither by a loan, a stake or a partnership alone", () => {
    const { kind, links, reason } = askMerger(
      (g) => {
        sign(g, g.contract("loan", "LOAN", { LENDER: "a", BORROWER: "b" }));
        g.link("OWNS_STAKE", "company:a", "company:b", { type: "MINORITY", share: 0.09, state: "ACTIVE" });
        g.link("OWNS_STAKE", "company:a", "company:b", {
          type: "MINORITY",
          share: 0.05,
          state: "SUPERSEDED",
        });
        for (const id of ["company:a", "company:b"])
          g.link("MEMBER_OF", id, g.put("partnership:p"), { role: "MEMBER" });
      },
      "a",
      "b",
    );
    expect(links.map(({ basis, sentence }) => [basis, sentence])).toEqual([
      ["CONTRACT", "b has credit or a guarantee of a under loan."],
      ["STAKE", "a holds 9 % of b."],
      ["PARTNERSHIP", "Both take part in p."],
    ]);
    expect([kind, reason]).toEqual(["NEITHER_DOCUMENTED", "NOT_DOCUMENTED"]);
  });

  it("says that a filter took it away where one did", () => {
    const { kind, reason } = askMerger((g) => lease(g, "l"), "a", "b", { asOf: "2020-01-01" });
    expect([kind, reason]).toEqual(["NEITHER_DOCUMENTED", "FILTERED_OUT"]);
  });

  it("names who else trades in it, and never a placeholder", () => {
    const { dependents, selfSupply } = askMerger(
      (g) => {
        const it = { capacityMegawatts: 50, capacityBasis: "CRITICAL_IT" };
        lease(g, "l", it);
        sign(g, g.contract("other-tenant", "LEASE", { LESSOR: "b", LESSEE: "tenant" }));
        sign(g, g.contract("elsewhere", "LEASE", { LESSOR: "far", LESSEE: "tenant" }));
        sign(
          g,
          g.contract("other-landlord", "LEASE", { LESSOR: "landlord", LESSEE: "a" }, [], {
            ...it,
            capacityMegawatts: 150,
          }),
        );
        g.company("nobody", { entityType: "PLACEHOLDER" });
        sign(g, g.contract("hidden", "LEASE", { LESSOR: "b", LESSEE: "nobody" }));
      },
      "a",
      "b",
    );
    expect(dependents.map(({ node, loses, side, others }) => [node, loses, side, others])).toEqual([
      ["company:tenant", "PROVIDER", "TARGET", 1],
      ["company:landlord", "CUSTOMER", "ACQUIRER", 0],
    ]);
    expect(selfSupply.map(({ share, outside }) => [share.low, share.high, outside])).toEqual([
      [0.25, 0.25, ["company:landlord"]],
    ]);
  });

  it("names the makers of other products that need the part, but not those that make it themselves", () => {
    const { dependents } = askMerger(
      (g) => {
        for (const maker of ["a", "rival", "whole"]) g.makes(maker, "module");
        g.requires("module", "laser");
        g.makes("b", "laser");
        g.makes("whole", "laser");
      },
      "a",
      "b",
    );
    expect(dependents.map(({ node, component, others }) => [node, component, others])).toEqual([
      ["company:rival", "component:laser", 1],
    ]);
  });
});

describe("the sites of both", () => {
  it("count once, by basis, and become the group's own where one rents from the other", () => {
    const { combined } = askMerger(
      (g) => {
        const power = (capacityMegawatts: number, capacityBasis: string): Fields => ({
          capacityMegawatts,
          capacityBasis,
        });
        g.facility("rented", power(100, "GROSS_FACILITY"));
        g.facility("own", power(40, "GROSS_FACILITY"));
        g.facility("plan", power(500, "PLANNED"));
        g.facility("silent");
        g.facility("dropped", { ...power(900, "PLANNED"), outcome: "CANCELLED" });
        g.facility("hall", power(30, "GROSS_FACILITY"));
        g.link("PART_OF", "facility:hall", "facility:rented");
        g.operates("b", "rented");
        g.operates("b", "hall");
        g.operates("a", "own");
        g.operates("a", "plan");
        g.operates("a", "silent");
        g.operates("a", "dropped");
        lease(g, "l", {}, ["facility:rented"]);
      },
      "a",
      "b",
    );
    expect(
      combined.capacities.map(({ basis, acquirer, target, combined: both, becomesOwn, sites }) => [
        basis,
        ...[acquirer, target, both, becomesOwn].map(({ low }) => low),
        sites,
      ]),
    ).toEqual([
      ["GROSS_FACILITY", 40, 100, 140, 100, 2],
      ["PLANNED", 500, 0, 500, 0, 1],
    ]);
    expect(combined.unsized).toBe(1);
    expect(combined.sites.filter(({ becomesOwn }) => becomesOwn).map(({ facility }) => facility)).toEqual([
      "facility:rented",
    ]);
  });
});

describe("the deal between the two", () => {
  const world = (g: GraphBuilder): void => {
    const deal = g.contract("deal", "ACQUISITION", { ACQUIRER: "a", TARGET: "b" }, [], {
      ...value(9e9, "PURCHASE_PRICE"),
      signed: "2025-07-07",
      outcome: "REJECTED",
      outcomeDate: "2025-10-30",
    });
    g.put("event:vote", { name: "Holders vote it down", type: "VOTE", start: "2025-10-30" });
    g.link("AFFECTS", "event:vote", deal);
    const claim = (id: string, fields: Fields): string =>
      g.put(id, { statement: id, stance: "PROJECTED", ...fields });
    g.link("ABOUT", claim("claim:saving", { date: "2025-07-07" }), deal);
    claim("claim:doubt", { stance: "DISPUTED", answers: ["claim:saving"] });
    g.link("ABOUT", claim("claim:late", { date: "2026-02" }), deal);
    const both = claim("claim:both", {});
    g.link("ABOUT", both, "company:a");
    g.link("ABOUT", both, "company:b");
    g.link("ABOUT", claim("claim:one", {}), "company:a");
  };

  it("stands as it did on the day", () => {
    const states = ["2025-07-01", "2025-08-01", "2026-01-01"].map((asOf) => {
      const { deals, claims } = askMerger(world, "a", "b", { asOf });
      return [deals.map(({ state, events }) => [state, events]), claims];
    });
    expect(states).toEqual([
      [[], ["claim:both"]],
      [[["OPEN", []]], ["claim:both", "claim:doubt", "claim:saving"]],
      [[["ENDED", ["event:vote"]]], ["claim:both", "claim:doubt", "claim:saving"]],
    ]);
  });

  it("is no purchase of assets, and no part of what becomes internal", () => {
    const { deals, internal } = askMerger(
      (g) => {
        world(g);
        g.contract("asset", "ACQUISITION", { BUYER: "a", SELLER: "b" }, [], { signed: "2025-01-01" });
      },
      "a",
      "b",
    );
    expect(deals.map(({ contract }) => contract)).toEqual(["contract:deal"]);
    expect(internal.contracts).toEqual([]);
  });

  it("is named beside open purchases of others that make the same", () => {
    const { parallelDeals } = askMerger(
      (g) => {
        for (const maker of ["b", "rival", "bought", "far"])
          g.makes(maker, maker === "far" ? "other" : "plate");
        const purchase = (slug: string, target: string, fields: Fields = {}): string =>
          g.contract(slug, "ACQUISITION", { ACQUIRER: "big", TARGET: target }, [], fields);
        purchase("open", "rival");
        purchase("done", "bought", { outcome: "COMPLETED", outcomeDate: "2026-01-01" });
        purchase("elsewhere", "far");
        g.company("a");
      },
      "a",
      "b",
    );
    expect(parallelDeals.map(({ contract, components }) => [contract, components])).toEqual([
      ["contract:open", ["component:plate"]],
    ]);
  });

  it("brings no company in which a side holds a stake without control", () => {
    const { target, holdingsApart } = askMerger(
      (g) => {
        g.link("OWNS_STAKE", g.company("b"), g.company("fund"), {
          type: "FUND_MANAGED",
          controls: true,
          state: "ACTIVE",
        });
        g.link("OWNS_STAKE", g.company("a"), "company:fund", {
          type: "MINORITY",
          share: 0.1,
          state: "ACTIVE",
        });
      },
      "a",
      "b",
    );
    expect(target.members).toEqual(["company:b"]);
    expect(
      holdingsApart.map(({ company, side, isCommon, sentence }) => [company, side, isCommon, sentence]),
    ).toEqual([
      ["company:fund", "ACQUIRER", true, "a holds 10 % of fund."],
      ["company:fund", "TARGET", true, "b holds, for funds that it manages, a stake in fund."],
    ]);
  });
});

describe("both failing at once", () => {
  it("takes what either alone leaves standing, and the two stay separate things", () => {
    const { failTogether } = askMerger(
      (g) => {
        g.makes("a", "part");
        g.makes("b", "part");
        g.requires("product", "part");
        g.makes("c", "product");
        // This one falls with a alone.
        g.makes("a", "gadget");
        g.requires("gadget", "product");
      },
      "a",
      "b",
    );
    const { fallen, isWhole } = failTogether();
    expect(isWhole).toBe(true);
    expect(fallen.map(({ node, effect, verdict }) => [node, effect, verdict])).toEqual([
      ["component:part", "NOW", "SOLE_DOCUMENTED"],
      ["component:product", "NOW", "SOLE_DOCUMENTED"],
    ]);
  });
});
