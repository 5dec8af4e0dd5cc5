import type { FieldValue } from "../../src/domain/field.ts";
import { idPrefix } from "../../src/domain/ids.ts";
import { isEntityKind, isRelationshipKind, kindOfPrefix } from "../../src/domain/kinds.ts";
import type { GraphRecord } from "../../src/domain/record.ts";

type Fields = Readonly<Record<string, FieldValue>>;

/** A record of the kind that its id says, with the confidence that most kinds must have. */
export function record(
  id: string,
  fields: Fields = {},
  ends: { from?: string; to?: string } = {},
): GraphRecord {
  const kind = kindOfPrefix(idPrefix(id));
  if (kind === undefined) throw new TypeError(`no kind for ${id}`);
  const hasConfidence = kind !== "Source" && (isEntityKind(kind) || isRelationshipKind(kind));
  return { id, kind, ...ends, fields: { ...(hasConfidence ? { confidence: "HIGH" } : {}), ...fields } };
}

/** A relationship with a made-up id. */
export function link(prefix: string, from: string, to: string, fields: Fields = {}, slug = ""): GraphRecord {
  const name = `${from}--${to}${slug}`.replaceAll(":", "-");
  return record(`${prefix}:${name}`, fields, { from, to });
}

function evidence(slug: string, fact: string, source: string, fields: Fields = {}): GraphRecord {
  return record(`evidence:${slug}`, { fact, source, stance: "SUPPORTS", ...fields });
}

function milestone(slug: string, subject: string, fields: Fields): GraphRecord {
  return record(`milestone:${slug}`, { subject, ladder: "LEGAL", timing: "ACTUAL", ...fields });
}

function observation(slug: string, fields: Fields): GraphRecord {
  const base = { metric: "FACILITY_MW", unit: "MW", timing: "ACTUAL", confidence: "HIGH" };
  return record(`observation:${slug}`, { subject: "facility:denton", ...base, ...fields });
}

const publishers = [
  record("publisher:coreweave", { name: "CoreWeave", type: "COMPANY", company: "company:coreweave" }),
  record("publisher:daily", { name: "The Daily", type: "PRESS" }),
];

const source = { tier: "B", type: "PRESS_RELEASE" };
const sources = [
  record("source:release", {
    ...source,
    title: "A release",
    publisher: "publisher:coreweave",
    published: "2025-07-07",
  }),
  record("source:copy", {
    ...source,
    title: "A copy",
    publisher: "publisher:daily",
    origin: "source:release",
  }),
  record("source:report", {
    ...source,
    title: "A report",
    publisher: "publisher:daily",
    published: "2025-11",
  }),
];

const things = [
  record("place:us", { name: "United States", placeKind: "COUNTRY", code: "US" }),
  record("place:us-tx", { name: "Texas", placeKind: "REGION", code: "US-TX" }),
  record("company:coreweave", {
    name: "CoreWeave",
    aliases: ["Atlantic Crypto"],
    entityType: "CORPORATION",
    roles: ["AI_CLOUD", "CUSTOMER"],
    country: "place:us",
    founded: "2017",
    tickers: ["NASDAQ:CRWV"],
    cik: "0001769628",
    documentedNone: ["parent"],
  }),
  record("company:core-scientific", {
    name: "Core Scientific",
    entityType: "CORPORATION",
    roles: ["LANDLORD"],
    country: "place:us",
    tickers: ["CORZ"],
  }),
  record("company:holding", { name: "Holding", entityType: "CORPORATION" }),
  record("company:hosting-unit", { name: "Hosting unit", entityType: "SPV" }),
  record("facility:denton", {
    name: "Denton",
    purpose: "DATA_CENTER",
    capacityMegawatts: 260,
    capacityBasis: "CRITICAL_IT",
  }),
  record("component:transceiver", { name: "1.6T transceiver", category: "TRANSCEIVER", isClass: true }),
  record("component:poet-engine", {
    name: "Optical engine",
    category: "OPTICAL_ENGINE",
    released: "2025-03",
  }),
  record("contract:merger", {
    name: "Merger agreement",
    type: "ACQUISITION",
    value: 9,
    currency: "USD",
    valueBasis: "PURCHASE_PRICE",
    outcome: "REJECTED",
    outcomeDate: "2025-10-30",
  }),
  record("contract:lease", {
    name: "Master lease",
    type: "LEASE",
    value: 10.2,
    currency: "USD",
    valueBasis: "BASE_TERM",
  }),
  record("contract:lease-denton", { name: "Lease of Denton", type: "LEASE", capacityMegawatts: 260 }),
  record("event:vote", {
    name: "Vote on the merger",
    type: "VOTE",
    start: "2025-10-30",
    outcome: "REJECTED",
  }),
];

const relationships = [
  link("operates", "company:core-scientific", "facility:denton", { validFrom: "2022", validTo: "2030" }),
  link("owns", "company:core-scientific", "facility:denton", { confidence: "MEDIUM" }),
  link("party", "company:coreweave", "contract:lease", { role: "LESSEE" }),
  link("party", "company:core-scientific", "contract:lease", { role: "LESSOR" }),
  link("party", "company:coreweave", "contract:merger", { role: "ACQUIRER" }),
  link("part-of", "contract:lease-denton", "contract:lease"),
  link("covers", "contract:lease-denton", "facility:denton", {
    megawatts: 260,
    capacityBasis: "CONTRACTED_IT",
  }),
  link("located-in", "facility:denton", "place:us-tx"),
  link("requires", "component:transceiver", "component:poet-engine", {
    mode: "GROUP",
    group: "engine",
    use: "EMBODIED",
  }),
  link("affects", "event:vote", "contract:merger"),
  link("about", "claim:saving", "contract:merger"),
  link("about", "claim:doubt", "contract:merger"),
  link("about", "contract:lease", "facility:denton"),
  link("stake", "company:holding", "company:core-scientific", {
    type: "MAJORITY",
    votingShare: 0.6,
    controls: false,
    state: "ACTIVE",
    date: "2024-02",
  }),
  link("stake", "company:core-scientific", "company:hosting-unit", {
    type: "CONSOLIDATED",
    controls: true,
    state: "ACTIVE",
  }),
];

const statements = [
  record("claim:saving", {
    speaker: "company:coreweave",
    statement: "The merger saves ten billion of lease payments.",
    stance: "PROJECTED",
    date: "2025-07-07",
    confidence: "HIGH",
  }),
  record("claim:doubt", {
    speakerName: "An analyst",
    statement: "The saving is not cash.",
    stance: "DISPUTED",
    answers: ["claim:saving"],
    confidence: "MEDIUM",
  }),
  milestone("merger-definitive", "contract:merger", { rung: "DEFINITIVE", date: "2025-07-07" }),
  milestone("merger-talks", "contract:merger", { rung: "TALKS", date: "2025-06" }),
  milestone("denton-energised", "facility:denton", {
    ladder: "DELIVERY",
    rung: "ENERGISED",
    date: "2025-09",
  }),
  milestone("denton-planned", "facility:denton", { ladder: "DELIVERY", rung: "PLANNED", date: "2024-01-10" }),
  observation("denton-energised-old", { metric: "ENERGISED_MW", value: 50, asOf: "2025-03" }),
  observation("denton-energised-new", { metric: "ENERGISED_MW", value: 120, asOf: "2025-12" }),
  observation("denton-gross", { low: 360, high: 394, basis: "GROSS_FACILITY", asOf: "2025-06" }),
  observation("denton-forecast", { metric: "BILLING_MW", value: 250, timing: "FORECAST", asOf: "2025-06" }),
  record("redirect:core-sci", {
    oldId: "company:core-sci",
    target: "company:core-scientific",
    reason: "Renamed.",
  }),
  record("completeness:engine", {
    component: "component:transceiver",
    need: "engine",
    needKind: "GROUP",
    state: "UNKNOWN",
    statement: "Nothing is known about other engines.",
    confidence: "LOW",
  }),
  record("estimate:transceivers", {
    subject: "component:transceiver",
    side: "SUPPLY",
    what: "1.6T transceivers",
    measure: "UNITS",
    scope: "WORLD",
    period: "2025",
    publisherName: "A house",
    timing: "ESTIMATE",
    isComplete: false,
    confidence: "MEDIUM",
  }),
  record("member:first", {
    estimate: "estimate:transceivers",
    companies: ["company:coreweave"],
    low: 0.2,
    high: 0.3,
  }),
];

const evidences = [
  evidence("lease-1", "contract:lease", "source:release"),
  evidence("lease-2", "contract:lease", "source:report", { field: "value", value: 8.7 }),
  evidence("lease-3", "contract:lease", "source:report", {
    field: "value",
    value: 12,
    basis: "WITH_EXTENSIONS",
  }),
  evidence("merger-1", "contract:merger", "source:release"),
  evidence("merger-2", "contract:merger", "source:copy"),
  evidence("denton-1", "facility:denton", "source:report", { stance: "DISPUTES" }),
];

/** A small graph of the founding story: a lease, a merger that was voted down, a site, an engine. */
export const FIXTURE_RECORDS: readonly GraphRecord[] = [
  ...publishers,
  ...sources,
  ...things,
  ...relationships,
  ...statements,
  ...evidences,
];
