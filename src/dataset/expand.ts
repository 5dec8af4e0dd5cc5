import type { DatasetProblem } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import { KINDS, type Kind } from "../domain/kind-names.ts";
import { kindSpecs } from "../domain/kinds.ts";
import type { GraphRecord } from "../domain/record.ts";
import { readEntry, type Parent, type ReadEntry } from "./entry-reader.ts";
import { inheritedEvidence } from "./inherited-evidence.ts";
import type { LocatedRecord } from "./located-record.ts";
import { naturalIds } from "./natural-id.ts";
import { nearMiss } from "./near-miss.ts";
import { nestingUnder, type Nesting } from "./nesting.ts";
import type { Position } from "./position.ts";
import { nodeValue, problemAt, showNode, suggestion } from "./problem.ts";
import type { SourceEntry, SourceList, SourceMap, SourceNode } from "./source-node.ts";

/** Every section of a dataset file, with the kind of its entries. */
export const SECTIONS: ReadonlyMap<string, Kind> = new Map(
  KINDS.map((kind) => [kindSpecs[kind].section, kind]),
);

/** Turns the entries of files into records of the graph, one call a file; natural ids are counted over all of them. */
export interface Expander {
  readonly expandFile: (root: SourceMap) => void;
  readonly records: readonly LocatedRecord[];
  readonly problems: readonly DatasetProblem[];
}

interface Expansion {
  readonly records: LocatedRecord[];
  readonly problems: DatasetProblem[];
  readonly nameRecord: ReturnType<typeof naturalIds>;
}

export function makeExpander(): Expander {
  const expansion: Expansion = { records: [], problems: [], nameRecord: naturalIds() };
  const { records, problems } = expansion;
  const expandFile = (root: SourceMap): void => {
    for (const entry of root.entries) expandSection(expansion, entry);
  };
  return { expandFile, records, problems };
}

function expandSection(expansion: Expansion, { key, keyAt, value }: SourceEntry): void {
  const kind = SECTIONS.get(key);
  if (kind === undefined) {
    const guess = suggestion(nearMiss(key, SECTIONS.keys()));
    const message = `${key} is no section; expected one of ${[...SECTIONS.keys()].join(", ")}${guess}`;
    expansion.problems.push(problemAt(keyAt, "unknown-section", message, key));
    return;
  }
  for (const item of listItems(expansion, key, value)) {
    if (item.type === "map") expandEntry(expansion, kind, item);
    else expansion.problems.push(notAnEntry(key, item));
  }
}

/** The entries of a list; an empty section is no fault. */
function listItems(expansion: Expansion, key: string, node: SourceNode): readonly SourceNode[] {
  if (node.type === "list") return node.items;
  if (node.type === "scalar" && node.value === null) return [];
  const message = `${key} is ${showNode(node)}; expected a list of entries, each behind a dash`;
  expansion.problems.push(problemAt(node.at, "wrong-type", message, nodeValue(node)));
  return [];
}

function notAnEntry(key: string, node: SourceNode): DatasetProblem {
  const message = `an entry of ${key} is ${showNode(node)}; expected a mapping of fields`;
  return problemAt(node.at, "wrong-type", message, nodeValue(node));
}

function expandEntry(expansion: Expansion, kind: Kind, node: SourceMap): void {
  const entry = readEntry(kind, node);
  expansion.problems.push(...entry.problems);
  // An entry without an id was reported; a stand-in lets the rest of it be read and checked.
  const id = entry.ids.id ?? `${kindSpecs[kind].prefix}:unnamed-${expansion.records.length}`;
  const located = addRecord(expansion, kind, node, entry, id);
  expandNested(expansion, located, entry, []);
}

/** Adds what is nested in a record: its evidence first, because the others take it over. */
function expandNested(
  expansion: Expansion,
  located: LocatedRecord,
  entry: ReadEntry,
  inherited: readonly LocatedRecord[],
): void {
  const own = entry.nested.find(({ nesting }) => nesting.kind === "Evidence");
  const evidence =
    own === undefined
      ? inheritEvidence(expansion, located, inherited)
      : expandList(expansion, located, own.nesting, own.node, []);
  for (const { nesting, node } of entry.nested) {
    if (nesting.kind !== "Evidence") expandList(expansion, located, nesting, node, evidence);
  }
}

function expandList(
  expansion: Expansion,
  parent: LocatedRecord,
  nesting: Nesting,
  node: SourceNode,
  inherited: readonly LocatedRecord[],
): LocatedRecord[] {
  return listItems(expansion, nesting.key, node).flatMap((item) => {
    const map = item.type === "map" ? item : shortForm(nesting, item);
    if (map === null) {
      expansion.problems.push(notAnEntry(nesting.key, item));
      return [];
    }
    return [expandNestedEntry(expansion, { nesting, located: parent }, map, inherited)];
  });
}

/** An entry that is a mere id means the other end. */
function shortForm({ other }: Nesting, node: Exclude<SourceNode, SourceMap>): SourceMap | null {
  if (other === undefined || isList(node)) return null;
  return { type: "map", at: node.at, entries: [{ key: other.field, keyAt: node.at, value: node }] };
}

function isList(node: SourceNode): node is SourceList {
  return node.type === "list";
}

function expandNestedEntry(
  expansion: Expansion,
  parent: Parent,
  node: SourceMap,
  inherited: readonly LocatedRecord[],
): LocatedRecord {
  const { kind } = parent.nesting;
  const entry = readEntry(kind, node, parent);
  expansion.problems.push(...entry.problems);
  const id = entry.ids.id ?? expansion.nameRecord(recordOf(kind, entry), parent.nesting);
  const located = addRecord(expansion, kind, node, entry, id);
  expandNested(expansion, located, entry, inherited);
  return located;
}

function addRecord(
  expansion: Expansion,
  kind: Kind,
  node: SourceMap,
  entry: ReadEntry,
  id: RecordId,
): LocatedRecord {
  const { places, names } = entry;
  const record = { id, ...recordOf(kind, entry) };
  const located = { record, at: node.at, places, ...(names === undefined ? {} : { names }) };
  expansion.records.push(located);
  return located;
}

function recordOf(kind: Kind, { ids: { from, to }, fields }: ReadEntry): Omit<GraphRecord, "id"> {
  return { kind, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), fields };
}

/** Writes out the evidence that a nested fact takes over from the record that it is written in. */
function inheritEvidence(
  expansion: Expansion,
  located: LocatedRecord,
  inherited: readonly LocatedRecord[],
): LocatedRecord[] {
  const { id: fact, kind } = located.record;
  const nesting = nestingUnder(kind, "evidence");
  if (nesting === undefined) return [];
  const byRecord = new Map(inherited.map((from) => [from.record, from]));
  return inheritedEvidence(fact, [...byRecord.keys()]).map(({ fields, origin }) => {
    const id = expansion.nameRecord({ kind: "Evidence", fields }, nesting);
    const places = byRecord.get(origin)?.places ?? new Map<string, Position>();
    const copy: LocatedRecord = { record: { id, kind: "Evidence", fields }, at: located.at, places };
    expansion.records.push(copy);
    return copy;
  });
}
