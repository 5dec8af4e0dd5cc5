import type { DatasetProblem } from "../domain/errors.ts";
import type { FieldSpec, FieldValue } from "../domain/field.ts";
import { idPrefix, isRecordId, type RecordId } from "../domain/ids.ts";
import type { Kind } from "../domain/kind-names.ts";
import { fieldSpec, isRelationshipKind, kindOfPrefix, kindSpecs } from "../domain/kinds.ts";
import { describeType, REQUIRED_FIELDS } from "../domain/record-check.ts";
import type { LocatedRecord } from "./located-record.ts";
import { nearMiss } from "./near-miss.ts";
import { nestingsUnder, nestingUnder, type Nesting } from "./nesting.ts";
import type { Position } from "./position.ts";
import { nodeValue, problemAt, showNode, suggestion } from "./problem.ts";
import { readValue } from "./read-value.ts";
import {
  entryOf,
  isEmptyNode,
  textOf,
  type SourceEntry,
  type SourceMap,
  type SourceNode,
} from "./source-node.ts";

/** The record that an entry is nested in, and how. */
export interface Parent {
  readonly nesting: Nesting;
  readonly located: LocatedRecord;
}

/** An entry as it was read: its record without what is nested in it, and without an id when it writes none. */
export interface ReadEntry {
  readonly ids: { readonly id?: RecordId; readonly from?: RecordId; readonly to?: RecordId };
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly places: ReadonlyMap<string, Position>;
  readonly names?: ReadonlyMap<string, string>;
  /** What is nested in it. */
  readonly nested: readonly { readonly nesting: Nesting; readonly node: SourceNode }[];
  readonly problems: readonly DatasetProblem[];
}

/** One key of an entry: the place that it fills and what may stand there. */
interface Slot {
  readonly field: string;
  readonly spec: FieldSpec;
}

interface Draft extends ReadEntry {
  readonly kind: Kind;
  readonly node: SourceMap;
  readonly parent: Parent | undefined;
  readonly ids: { id?: RecordId; from?: RecordId; to?: RecordId };
  readonly fields: Record<string, FieldValue>;
  readonly places: Map<string, Position>;
  names?: Map<string, string>;
  readonly seen: Set<string>;
  readonly nested: { readonly nesting: Nesting; readonly node: SourceNode }[];
  readonly problems: DatasetProblem[];
}

const NO_ID_SPEC: FieldSpec = { type: "string", description: "Its id." };

/** Reads one mapping as a record of the kind. */
export function readEntry(kind: Kind, node: SourceMap, parent?: Parent): ReadEntry {
  const draft: Draft = {
    kind,
    node,
    parent,
    ids: {},
    fields: {},
    places: new Map(),
    seen: new Set(),
    nested: [],
    problems: [],
  };
  for (const entry of node.entries) readKey(draft, entry);
  fillFromParent(draft);
  reportMissing(draft);
  return draft;
}

function setValue({ ids, fields }: Draft, field: string, value: FieldValue): void {
  if (field === "id" || field === "from" || field === "to") ids[field] = String(value);
  else fields[field] = value;
}

function readKey(draft: Draft, entry: SourceEntry): void {
  const { kind, nested, places, problems } = draft;
  const nesting = nestingUnder(kind, entry.key);
  if (nesting !== undefined) {
    nested.push({ nesting, node: entry.value });
    if (entry.value.type !== "list" && !isEmptyNode(entry.value)) places.set(entry.key, entry.value.at);
    return;
  }
  const slot = slotOf(draft, entry);
  if (slot === undefined) problems.push(unknownField(draft, entry));
  else if (slot.field === "id") readId(draft, entry);
  else readField(draft, slot, entry);
}

function slotOf(draft: Draft, entry: SourceEntry): Slot | undefined {
  const { kind, node, parent } = draft;
  const { key } = entry;
  if (key === parent?.nesting.parent) return undefined;
  const other = otherEndSlot(draft, entry);
  if (other !== undefined) return other;
  if (key === "id") return { field: "id", spec: NO_ID_SPEC };
  const spec = slotSpec(kind, key);
  if (spec === undefined) return undefined;
  return { field: key, spec: kind === "Evidence" && key === "value" ? valueSpec(node, parent, spec) : spec };
}

/** The other end of a nested relationship, under the name that says what it is. */
function otherEndSlot({ kind, parent }: Draft, { key, value }: SourceEntry): Slot | undefined {
  const other = parent?.nesting.other;
  if (other === undefined || !Object.hasOwn(other.names, key) || isOwnId(kind, key, value)) return undefined;
  const spec = slotSpec(kind, other.field);
  const kinds = other.names[key] ?? spec?.kinds;
  return spec && { field: other.field, spec: kinds === undefined ? spec : { ...spec, kinds } };
}

/** `id` names the other end in some nestings, unless it is an id of the nested kind. */
function isOwnId(kind: Kind, key: string, value: SourceNode): boolean {
  return key === "id" && (textOf(value) ?? "").startsWith(`${kindSpecs[kind].prefix}:`);
}

/** The ends of a relationship are read like fields. */
function slotSpec(kind: Kind, key: string): FieldSpec | undefined {
  if ((key !== "from" && key !== "to") || !isRelationshipKind(kind)) return fieldSpec(kind, key);
  const kinds = kindSpecs[kind][key];
  const description = key === "from" ? "Where it starts." : "Where it ends.";
  return { type: "ref", description, ...(kinds === undefined ? {} : { kinds }) };
}

/** The value of evidence on a share may be written as a percentage, as the share itself. */
function valueSpec(node: SourceMap, parent: Parent | undefined, spec: FieldSpec): FieldSpec {
  const fact = textOf(entryOf(node, "fact"));
  const factKind =
    parent?.located.record.kind ?? (fact === undefined ? undefined : kindOfPrefix(idPrefix(fact)));
  const field = textOf(entryOf(node, "field"));
  const target = factKind === undefined || field === undefined ? undefined : fieldSpec(factKind, field);
  return target?.type === "fraction" ? target : spec;
}

function readId(draft: Draft, { value }: SourceEntry): void {
  const { prefix } = kindSpecs[draft.kind];
  draft.seen.add("id");
  const text = textOf(value)?.trim() ?? "";
  if (isRecordId(text) && idPrefix(text) === prefix) {
    setValue(draft, "id", text);
    draft.places.set("id", value.at);
    return;
  }
  const guess = guessOwnId(text, prefix);
  const what = `${prefix}: and a slug of a-z, 0-9 and -${suggestion(guess)}`;
  const message = `id is ${showNode(value)}; expected ${what}`;
  draft.problems.push(problemAt(value.at, "bad-id", message, nodeValue(value)));
}

function guessOwnId(text: string, prefix: string): string | undefined {
  const slug = text.slice(text.indexOf(":") + 1);
  const guess = `${prefix}:${slug.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-")}`;
  return isRecordId(guess) ? guess : undefined;
}

function readField(draft: Draft, { field, spec }: Slot, { key, keyAt, value }: SourceEntry): void {
  const { seen, problems, places } = draft;
  if (seen.has(field)) {
    const message = `${key} says again what another key of the entry says; expected one of them`;
    problems.push(problemAt(keyAt, "duplicate-key", message, key));
    return;
  }
  seen.add(field);
  places.set(field, value.at);
  if (key !== field) (draft.names ??= new Map()).set(field, key);
  const read = readValue(key, value, spec);
  if ("problems" in read) {
    problems.push(...read.problems);
    return;
  }
  setValue(draft, field, read.value);
  if (value.type === "list") value.items.forEach((item, index) => places.set(`${field}[${index}]`, item.at));
}

function unknownField({ kind, parent }: Draft, { key, keyAt }: SourceEntry): DatasetProblem {
  const known = knownKeys(kind, parent);
  const message = `${key} is no field of ${kind}; expected one of ${known.join(", ")}${suggestion(nearMiss(key, known))}`;
  return problemAt(keyAt, "unknown-field", message, key);
}

/** Every key that an entry of the kind may have. */
export function knownKeys(kind: Kind, parent?: Parent): readonly string[] {
  const ends = isRelationshipKind(kind) ? ["from", "to"] : [];
  const names = Object.keys(parent?.nesting.other?.names ?? {});
  const keys = [
    "id",
    ...ends,
    ...names,
    ...Object.keys(kindSpecs[kind].fields),
    ...nestingsUnder(kind).map(({ key }) => key),
  ];
  return [...new Set(keys)].filter((key) => key !== parent?.nesting.parent);
}

/** What a nested entry takes over: the pointer to its parent, the defaults of its nesting, and the confidence. */
function fillFromParent(draft: Draft): void {
  const { kind, parent, seen } = draft;
  if (parent === undefined) return;
  const { nesting, located } = parent;
  setValue(draft, nesting.parent, located.record.id);
  seen.add(nesting.parent);
  const confidence = located.record.fields["confidence"];
  const taken = {
    ...nesting.defaults,
    ...(confidence === undefined || fieldSpec(kind, "confidence") === undefined ? {} : { confidence }),
  };
  for (const [field, value] of Object.entries(taken)) {
    if (seen.has(field)) continue;
    setValue(draft, field, value);
    seen.add(field);
  }
}

function reportMissing({ kind, node, parent, seen, problems }: Draft): void {
  if (parent === undefined && !seen.has("id")) {
    const message = `id is missing; expected ${kindSpecs[kind].prefix}: and a slug of a-z, 0-9 and -`;
    problems.push(problemAt(node.at, "missing-field", message));
  }
  const ends = isRelationshipKind(kind) ? ["from", "to"] : [];
  for (const field of [...ends, ...REQUIRED_FIELDS[kind]]) {
    if (seen.has(field)) continue;
    const names = parent?.nesting.other?.field === field ? Object.keys(parent.nesting.other.names) : [];
    const shown = names.length === 0 ? field : names.join(" or ");
    const spec = slotSpec(kind, field);
    const what = spec === undefined ? "a value" : describeType(spec);
    problems.push(problemAt(node.at, "missing-field", `${shown} is missing; expected ${what}`));
  }
}
