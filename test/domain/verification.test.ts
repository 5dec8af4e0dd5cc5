import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../src/domain/field.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import { originOf, verificationOf, voiceOf } from "../../src/domain/verification.ts";

function publisher(slug: string, fields: Record<string, FieldValue> = {}): GraphRecord {
  return { id: `publisher:${slug}`, kind: "Publisher", fields: { name: slug, type: "PRESS", ...fields } };
}

function source(slug: string, by: string, fields: Record<string, FieldValue> = {}): GraphRecord {
  return {
    id: `source:${slug}`,
    kind: "Source",
    fields: { title: slug, publisher: `publisher:${by}`, ...fields },
  };
}

function evidence(of: string, stance = "SUPPORTS", field?: string): GraphRecord {
  const fields = { fact: "company:x", source: `source:${of}`, stance, ...(field && { field }) };
  return { id: `evidence:${of}`, kind: "Evidence", fields };
}

const records = [
  publisher("wire"),
  publisher("daily"),
  publisher("coreweave", { company: "company:coreweave", type: "COMPANY" }),
  publisher("coreweave-blog", { company: "company:coreweave", type: "COMPANY" }),
  source("filing", "coreweave"),
  source("release", "coreweave-blog"),
  source("report", "wire"),
  source("second-report", "wire"),
  source("own-report", "daily"),
  source("copy", "daily", { origin: "source:release" }),
  source("copy-of-copy", "wire", { origin: "source:copy" }),
  source("quotes", "daily", { originPublisher: "publisher:coreweave" }),
  source("hearsay", "daily", { originText: "people familiar with the matter" }),
  source("taken-back", "daily", { isRetracted: true }),
  source("chases", "wire", { origin: "source:tail" }),
  source("tail", "daily", { origin: "source:chases" }),
];
const byId = new Map(records.map((record) => [record.id, record]));
const lookup = (id: string): GraphRecord | undefined => byId.get(id);
const verify = (...cited: readonly GraphRecord[]): string => verificationOf(cited, lookup);

describe("verificationOf", () => {
  it.each([
    ["no evidence", [], "ASSERTED"],
    ["one source", ["report"], "ASSERTED"],
    ["two newsrooms", ["report", "own-report"], "CORROBORATED"],
    ["two reports of one newsroom", ["report", "second-report"], "ASSERTED"],
    ["a filing and a release of one company", ["filing", "release"], "ASSERTED"],
    ["a company and a newsroom", ["filing", "report"], "CORROBORATED"],
    ["a release and a copy of it", ["release", "copy"], "ASSERTED"],
    ["a filing and a copy of a copy of a release", ["filing", "copy-of-copy"], "ASSERTED"],
    ["a filing and a report that quotes the company", ["filing", "quotes"], "ASSERTED"],
    ["a report and hearsay", ["report", "hearsay"], "ASSERTED"],
    ["a report and one that was taken back", ["report", "taken-back"], "ASSERTED"],
    ["only one that was taken back", ["taken-back"], "RETRACTED"],
  ])("judges %s", (_case, cited, expected) => {
    expect(verify(...cited.map((slug) => evidence(slug)))).toBe(expected);
  });

  it.each([
    ["latitude", "ASSERTED"],
    ["longitude", "ASSERTED"],
    ["capacityMegawatts", "CORROBORATED"],
  ])("counts a second source that speaks of %s only: %s", (field, expected) => {
    expect(verify(evidence("report"), evidence("own-report", "SUPPORTS", field))).toBe(expected);
  });

  it("puts a dispute above corroboration", () => {
    expect(verify(evidence("report"), evidence("own-report"), evidence("filing", "DISPUTES"))).toBe(
      "DISPUTED",
    );
  });

  it("puts a retraction above a dispute", () => {
    expect(verify(evidence("taken-back"), evidence("filing", "DISPUTES"))).toBe("RETRACTED");
  });

  it("does not count a dispute that was taken back", () => {
    expect(verify(evidence("report"), evidence("taken-back", "DISPUTES"))).toBe("ASSERTED");
  });
});

describe("originOf", () => {
  it("follows repetitions to the first source", () => {
    expect(originOf("source:copy-of-copy", lookup)).toBe("source:release");
  });

  it("gives every member of a circle the same origin", () => {
    expect(originOf("source:tail", lookup)).toBe("source:chases");
    expect(originOf("source:chases", lookup)).toBe("source:chases");
  });
});

describe("voiceOf", () => {
  it("is the company behind a publisher, or the publisher", () => {
    expect(voiceOf("source:copy", lookup)).toBe("company:coreweave");
    expect(voiceOf("source:report", lookup)).toBe("publisher:wire");
  });

  it("is unknown for hearsay, and the source itself when it is not in the graph", () => {
    expect(voiceOf("source:hearsay", lookup)).toBeUndefined();
    expect(voiceOf("source:elsewhere", lookup)).toBe("source:elsewhere");
  });
});
