import type { Kind } from "../../domain/kind-names.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { unreachable } from "../../domain/errors.ts";

/** The source value of every GraphQL type that stands for a kind: a record, read through the getters of its class. */
export abstract class RecordNode {
  readonly record: StoredRecord;

  constructor(record: StoredRecord) {
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }
}

export type RecordNodeClass = new (record: StoredRecord) => RecordNode;

const classByKind = new Map<Kind, RecordNodeClass>();

/** Done once for each kind, when the module of its type is loaded. */
export function registerNodeClass(kind: Kind, nodeClass: RecordNodeClass): void {
  classByKind.set(kind, nodeClass);
}

export function nodeClassOf(kind: Kind): RecordNodeClass {
  return classByKind.get(kind) ?? unreachable(`no GraphQL type for ${kind}`);
}

export function toNode(record: StoredRecord): RecordNode {
  return new (nodeClassOf(record.kind))(record);
}

export function toNodeOrNull(record: StoredRecord | null): RecordNode | null {
  return record === null ? null : toNode(record);
}
