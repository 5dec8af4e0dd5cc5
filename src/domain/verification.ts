import type { RecordId } from "./ids.ts";
import { booleanField, textField, type GraphRecord } from "./record.ts";
import type { Verification } from "./vocabularies/envelope.ts";

/** Finds a source, or a publisher, that the evidence leads to. */
export type RecordLookup = (id: RecordId) => GraphRecord | undefined;

const COORDINATES: ReadonlySet<string> = new Set(["latitude", "longitude"]);

/** True for evidence of coordinates. A gazetteer knows where a city lies, not what stands there: it is no voice for the fact that has them. */
export function locatesOnly(evidence: GraphRecord): boolean {
  return COORDINATES.has(textField(evidence, "field") ?? "");
}

/**
 * What the evidence of a fact adds up to. The lookup must know the sources cited, the sources that they repeat, and their publishers.
 * Sources that were taken back neither support nor dispute, except that a fact with no other support is RETRACTED.
 */
export function verificationOf(evidence: readonly GraphRecord[], lookup: RecordLookup): Verification {
  const cited = evidence.map((entry) => ({
    source: textField(entry, "source") ?? "",
    supports: textField(entry, "stance") !== "DISPUTES",
    locates: locatesOnly(entry),
  }));
  const standing = cited.filter(({ source }) => !isRetracted(source, lookup));
  const supporting = standing.filter(({ supports }) => supports);
  if (supporting.length === 0 && cited.some(({ supports }) => supports)) return "RETRACTED";
  if (standing.some(({ supports }) => !supports)) return "DISPUTED";
  const voices = new Set(
    supporting.flatMap(({ source, locates }) => (locates ? [] : (voiceOf(source, lookup) ?? []))),
  );
  return voices.size > 1 ? "CORROBORATED" : "ASSERTED";
}

/**
 * Whose word a source is, once what it repeats is followed to its origin: the id of the company that speaks, or of a publisher.
 * All that one of them says is one voice. Undefined when it repeats somebody that the graph does not know: no second voice.
 */
export function voiceOf(source: RecordId, lookup: RecordLookup): RecordId | undefined {
  const origin = originOf(source, lookup);
  const record = lookup(origin);
  if (record === undefined) return origin;
  const publisher = textField(record, "originPublisher") ?? ownPublisher(record);
  if (publisher === undefined) return undefined;
  const company = lookup(publisher);
  return (company && textField(company, "company")) ?? publisher;
}

/** The first source of a chain of repetitions; of a chain that bites its tail, the least id, so that all its members agree. */
export function originOf(source: RecordId, lookup: RecordLookup): RecordId {
  const seen: RecordId[] = [];
  let current = source;
  while (!seen.includes(current)) {
    seen.push(current);
    const record = lookup(current);
    const origin = record && textField(record, "origin");
    if (origin === undefined) return current;
    current = origin;
  }
  const cycle = seen.slice(seen.indexOf(current));
  return cycle.reduce((least, id) => (id < least ? id : least));
}

function ownPublisher(source: GraphRecord): RecordId | undefined {
  return textField(source, "originText") === undefined ? textField(source, "publisher") : undefined;
}

function isRetracted(source: RecordId, lookup: RecordLookup): boolean {
  const record = lookup(source);
  return record !== undefined && booleanField(record, "isRetracted");
}
