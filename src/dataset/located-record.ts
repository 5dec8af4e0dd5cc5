import type { RecordId } from "../domain/ids.ts";
import type { GraphRecord } from "../domain/record.ts";
import type { Position } from "./position.ts";

/** A record together with the places where it was written. */
export interface LocatedRecord {
  readonly record: GraphRecord;
  /** The start of its entry. */
  readonly at: Position;
  /**
   * The place of the value of each field that was written, right or wrong, and of `id`, `from`, `to`; entries of lists as `field[0]`.
   * A key of nested entries has one only where it holds no list of them.
   */
  readonly places: ReadonlyMap<string, Position>;
  /** Fields that were written under another name: `from` as `company`. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Where a field (or the entry of a list) of a record was written; else the start of the record. */
export function placeOf(located: LocatedRecord, field: string, index?: number): Position {
  const { places, at } = located;
  const item = index === undefined ? undefined : places.get(`${field}[${index}]`);
  return item ?? places.get(field) ?? at;
}

/** Whether a field was written, right or wrong: what was refused already is not missing as well. */
export function isWritten({ record, places }: LocatedRecord, field: string): boolean {
  return record.fields[field] !== undefined || places.has(field);
}

/** A field under the name that the curator gave it. */
export function nameOf({ names }: LocatedRecord, field: string): string {
  return names?.get(field) ?? field;
}

/** A record without a file, as when it comes from the graph. */
export function unlocated(record: GraphRecord): LocatedRecord {
  return { record, at: graphPosition(record.id), places: new Map() };
}

/** The place of records that stand in the graph already: there are no lines, so the id says which one. */
export function graphPosition(id: RecordId): Position {
  return { file: GRAPH_FILE, line: 1, column: 1, path: id };
}

/** What problems of records that stand in the graph name as their file. */
export const GRAPH_FILE = "graph";
