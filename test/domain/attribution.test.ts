import { describe, expect, it } from "vitest";
import { asksForAttribution, attributionOf } from "../../src/domain/attribution.ts";
import type { GraphRecord } from "../../src/domain/record.ts";

const publisher: GraphRecord = {
  id: "publisher:open",
  kind: "Publisher",
  fields: { name: "Open", attribution: "Open, CC BY 4.0" },
};

function source(fields: GraphRecord["fields"]): GraphRecord {
  return { id: "source:x", kind: "Source", fields: { title: "X", ...fields } };
}

describe("a licence", () => {
  it.each(["CC-BY-4.0", "summary CC BY 4.0", "ODbL-1.0", "MIT", "a licence that nobody knows"])(
    "asks for its source to be named: %s",
    (licence) => expect(asksForAttribution(licence)).toBe(true),
  );

  it.each(["CC0-1.0", "PDDL-1.0", "US government work, no copyright", "public domain"])(
    "asks for nothing: %s",
    (licence) => expect(asksForAttribution(licence)).toBe(false),
  );
});

describe("what to write beside a source", () => {
  it("is its own text before that of its publisher", () => {
    const own = source({ licence: "CC-BY-4.0", attribution: "X by Open" });
    expect(attributionOf(own, publisher)).toBe("X by Open");
    expect(attributionOf(source({ licence: "CC-BY-4.0" }), publisher)).toBe("Open, CC BY 4.0");
  });

  it("is nothing without a licence, or where the licence asks for nothing", () => {
    expect(attributionOf(source({}), publisher)).toBeUndefined();
    expect(attributionOf(source({ licence: "PDDL-1.0" }), publisher)).toBeUndefined();
    expect(attributionOf(source({ licence: "CC-BY-4.0" }), undefined)).toBeUndefined();
  });
});
