import { describe, expect, it } from "vitest";
import { graphOf } from "../support/graph-builder.ts";
import { needsInWords } from "./needs-in-words.ts";

describe("contracts of capacity", () => {
  it("let the tenant depend on its contracts, and each contract on its provider and on its sites", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: ["landlord", "partner"] }, [
        "facility:one",
        "facility:two",
      ]);
      g.contract("cloud", "COMPUTE", { CUSTOMER: "tenant", PROVIDER: "cloud" });
    });
    expect(needsInWords(graph, "company:tenant")).toEqual([
      "CAPACITY | CAPACITY RUN PORTFOLIO OPEN | contract:cloud, contract:lease",
    ]);
    expect(needsInWords(graph, "contract:lease")).toEqual([
      "capacity-contract COVERED | CAPACITY RUN PORTFOLIO OPEN | facility:one, facility:two",
      "capacity-contract PARTY | CAPACITY RUN ONE_OF STATED | company:landlord, company:partner",
      "capacity-revenue PARTY | REVENUE RUN EXPOSURE STATED | company:tenant",
    ]);
  });

  it("let the landlord depend on the tenant's money, with a guarantor beside it", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", GUARANTOR: "parent" });
    });
    expect(needsInWords(graph, "company:landlord")).toEqual([
      "REVENUE | REVENUE RUN EXPOSURE OPEN | contract:lease",
    ]);
    expect(needsInWords(graph, "contract:lease")).toContain(
      "capacity-revenue PARTY | REVENUE RUN EXPOSURE STATED | company:parent, company:tenant",
    );
  });

  it("let an end user depend on the tenant itself, never on the landlord", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", END_USER: "lab" }, [
        "facility:one",
      ]);
    });
    expect(needsInWords(graph, "company:lab")).toEqual([
      "CAPACITY | CAPACITY RUN PORTFOLIO OPEN | company:tenant",
    ]);
  });

  it("stand in one portfolio with what a company uses without a contract", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" });
      g.link("USES", "company:tenant", g.facility("site"), { usage: "TENANT" });
    });
    expect(needsInWords(graph, "company:tenant")).toEqual([
      "CAPACITY | CAPACITY RUN PORTFOLIO OPEN | contract:lease, facility:site",
    ]);
  });

  it("derive nothing for parties that are only expected to join, nor for those that arrange", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSOR: "landlord", ARRANGER: "bank" });
      g.link("PARTY_TO", g.company("hopeful"), "contract:lease", { role: "LESSEE", isProspective: true });
    });
    expect(graph.model.needs).toEqual([]);
  });
});

describe("contracts of supply and money", () => {
  it("let a buyer depend on its supply contracts while it builds, and each on its supplier and components", () => {
    const graph = graphOf((g) => {
      g.contract("order", "SUPPLY", { BUYER: "cloud", SUPPLIER: "maker" }, ["component:gpu"]);
    });
    expect(needsInWords(graph, "company:cloud")).toEqual([
      "SUPPLY | SUPPLY BUILD PORTFOLIO OPEN | contract:order",
    ]);
    expect(needsInWords(graph, "contract:order")).toEqual([
      "supply-revenue PARTY | REVENUE RUN EXPOSURE STATED | company:cloud",
      "supply-contract COVERED | SUPPLY BUILD PORTFOLIO OPEN | component:gpu",
      "supply-contract PARTY | SUPPLY BUILD ONE_OF STATED | company:maker",
    ]);
  });

  it("let lenders and borrowers be exposed to each other, and arrangers, trustees and raters to nobody", () => {
    const graph = graphOf((g) => {
      g.contract("loan", "LOAN", {
        BORROWER: "spv",
        LENDER: "bank",
        ARRANGER: "arranger",
        TRUSTEE: "trustee",
        RATING_AGENCY: "rater",
        UNDERWRITER: "writer",
      });
    });
    expect(needsInWords(graph, "company:bank")).toEqual([
      "CREDIT | CREDIT REFINANCE EXPOSURE OPEN | contract:loan",
    ]);
    // A loan of which nobody says that money is still to come, or due.
    expect(needsInWords(graph, "company:spv")).toEqual([]);
    for (const other of ["arranger", "trustee", "rater", "writer"])
      expect(needsInWords(graph, `company:${other}`)).toEqual([]);
  });

  it("let a borrower depend on lenders only for money that is to come or falls due", () => {
    const parties = { BORROWER: "spv", LENDER: "bank" };
    const graph = graphOf((g) => {
      g.contract("spent", "LOAN", parties, [], { valueBasis: "PRINCIPAL" });
      g.contract("committed", "LOAN", parties, [], { valueBasis: "COMMITTED_FACILITY" });
      g.contract("line", "REVOLVER", parties);
      g.contract("due", "BOND", { ISSUER: "spv", HOLDER: "bank" }, [], { maturity: "2031" });
    });
    expect(needsInWords(graph, "company:spv")).toEqual([
      "CAPITAL | CAPITAL REFINANCE EXPOSURE OPEN | contract:committed, contract:due, contract:line",
    ]);
  });

  it("let a guarantor be exposed to the tenant that it guarantees, and an investor to what it invests in", () => {
    const graph = graphOf((g) => {
      g.contract("guarantee", "GUARANTEE", {
        GUARANTOR: "parent",
        LESSEE: "tenant",
        BENEFICIARY: "landlord",
      });
      g.contract("equity", "EQUITY_INVESTMENT", { INVESTOR: "fund", INVESTEE: "startup" });
    });
    expect(needsInWords(graph, "contract:guarantee")).toEqual([
      "credit PARTY | CREDIT REFINANCE EXPOSURE STATED | company:tenant",
    ]);
    expect(needsInWords(graph, "company:fund")).toEqual([
      "EXPOSURE | EXPOSURE REFINANCE EXPOSURE OPEN | contract:equity",
    ]);
  });
});
