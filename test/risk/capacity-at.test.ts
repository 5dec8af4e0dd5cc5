import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../src/domain/field.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import { capacityAt } from "../../src/risk/capacity-at.ts";
import { record } from "../graphql/graph-fixture.ts";

function facility(fields: Record<string, FieldValue> = {}): StoredRecord {
  return { ...record("facility:site", { name: "Site", purpose: "DATA_CENTER", ...fields }), revision: 1 };
}

function figure(slug: string, fields: Record<string, FieldValue>): StoredRecord {
  const base = { subject: "facility:site", unit: "MW", timing: "ACTUAL", asOf: "2025" };
  return { ...record(`observation:${slug}`, { ...base, ...fields }), revision: 1 };
}

describe("capacityAt", () => {
  it("takes the basis that the figure states before that of its metric", () => {
    const figures = [
      figure("a", { metric: "ENERGISED_MW", value: 5 }),
      figure("b", { metric: "POWER_MW", value: 6, basis: "UTILITY_APPROVED" }),
      figure("c", { metric: "POWER_MW", value: 7, basis: "a word of another list" }),
    ];
    expect(
      capacityAt(facility(), figures, "2026-01-01").map(({ basis, megawatts }) => [basis, megawatts.low]),
    ).toEqual([
      ["UTILITY_APPROVED", 6],
      ["ENERGISED", 5],
      ["UNKNOWN", 7],
    ]);
  });

  it("leaves a limit open on its other side", () => {
    const least = capacityAt(
      facility(),
      [figure("a", { metric: "BILLING_MW", value: 5, bound: "MIN" })],
      "2026-01-01",
    );
    expect(least[0]?.megawatts).toMatchObject({ low: 5, high: null });
    const most = capacityAt(
      facility(),
      [figure("a", { metric: "BILLING_MW", value: 5, bound: "MAX" })],
      "2026-01-01",
    );
    expect(most[0]?.megawatts).toMatchObject({ low: null, high: 5 });
  });

  it.each([
    ["another metric", { metric: "REVENUE", value: 5 }],
    ["another unit", { metric: "POWER_MW", value: 5, unit: "GW" }],
    ["one counterparty alone", { metric: "CONTRACTED_MW", value: 5, counterparty: "company:x" }],
    ["a later day", { metric: "POWER_MW", value: 5, asOf: "2027" }],
  ])("is not what speaks of %s", (_case, fields) => {
    expect(capacityAt(facility(), [figure("a", fields)], "2026-01-01")).toEqual([]);
  });

  it("falls back to the headline, on an unknown basis when none is stated", () => {
    const [capacity] = capacityAt(facility({ capacityMegawatts: 9 }), [], "2026-01-01");
    expect(capacity).toMatchObject({ basis: "UNKNOWN", megawatts: { low: 9, high: 9 }, observation: null });
  });

  it("prefers a dated figure to a headline of the same basis", () => {
    const site = facility({ capacityMegawatts: 9, capacityBasis: "BILLING" });
    const figures = [figure("a", { metric: "BILLING_MW", value: 5, asOf: "2025-06" })];
    expect(capacityAt(site, figures, "2026-01-01").map(({ megawatts }) => megawatts.low)).toEqual([5]);
    expect(capacityAt(site, figures, "2025-01-01").map(({ megawatts }) => megawatts.low)).toEqual([9]);
  });
});
