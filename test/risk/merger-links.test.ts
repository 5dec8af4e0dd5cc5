import { describe, expect, it } from "vitest";
import type { Fields, GraphBuilder } from "../support/graph-builder.ts";
import { askMerger } from "./ask-merger.ts";

const sign = (g: GraphBuilder, contract: string): string => {
  g.milestone(contract, "DEFINITIVE", "2025-01-01");
  return contract;
};
/** A lease of b to a that binds. */
const lease = (g: GraphBuilder, slug: string, fields: Fields = {}, covers: readonly string[] = []): string =>
  sign(g, g.contract(slug, "LEASE", { LESSOR: "b", LESSEE: "a" }, covers, fields));

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

  it("says that the date leaves out what ended, be it today's, and nothing of what joins the two in no case", () => {
    const ended = (g: GraphBuilder) =>
      g.contract("l", "LEASE", { LESSOR: "a", LESSEE: "b" }, [], { end: "2020" });
    const { kind, reason, excluded } = askMerger((g) => void ended(g), "a", "b");
    expect([kind, reason, excluded.map(({ filter }) => filter)]).toEqual([
      "NEITHER_DOCUMENTED",
      "FILTERED_OUT",
      ["asOf"],
    ]);
    const withOther = (g: GraphBuilder) => {
      ended(g);
      g.company("c");
    };
    expect(askMerger(withOther, "a", "c").reason).toBe("NOT_DOCUMENTED");
  });

  it("names who else trades in it, and never a placeholder", () => {
    const { dependents, selfSupply } = askMerger(
      (g) => {
        const power = { capacityMegawatts: 50, capacityBasis: "CRITICAL_IT" };
        lease(g, "l", power);
        sign(g, g.contract("other-tenant", "LEASE", { LESSOR: "b", LESSEE: "tenant" }));
        sign(g, g.contract("elsewhere", "LEASE", { LESSOR: "far", LESSEE: "tenant" }));
        sign(
          g,
          g.contract("other-landlord", "LEASE", { LESSOR: "landlord", LESSEE: "a" }, [], {
            ...power,
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
