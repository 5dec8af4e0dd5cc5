import { describe, expect, it } from "vitest";
import { disruption, type DisruptionInput } from "../../src/risk/disruption.ts";
import { graphOf, questionTo, type Fields, type GraphBuilder } from "../support/graph-builder.ts";

/** What customers lose, as `node: lost of whole unit basis`. */
function losses(
  describeGraph: (g: GraphBuilder) => void,
  failed: string | readonly string[],
  input: Partial<DisruptionInput> = {},
): readonly string[] {
  const ids = typeof failed === "string" ? [failed] : failed;
  return disruption(questionTo(graphOf(describeGraph)), { failed: ids, ...input }).losses.map(
    ({ node, lost, of, effect }) =>
      `${effect} ${node.split(":")[1]}: ${span(lost)} of ${span(of)} ${lost.unit} ${lost.basis}`,
  );
}

function span({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  return low === high ? String(low) : `${low}–${high}`;
}

const IT = { capacityBasis: "CRITICAL_IT" };
type Covers = Parameters<GraphBuilder["contract"]>[3];
function lease(
  g: GraphBuilder,
  slug: string,
  megawatts: number,
  covers: Covers = [],
  fields: Fields = {},
): string {
  return g.contract(slug, "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, covers, {
    capacityMegawatts: megawatts,
    ...IT,
    ...fields,
  });
}

describe("what a customer loses", () => {
  it("is all of the contracts of a landlord that fails, out of all its contracts on the same basis", () => {
    expect(
      losses((g) => {
        lease(g, "one", 100);
        g.contract("two", "LEASE", { LESSEE: "tenant", LESSOR: "other" }, [], {
          capacityMegawatts: 300,
          ...IT,
        });
        g.contract("gross", "LEASE", { LESSEE: "tenant", LESSOR: "other" }, [], {
          capacityMegawatts: 500,
          capacityBasis: "GROSS_FACILITY",
        });
      }, "company:landlord"),
    ).toEqual(["NOW tenant: 100 of 400 MW CONTRACTED_IT"]);
  });

  it("never counts a part beside its whole", () => {
    expect(
      losses((g) => {
        lease(g, "master", 590);
        lease(g, "part", 260);
        g.link("PART_OF", "contract:part", "contract:master");
      }, "company:landlord"),
    ).toEqual(["NOW tenant: 590 of 590 MW CONTRACTED_IT"]);
  });

  it("widens its bounds by a contract that may lie inside another", () => {
    expect(
      losses((g) => {
        lease(g, "master", 590);
        lease(g, "austin", 16);
        g.link("PART_OF", "contract:austin", "contract:master", { overlapUnclear: true });
      }, "company:landlord"),
    ).toEqual(["NOW tenant: 590–606 of 590–606 MW CONTRACTED_IT"]);
  });

  it("is the power at the site that fails, where the contract states it", () => {
    const sites: Covers = [
      ["facility:a", { megawatts: 40, ...IT }],
      ["facility:b", { megawatts: 60, ...IT }],
    ];
    expect(losses((g) => lease(g, "one", 100, sites), "facility:a")).toEqual([
      "NOW tenant: 40 of 100 MW CONTRACTED_IT",
    ]);
  });

  it("is not read off a figure on another basis", () => {
    const sites: Covers = [["facility:a", { megawatts: 40, capacityBasis: "GROSS_FACILITY" }], "facility:b"];
    expect(losses((g) => lease(g, "one", 100, sites), "facility:a")).toEqual([
      "NOW tenant: 0–100 of 100 MW CONTRACTED_IT",
    ]);
  });

  it("is bounded by the power of the site where the contract does not say how much lies there", () => {
    expect(
      losses((g) => {
        lease(g, "one", 590, ["facility:small", "facility:large"]);
        g.facility("small", { capacityMegawatts: 16, capacityBasis: "CRITICAL_IT" });
      }, "facility:small"),
    ).toEqual(["NOW tenant: 0–16 of 590 MW CONTRACTED_IT"]);
  });

  it("is the part that lies at the site that fails", () => {
    expect(
      losses((g) => {
        lease(g, "master", 590, ["facility:a", "facility:b"]);
        lease(g, "part", 260, ["facility:a"]);
        g.link("PART_OF", "contract:part", "contract:master");
      }, "facility:a"),
    ).toEqual(["NOW tenant: 260 of 590 MW CONTRACTED_IT"]);
  });

  it("is something also where a part loses one of its sites and the rest of it stands", () => {
    expect(
      losses((g) => {
        lease(g, "master", 590);
        lease(g, "part", 260, [["facility:a", { megawatts: 60, ...IT }], "facility:b"]);
        g.link("PART_OF", "contract:part", "contract:master");
      }, "facility:a"),
    ).toEqual(["NOW tenant: 60 of 590 MW CONTRACTED_IT"]);
  });

  it("is money by currency and basis; a lost site says nothing of how much of it", () => {
    const money = { value: 10, currency: "USD", valueBasis: "TOTAL", capacityMegawatts: undefined };
    const build = (g: GraphBuilder) => lease(g, "one", 0, ["facility:a", "facility:b"], money);
    expect(losses(build, "facility:a")).toEqual([]);
    expect(losses(build, "company:landlord")).toEqual(["NOW tenant: 10 of 10 USD TOTAL"]);
  });

  it("is felt by the end user too, for a part that nobody states", () => {
    expect(
      losses((g) => {
        lease(g, "one", 100);
        g.link("PARTY_TO", g.company("lab"), "contract:one", { role: "END_USER" });
      }, "company:landlord"),
    ).toEqual(["NOW lab: 0–100 of 0–100 MW CONTRACTED_IT", "NOW tenant: 100 of 100 MW CONTRACTED_IT"]);
  });

  it("is felt by the end user when the tenant fails, and not by the tenant's landlord", () => {
    expect(
      losses((g) => {
        lease(g, "one", 100);
        g.link("PARTY_TO", g.company("lab"), "contract:one", { role: "END_USER" });
      }, "company:tenant"),
    ).toEqual(["NOW lab: 0–100 of 0–100 MW CONTRACTED_IT"]);
  });

  it("is no matter of a company that is only expected to rent, or that rents land", () => {
    expect(
      losses((g) => {
        g.contract("hope", "LEASE", { LESSOR: "landlord", LESSEE: "tenant" }, [], {
          capacityMegawatts: 9,
          ...IT,
        });
        g.link("PARTY_TO", g.company("later"), "contract:hope", { role: "LESSEE", isProspective: true });
        g.contract("land", "GROUND_LEASE", { LESSOR: "landlord", LESSEE: "farmer" }, [], {
          capacityMegawatts: 9,
          ...IT,
        });
      }, "company:landlord"),
    ).toEqual(["NOW tenant: 9 of 9 MW CONTRACTED_IT"]);
  });

  it("is new supply where an order can't be delivered", () => {
    expect(
      losses((g) => {
        g.contract("order", "SUPPLY", { BUYER: "cloud", SUPPLIER: "maker" }, ["component:gpu"], {
          value: 5,
          currency: "USD",
          valueBasis: "TOTAL",
        });
      }, "company:maker"),
    ).toEqual(["NEW cloud: 0–5 of 5 USD TOTAL"]);
  });

  it("is not told in channels that were not asked for", () => {
    expect(losses((g) => lease(g, "one", 100), "company:landlord", { channels: ["SUPPLY"] })).toEqual([]);
  });

  it("leaves out contracts that have ended or that the filter takes away", () => {
    const ended = { outcome: "TERMINATED", outcomeDate: "2026-01-01" };
    expect(losses((g) => lease(g, "one", 100, [], ended), "company:landlord")).toEqual([]);
    expect(
      losses((g) => lease(g, "one", 100), "company:landlord", { filter: { minStage: "DEFINITIVE" } }),
    ).toEqual([]);
  });
});

describe("the sentence of a loss", () => {
  it("says how much of what, and that it speaks of the graph only", () => {
    const graph = graphOf((g) => lease(g, "one", 100));
    expect(disruption(questionTo(graph), { failed: ["company:landlord"] }).losses[0]?.sentence).toBe(
      "tenant loses 100 MW of contracted IT power out of 100 MW of contracted IT power under contracts in the graph.",
    );
  });
});
