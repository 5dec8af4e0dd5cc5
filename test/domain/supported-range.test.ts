import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../src/domain/field.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import { supportedRange } from "../../src/domain/supported-range.ts";

function contract(fields: Record<string, FieldValue>): GraphRecord {
  return { id: "contract:lease", kind: "Contract", fields: { name: "Lease", type: "LEASE", ...fields } };
}

function evidence(slug: string, fields: Record<string, FieldValue>): GraphRecord {
  return { id: `evidence:${slug}`, kind: "Evidence", fields: { stance: "SUPPORTS", ...fields } };
}

const lease = contract({ value: 10.2, currency: "USD", valueBasis: "BASE_TERM" });

describe("supportedRange", () => {
  it("spans the headline and every supported value, each end with its evidence", () => {
    const low = evidence("low", { field: "value", value: 8.7 });
    const high = evidence("high", { field: "value", value: 10.5, unit: "USD", basis: "BASE_TERM" });
    expect(supportedRange(lease, "value", [high, low])).toEqual({
      field: "value",
      unit: "USD",
      basis: "BASE_TERM",
      headline: 10.2,
      least: { value: 8.7, evidence: low },
      greatest: { value: 10.5, evidence: high },
      incomparable: 0,
    });
  });

  it("leaves out another basis or unit and says how many", () => {
    const other = [
      evidence("a", { field: "value", value: 30, basis: "WITH_EXTENSIONS" }),
      evidence("b", { field: "value", value: 9, unit: "EUR" }),
    ];
    const range = supportedRange(lease, "value", other);
    expect(range).toMatchObject({ least: { value: 10.2 }, greatest: { value: 10.2 }, incomparable: 2 });
  });

  it("takes no value that is disputed, of another field or in words", () => {
    const entries = [
      evidence("a", { field: "value", value: 99, stance: "DISPUTES" }),
      evidence("b", { field: "capacityMegawatts", value: 590 }),
      evidence("c", { field: "value", text: "about ten" }),
    ];
    expect(supportedRange(lease, "value", entries)).toMatchObject({ greatest: { value: 10.2 } });
  });

  it("is null without any value", () => {
    expect(supportedRange(contract({}), "value", [])).toBeNull();
  });

  it("prefers evidence to the bare headline at the same value", () => {
    const same = evidence("same", { field: "value", value: 10.2 });
    expect(supportedRange(lease, "value", [same])?.least).toEqual({ value: 10.2, evidence: same });
  });

  it("reads the unit beside the value, and what the capacity counts", () => {
    const observation: GraphRecord = {
      id: "observation:racks",
      kind: "Observation",
      fields: { value: 5, unit: "racks", basis: "PLANNED" },
    };
    const given = [
      evidence("a", { field: "value", value: 7, unit: "racks" }),
      evidence("b", { field: "value", value: 700, unit: "chips" }),
      evidence("c", { field: "value", value: 9, basis: "BILLING" }),
    ];
    expect(supportedRange(observation, "value", given)).toMatchObject({
      unit: "racks",
      basis: "PLANNED",
      greatest: { value: 7 },
      incomparable: 2,
    });
    const site = contract({ capacityMegawatts: 590, capacityBasis: "CONTRACTED_IT" });
    expect(supportedRange(site, "capacityMegawatts", [])).toMatchObject({
      unit: "MW",
      basis: "CONTRACTED_IT",
    });
  });

  it("refuses every field of a kind without numbers", () => {
    const claim: GraphRecord = { id: "claim:x", kind: "Claim", fields: {} };
    expect(() => supportedRange(claim, "value", [])).toThrow(
      'field is "value"; expected no field: a record of this kind has no numbers',
    );
  });

  it("refuses a field that is no number", () => {
    expect(() => supportedRange(lease, "name", [])).toThrow(
      /^field is "name"; expected one of value, capacityMegawatts, /,
    );
  });
});
