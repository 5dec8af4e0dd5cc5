import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/projection/day-number.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { stageHistory, stageRankAt } from "../../src/projection/stage-history.ts";
import { STAGES } from "../../src/domain/commitment.ts";
import { resolveFilter } from "../../src/risk/fact-filter.ts";
import { filterSlots, slotState } from "../../src/risk/slot-filter.ts";
import { graphOf, TODAY, type Fields } from "../support/graph-builder.ts";

/** What a filter says of the only slot towards a provider. */
function stateOf(
  graph: Projection,
  provider: string,
  filter: Parameters<typeof resolveFilter>[0] = {},
): string {
  const under = resolveFilter(filter, { today: TODAY, graphVersion: graph.version });
  const slot = graph.slots.findIndex((entry) => entry.provider === provider);
  return slotState(filterSlots(graph, under), slot);
}

describe("when a relationship holds", () => {
  const operated = (fields: Fields): Projection => graphOf((g) => g.operates("op", "site", fields));
  const on = (fields: Fields, asOf: string): string => stateOf(operated(fields), "company:op", { asOf });

  it.each([
    // From "some day of 2025": surely not before the year, surely from its last day on.
    [{ validFrom: "2025" }, "2024-12-31", "NOT_VALID"],
    [{ validFrom: "2025" }, "2025-01-01", "MAYBE"],
    [{ validFrom: "2025" }, "2025-12-30", "MAYBE"],
    [{ validFrom: "2025" }, "2025-12-31", "ALLOWED"],
    // Until "some day of the second quarter", that day excluded.
    [{ validTo: "2026-04-01/2026-06-30" }, "2026-03-31", "ALLOWED"],
    [{ validTo: "2026-04-01/2026-06-30" }, "2026-04-01", "MAYBE"],
    [{ validTo: "2026-04-01/2026-06-30" }, "2026-06-29", "MAYBE"],
    [{ validTo: "2026-04-01/2026-06-30" }, "2026-06-30", "NOT_VALID"],
    [{ validFrom: "2026-05-12", validTo: "2026-05-14" }, "2026-05-11", "NOT_VALID"],
    [{ validFrom: "2026-05-12", validTo: "2026-05-14" }, "2026-05-12", "ALLOWED"],
    [{ validFrom: "2026-05-12", validTo: "2026-05-14" }, "2026-05-14", "NOT_VALID"],
    [{}, "1990-01-01", "ALLOWED"],
  ])("%o on %s is %s", (fields, asOf, expected) => {
    expect(on(fields, asOf)).toBe(expected);
  });

  it("is the intersection of all that is behind the arc", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class", { validFrom: "2025-01-01" });
      g.requires("class", "x", { validTo: "2026-01-01" });
    });
    const slot = graph.slots.findIndex(({ relationships }) => relationships.length === 2);
    const at = (asOf: string): string =>
      slotState(filterSlots(graph, resolveFilter({ asOf }, { today: TODAY, graphVersion: "1" })), slot);
    expect([at("2024-12-31"), at("2025-06-01"), at("2026-01-01")]).toEqual([
      "NOT_VALID",
      "ALLOWED",
      "NOT_VALID",
    ]);
  });

  it("counts facts without any date as undated", () => {
    expect([...operated({}).slotTable.undated]).toEqual([1]);
    expect([...operated({ validTo: "2030" }).slotTable.undated]).toEqual([0]);
  });
});

describe("when a contract binds", () => {
  const leased = (fields: Fields, milestones: readonly (readonly [string, string])[] = []): Projection =>
    graphOf((g) => {
      const lease = g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, [], fields);
      for (const [rung, date] of milestones) g.milestone(lease, rung, date);
    });
  const on = (graph: Projection, asOf: string): string => stateOf(graph, "contract:lease", { asOf });

  it("is from its first legal or funding step, not from its delivery", () => {
    const graph = leased({}, [
      ["DEFINITIVE", "2024-06-03"],
      ["ANNOUNCED", "2024-03"],
      ["ENERGISED", "2023-01-01"],
    ]);
    expect(["2024-02-28", "2024-03-10", "2024-04-01"].map((day) => on(graph, day))).toEqual([
      "NOT_VALID",
      "MAYBE",
      "ALLOWED",
    ]);
  });

  it("is from its signature where no step is documented", () => {
    const graph = leased({ signed: "2024-06-03" });
    expect([on(graph, "2024-06-02"), on(graph, "2024-06-03")]).toEqual(["NOT_VALID", "ALLOWED"]);
  });

  it("is until its outcome rather than its planned end", () => {
    const graph = leased({ signed: "2024", end: "2036", outcome: "TERMINATED", outcomeDate: "2025-10-30" });
    expect([on(graph, "2025-10-29"), on(graph, "2025-10-30")]).toEqual(["ALLOWED", "NOT_VALID"]);
  });

  it("is on no day where it ended and nobody says when", () => {
    expect(on(leased({ signed: "2024", outcome: "CANCELLED" }), "2024-12-31")).toBe("NOT_VALID");
  });

  it("is until its end or maturity where it has no outcome", () => {
    expect([
      on(leased({ end: "2026-06-01" }), "2026-05-31"),
      on(leased({ end: "2026-06-01" }), "2026-06-01"),
    ]).toEqual(["ALLOWED", "NOT_VALID"]);
    expect(on(leased({ maturity: "2026" }), "2026-06-01")).toBe("MAYBE");
  });

  it("is not before or after what the record itself says of its validity", () => {
    const graph = leased({ validFrom: "2025-01-01", validTo: "2026-01-01" });
    expect(["2024-12-31", "2025-06-01", "2026-01-01"].map((day) => on(graph, day))).toEqual([
      "NOT_VALID",
      "ALLOWED",
      "NOT_VALID",
    ]);
  });

  it("is as trusted as the contract, however sure its parties are", () => {
    expect(stateOf(leased({ confidence: "LOW" }), "contract:lease", { minConfidence: "MEDIUM" })).toBe(
      "CONFIDENCE",
    );
    expect(stateOf(leased({ inferred: true }), "contract:lease", { minCertainty: "DOCUMENTED" })).toBe(
      "CERTAINTY",
    );
  });

  it("passes a stage from the first day that its milestone can mean", () => {
    const graph = leased({}, [
      ["ANNOUNCED", "2024-03-01"],
      ["DEFINITIVE", "2025-06"],
    ]);
    const stage = (asOf: string): string =>
      stateOf(graph, "contract:lease", { asOf, minStage: "DEFINITIVE" });
    expect([stage("2025-05-31"), stage("2025-06-01")]).toEqual(["STAGE", "ALLOWED"]);
  });

  it("counts as rumoured where no milestone says more", () => {
    expect(stateOf(leased({}), "contract:lease", { minStage: "NON_BINDING" })).toBe("STAGE");
    expect(stateOf(leased({}), "contract:lease", { minStage: "RUMOURED" })).toBe("ALLOWED");
  });
});

describe("when a partnership binds", () => {
  const tied = (fields: Fields): Projection =>
    graphOf((g) => {
      g.put("partnership:p", fields);
      g.link("MEMBER_OF", g.company("a"), "partnership:p", { role: "MEMBER" });
      g.link("MEMBER_OF", g.company("b"), "partnership:p", { role: "SUPPLIER" });
    });
  const on = (fields: Fields, asOf: string): string => stateOf(tied(fields), "company:b", { asOf });

  it("is from its announcement until its end", () => {
    const fields = { announced: "2024-01-01", ended: "2025-01-01", status: "ENDED" };
    expect([on(fields, "2023-12-31"), on(fields, "2024-06-01"), on(fields, "2025-01-01")]).toEqual([
      "NOT_VALID",
      "ALLOWED",
      "NOT_VALID",
    ]);
  });

  it("is on no day where it ended and nobody says when", () => {
    expect(on({ status: "ENDED" }, "2024-06-01")).toBe("NOT_VALID");
  });
});

describe("the stage of a thing", () => {
  it("is the highest rung reached on any ladder by the day, expectations left out", () => {
    const graph = graphOf((g) => {
      const site = g.facility("site");
      g.milestone(site, "PLANNED", "2024-01-01");
      g.milestone(site, "CLOSED", "2024-06-01");
      g.milestone(site, "UNDER_CONSTRUCTION", "2025-01-01");
      g.milestone(site, "ENERGISED", "2026-01-01", { timing: "EXPECTED" });
    });
    const at = (day: string): string =>
      STAGES[stageRankAt(stageHistory(graph.records, "facility:site"), dayNumber(day))] ?? "none";
    expect(["2023-12-31", "2024-01-01", "2024-06-01", "2025-01-01", "2026-11-25"].map(at)).toEqual([
      "none",
      "ANNOUNCED",
      "FINANCED",
      "UNDER_CONSTRUCTION",
      "UNDER_CONSTRUCTION",
    ]);
  });

  it("counts a milestone without a date as reached always", () => {
    const graph = graphOf((g) => g.milestone(g.facility("site"), "BILLING"));
    expect(stageRankAt(stageHistory(graph.records, "facility:site"), dayNumber("1990-01-01"))).toBe(
      STAGES.indexOf("DELIVERING"),
    );
  });
});
