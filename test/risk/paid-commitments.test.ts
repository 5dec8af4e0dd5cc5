import { describe, expect, it } from "vitest";
import type { GraphBuilder } from "../support/graph-builder.ts";
import { ask, lines, USD } from "./commitments-world.ts";

describe("commitments that are paid already", () => {
  it("keep what is already paid or closed out of the sums of what binds from here on", () => {
    const { whole, sentence, bindings } = ask((g) => {
      for (const [slug, type, rung, valueBasis] of [
        ["bought", "EQUITY_INVESTMENT", "CLOSED", "PRINCIPAL"],
        ["limit", "EQUITY_INVESTMENT", "CLOSED", "UP_TO"],
        ["loan-closed", "LOAN", "CLOSED", "PRINCIPAL"],
        ["loan-drawn", "LOAN", "DRAWN", "PRINCIPAL"],
      ] as const) {
        const [from, to] = type === "LOAN" ? ["LENDER", "BORROWER"] : ["INVESTOR", "INVESTEE"];
        const id = g.contract(slug, type, { [from ?? ""]: "a", [to ?? ""]: "b" }, [], {
          ...USD,
          value: 1,
          valueBasis,
        });
        g.milestone(id, rung, "2025-01-01");
      }
    });
    expect(whole.commitments.map(({ contract, binding }) => [contract, binding])).toEqual([
      ["contract:bought", "CARRIED_OUT"],
      ["contract:limit", "SIGNED"],
      ["contract:loan-closed", "SIGNED"],
      ["contract:loan-drawn", "CARRIED_OUT"],
    ]);
    expect(sentence).toContain("2 already paid or closed.");
    expect(bindings.map(({ binding, count }) => [binding, count])).toEqual([
      ["SIGNED", 2],
      ["CARRIED_OUT", 2],
    ]);
    expect([lines(whole.signed), lines(whole.rest), lines(whole.carriedOut)]).toEqual([
      ["DEBT USD PRINCIPAL 1–1", "EQUITY USD UP_TO 0–1"],
      [],
      ["DEBT USD PRINCIPAL 1–1", "EQUITY USD PRINCIPAL 1–1"],
    ]);
    expect(whole.sentence).toContain(
      "Already paid or closed, and in none of these sums: in loans USD 1 of principal",
    );
  });

  it("count no firm part of a round that is paid already", () => {
    const { whole } = ask((g) => {
      for (const [slug, rung, firmness] of [
        ["round", "DEFINITIVE", undefined],
        ["paid", "CLOSED", "FIRM"],
        ["due", "DEFINITIVE", "FIRM"],
      ] as const) {
        const fields = { ...USD, value: 5, valueBasis: "PRINCIPAL", firmness };
        const id = g.contract(slug, "EQUITY_INVESTMENT", { INVESTOR: "a", INVESTEE: "b" }, [], fields);
        g.milestone(id, rung, "2025-01-01");
        if (slug !== "round") g.link("PART_OF", id, "contract:round");
      }
    });
    expect(lines(whole.firm)).toEqual(["EQUITY USD PRINCIPAL 5–5"]);
  });

  it("take the one known investor of a round with others for one of several, and what is paid in for whole", () => {
    const round = (g: GraphBuilder): void => {
      const fields = { ...USD, value: 9, valueBasis: "PRINCIPAL", othersPay: true };
      const id = g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: "a", INVESTEE: "b" }, [], fields);
      g.milestone(id, "DEFINITIVE", "2025-01-01");
    };
    const given = ask(round);
    expect([lines(given.whole.signed), given.whole.withoutShare]).toEqual([[], 1]);
    expect(lines(ask(round, { of: "company:b", direction: "RECEIVES" }).whole.signed)).toEqual([
      "EQUITY USD PRINCIPAL 9–9",
    ]);
  });
});
