import { describe, expect, it } from "vitest";
import type { Fields, GraphBuilder } from "../support/graph-builder.ts";
import { askMerger } from "./ask-merger.ts";

describe("the deal between the two", () => {
  const world = (g: GraphBuilder): void => {
    const deal = g.contract("deal", "ACQUISITION", { ACQUIRER: "a", TARGET: "b" }, [], {
      value: 9e9,
      currency: "USD",
      valueBasis: "PURCHASE_PRICE",
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
