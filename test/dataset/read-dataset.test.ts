import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { GraphRecord } from "../../src/domain/record.ts";
import { datasetOf, datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { baseFiles } from "./fault-cases.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The records that a file adds to the base dataset, by id. */
function recordsOf(text: string): ReadonlyMap<string, GraphRecord> {
  const known = new Set(datasetRecords(datasetOf(baseFiles)).map(({ id }) => id));
  const records = datasetRecords(datasetOf([...baseFiles, { path: "more.yaml", text }]));
  return new Map(records.filter(({ id }) => !known.has(id)).map((record) => [record.id, record]));
}

const facility = (more: string): string => `
facilities:
  - id: facility:x
    name: X
    purpose: DATA_CENTER
    confidence: MEDIUM
    evidence: [source:filing]
${more}`;

const contract = (more: string): string => `
contracts:
  - id: contract:x
    name: X
    type: LEASE
    confidence: MEDIUM
    evidence:
      - source:press
      - { source: source:filing, field: termYears, value: 12, locator: page 3 }
    parties: [{ company: company:cloud, role: END_USER }]
${more}`;

describe("reading a dataset", () => {
  it("gives nested records the natural key of what they join", () => {
    const text = contract(`
    covers: [facility:denton]
    milestones:
      - { ladder: DELIVERY, rung: UNDER_CONSTRUCTION, date: 2026-Q1, timing: EXPECTED }
      - { ladder: DELIVERY, rung: UNDER_CONSTRUCTION, date: 2026-Q2, timing: EXPECTED }
      - { id: "milestone:own", ladder: LEGAL, rung: DEFINITIVE }
`);
    const ids = [...recordsOf(text).keys()].filter((id) => !id.startsWith("evidence:"));
    expect(ids).toEqual([
      "contract:x",
      "covers:x--denton",
      "milestone:own",
      "milestone:x--delivery-under-construction-expected",
      "milestone:x--delivery-under-construction-expected--2",
      "party:x--cloud--end-user",
    ]);
  });

  it("gives members of a market the key of the first that they name", () => {
    const text = `
estimates:
  - id: estimate:x
    subject: component:transceiver
    side: SUPPLY
    what: shipments
    measure: UNITS
    scope: WORLD
    period: 2025
    publisherName: X
    timing: ESTIMATE
    isComplete: false
    confidence: LOW
    evidence: [source:press]
    members:
      - { companies: [company:maker, company:cloud], low: 33.3 %, high: 0.4 }
      - { country: place:us, high: 5 % }
      - { names: ["Søren & Co. (Ltd)"], text: a few }
`;
    const records = recordsOf(text);
    expect([...records.keys()].filter((id) => id.startsWith("member:"))).toEqual([
      "member:x--maker",
      "member:x--s-ren-co-ltd",
      "member:x--us",
    ]);
    expect(records.get("member:x--maker")?.fields).toMatchObject({ low: 0.333, high: 0.4 });
  });

  it("names evidence by its fact, source and field", () => {
    const ids = [...recordsOf(contract("")).keys()].filter((id) => id.startsWith("evidence:contract-x"));
    expect(ids).toEqual(["evidence:contract-x--filing--term-years", "evidence:contract-x--press"]);
  });

  it("lets a nested fact take over the confidence and the sources of the whole record", () => {
    const records = recordsOf(contract(""));
    expect(records.get("party:x--cloud--end-user")?.fields["confidence"]).toBe("MEDIUM");
    expect(records.get("evidence:party-x--cloud--end-user--press")?.fields).toEqual({
      fact: "party:x--cloud--end-user",
      source: "source:press",
      stance: "SUPPORTS",
    });
    expect(records.has("evidence:party-x--cloud--end-user--filing")).toBe(false);
  });

  it("lets a nested fact stand on its own confidence and sources", () => {
    const records = recordsOf(
      facility("    operators: [{ company: company:cloud, confidence: LOW, evidence: [source:press] }]"),
    );
    expect(records.get("operates:x--cloud")?.fields["confidence"]).toBe("LOW");
    expect(records.has("evidence:operates-x--cloud--press")).toBe(true);
    expect(records.has("evidence:operates-x--cloud--filing")).toBe(false);
  });

  it("takes over the sources of fields where no source speaks for the whole", () => {
    const records = recordsOf(`
facilities:
  - id: facility:x
    name: X
    purpose: DATA_CENTER
    city: Denton
    confidence: LOW
    evidence:
      - { source: source:filing, field: city, text: Denton, locator: page 4 }
      - { source: source:press, field: city, text: Dallas, stance: DISPUTES }
    operators: [company:cloud]
`);
    expect(records.get("evidence:operates-x--cloud--filing")?.fields).toEqual({
      fact: "operates:x--cloud",
      source: "source:filing",
      stance: "SUPPORTS",
    });
    expect(records.has("evidence:operates-x--cloud--press")).toBe(false);
  });

  it("points nested relationships the way of their kind", () => {
    const records = recordsOf(
      facility(`
    operators: [company:cloud]
    places: [place:us]
    power: [{ facility: facility:denton, type: ENERGY_SUPPLY }]
    produces: [{ component: component:engine, company: company:maker, state: ACTIVE }]
`),
    );
    expect(records.get("operates:x--cloud")).toMatchObject({ from: "company:cloud", to: "facility:x" });
    expect(records.get("located-in:x--us")).toMatchObject({ from: "facility:x", to: "place:us" });
    expect(records.get("powers:x--denton")).toMatchObject({ from: "facility:denton", to: "facility:x" });
    expect(records.get("produces:x--engine")).toMatchObject({
      from: "facility:x",
      to: "component:engine",
      fields: { company: "company:maker" },
    });
  });

  it("fills in what an entry means when it does not say otherwise", () => {
    const text = `
components:
  - id: component:x
    name: X
    category: TRANSCEIVER
    confidence: LOW
    evidence: [source:press]
    isA: [component:transceiver, { class: component:engine, substitutable: false }]
    milestones: [{ ladder: DELIVERY, rung: PLANNED }]
`;
    const records = recordsOf(text);
    expect(records.get("is-a:x--transceiver")?.fields["substitutable"]).toBe(true);
    expect(records.get("is-a:x--engine")?.fields["substitutable"]).toBe(false);
    expect(records.get("milestone:x--delivery-planned-actual")?.fields["timing"]).toBe("ACTUAL");
    expect(records.get("evidence:component-x--press")?.fields["stance"]).toBe("SUPPORTS");
  });

  it("takes an id for what an event affects, unless it is an id of the effect itself", () => {
    const records = recordsOf(`
events:
  - id: event:x
    name: X
    type: OUTAGE
    start: 2026
    confidence: LOW
    evidence: [source:press]
    affects:
      - { id: facility:denton, effect: stopped }
      - { id: "affects:own", to: company:cloud }
`);
    expect(records.get("affects:x--denton")?.to).toBe("facility:denton");
    expect(records.get("affects:own")?.to).toBe("company:cloud");
  });

  it.each([
    ["2026", "2026"],
    ["2026-05", "2026-05"],
    ["2026-05-12", "2026-05-12"],
    ["2026-Q1", "2026-01-01/2026-03-31"],
    ["2026-H2", "2026-07-01/2026-12-31"],
    ["2026-01-01/2026-03-15", "2026-01-01/2026-03-15"],
    ['"2026"', "2026"],
  ])("reads the date %s without quotes or with them", (written, meant) => {
    const records = recordsOf(facility(`    outcomeDate: ${written}`));
    expect(records.get("facility:x")?.fields["outcomeDate"]).toBe(meant);
  });

  it("keeps words that other YAML readers turn into truths", () => {
    const records = recordsOf(facility("    aliases: [NO, yes, on]\n    city: |\n      Dalton, GA\n"));
    expect(records.get("facility:x")?.fields).toMatchObject({
      aliases: ["NO", "yes", "on"],
      city: "Dalton, GA",
    });
  });

  it("reads folders in it and leaves hidden files out", async () => {
    const folder = temporaryFolder([
      ...baseFiles,
      { path: "more/here.yaml", text: facility("") },
      { path: ".hidden/no.yaml", text: "nonsense: [" },
      { path: "notes.txt", text: "nonsense: [" },
    ]);
    const { files, problems } = await readDataset(folder);
    expect(files).toEqual(["base.yaml", "dataset.yaml", "more/here.yaml"]);
    expect(problems).toEqual([]);
  });

  it("reports every problem of every file, in their order", () => {
    const { problems } = datasetOf([
      ...baseFiles,
      { path: "z.yaml", text: "publishers:\n  - { id: publisher:z, name: Z, type: PRES }\n" },
      { path: "a.yaml", text: "publishers:\n  - { id: publisher:a, name: 1, type: PRESS, x: 1 }\n" },
    ]);
    expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      "a.yaml:2:30",
      "a.yaml:2:46",
      "z.yaml:2:39",
    ]);
  });

  it("reads the example of the manual, under the ids that it names", () => {
    const manual = readFileSync(new URL("../../docs/model.md", import.meta.url), "utf8");
    const [, example = ""] = /```yaml\n([^]*?)```/.exec(manual) ?? [];
    const named = [...manual.matchAll(/`([a-z]+:[a-z-]*lease-denton--[a-z-]+)`/g)].map(([, id]) => id);
    expect(named).toHaveLength(3);
    expect([...recordsOf(example).keys()]).toEqual(expect.arrayContaining(named));
  });

  it("does not follow references while a file cannot be read", () => {
    const { problems } = datasetOf([
      ...baseFiles.filter(({ path }) => path !== "base.yaml"),
      { path: "base.yaml", text: "publishers: [" },
      { path: "more.yaml", text: facility("") },
    ]);
    expect(problems.map(({ rule }) => rule)).toEqual(["yaml-syntax"]);
  });
});
