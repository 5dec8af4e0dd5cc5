import type { Position } from "./position.ts";

/** A document as it was written, each node with its place: what YAML files and JSON change sets have in common. */
export type SourceNode = SourceMap | SourceList | SourceScalar;

export interface SourceMap {
  readonly type: "map";
  readonly at: Position;
  /** In the order of the document, each key once. */
  readonly entries: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  readonly keyAt: Position;
  readonly value: SourceNode;
}

export interface SourceList {
  readonly type: "list";
  readonly at: Position;
  readonly items: readonly SourceNode[];
}

export interface SourceScalar {
  readonly type: "scalar";
  readonly at: Position;
  readonly value: string | number | boolean | null;
  /** The value as it was written, without quotes. */
  readonly text: string;
}

/** The value of a key, or undefined. */
export function entryOf(map: SourceMap, key: string): SourceNode | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}

/** The text of a string scalar, or undefined. */
export function textOf(node: SourceNode | undefined): string | undefined {
  return node?.type === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** True for a key without a value. */
export function isEmptyNode(node: SourceNode): boolean {
  return node.type === "scalar" && node.value === null;
}
