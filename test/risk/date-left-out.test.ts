import { describe, expect, it } from "vitest";
import type { Projection } from "../../src/projection/projection.ts";
import type { Answer } from "../../src/risk/answer.ts";
import { commitments } from "../../src/risk/commitments/commitments.ts";
import { concentration } from "../../src/risk/concentration/concentration.ts";
import { cycles } from "../../src/risk/cycles/cycles.ts";
import { dependencyPaths } from "../../src/risk/dependency-paths.ts";
import { disruption } from "../../src/risk/disruption.ts";
import type { Question } from "../../src/risk/question.ts";
import { exposure } from "../../src/risk/exposure/exposure.ts";
import { merger } from "../../src/risk/merger/merger.ts";
import { neighborhood } from "../../src/risk/neighborhood/neighborhood.ts";
import { reach } from "../../src/risk/reach.ts";
import { graphOf, questionTo } from "../support/graph-builder.ts";

const [tenant, landlord] = ["company:tenant", "company:landlord"];

const QUESTIONS: Readonly<Record<string, (question: Question) => Answer>> = {
  commitments: (question) => commitments(question, { of: tenant, direction: "PAYS" }),
  concentration: (question) => concentration(question, { market: { kind: "LANDLORDS_OF", subject: tenant } }),
  cycles: (question) => cycles(question, { through: tenant }),
  dependencyPaths: (question) => dependencyPaths(question, { from: tenant, to: landlord }),
  disruption: (question) => disruption(question, { failed: [landlord] }),
  exposure: (question) => exposure(question, { of: [landlord] }),
  merger: (question) => merger(question, { acquirer: tenant, target: landlord }),
  neighborhood: (question) => neighborhood(question, { id: tenant, profile: "PHYSICAL" }),
  reach: (question) => reach(question, { from: tenant, direction: "DEPENDENCIES" }),
};

describe("an answer that is empty because all had ended by the date", () => {
  const leaseOf = (end: string): Projection =>
    graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, [], {
        value: 5_000_000,
        currency: "USD",
        valueBasis: "BASE_TERM",
        signed: "2015",
        end,
      });
      // Something runs the other way round, so that there was a cycle of money.
      g.contract("back", "LEASE", { LESSEE: "landlord", LESSOR: "tenant" }, [], { signed: "2015", end });
      for (const contract of ["lease", "back"]) g.milestone(`contract:${contract}`, "DEFINITIVE", "2015");
    });

  it.each(Object.entries(QUESTIONS))("is FILTERED_OUT by asOf, today's date too: %s", (_, ask) => {
    const { reason, excluded } = ask(questionTo(leaseOf("2020")));
    expect([reason, excluded.map(({ filter }) => filter)]).toEqual(["FILTERED_OUT", ["asOf"]]);
    expect(ask(questionTo(leaseOf("2040"))).reason).not.toBe("FILTERED_OUT");
  });
});
