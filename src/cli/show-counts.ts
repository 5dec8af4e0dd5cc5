import { KINDS, type Kind } from "../domain/kind-names.ts";
import type { GraphRecord } from "../domain/record.ts";
import { showTable } from "./show-table.ts";

export type KindCounts = Readonly<Partial<Record<Kind, number>>>;

/** How many records there are of each kind present, kinds in the domain's order. */
export function countKinds(records: readonly GraphRecord[]): KindCounts {
  const counts = new Map<Kind, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])));
}

/** One aligned line a kind. */
export function showCounts(counts: KindCounts): string[] {
  return showTable(Object.entries(counts));
}
