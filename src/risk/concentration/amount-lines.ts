import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { AmountInterval } from "./amount-bounds.ts";
import { isPlaceholder } from "./estimate-participants.ts";
import type { CountedEntry } from "./market-entry.ts";

/** One line of a market by amounts: a firm, a site or a place, or several under one figure. */
export interface AmountLine {
  readonly key: string;
  readonly nodes: readonly RecordId[];
  readonly label: string;
  /** What all of it adds up to. */
  readonly amount: AmountInterval;
  /** False where one of them is a placeholder: what it has is known, who it is is not. */
  readonly isIdentified: boolean;
  /** Others, whom nobody names, may have part or all of it. */
  readonly hasOthers: boolean;
  readonly contracts: readonly RecordId[];
  readonly facts: readonly RecordId[];
}

export interface AmountLines {
  readonly lines: readonly AmountLine[];
  /** What nobody by name has. */
  readonly unnamed: AmountInterval;
}

/** Adds up what counts by its holders; holders of one thing together are one line. */
export function amountLines(records: RecordIndex, counted: readonly CountedEntry[]): AmountLines {
  const byHolders = new Map<string, CountedEntry[]>();
  for (const one of counted) {
    const key = `${one.entry.holders.join(" ")}${one.entry.hasOthers ? " +" : ""}`;
    byHolders.set(key, [...(byHolders.get(key) ?? []), one]);
  }
  const named = [...byHolders].filter(([, entries]) => (entries[0]?.entry.holders.length ?? 0) > 0);
  return {
    lines: named.map(([key, entries]) => lineOf(records, key, entries)),
    unnamed: sumOf(counted.filter(({ entry }) => entry.holders.length === 0)),
  };
}

function lineOf(records: RecordIndex, key: string, entries: readonly CountedEntry[]): AmountLine {
  const nodes = entries[0]?.entry.holders ?? [];
  const hasOthers = entries[0]?.entry.hasOthers === true;
  const labels = nodes.map((id) => labelOf(records, id));
  return {
    key,
    nodes,
    label: hasOthers ? `${labels.join(", ")} and others who are not named` : listOf(labels, 8),
    amount: sumOf(entries),
    isIdentified: nodes.every((id) => !isPlaceholder(records, id)),
    hasOthers,
    contracts: distinct(entries.flatMap(({ entry }) => entry.contracts)),
    facts: distinct(entries.flatMap(({ entry, amount }) => [...entry.facts, ...(amount.facts ?? [])])),
  };
}

function sumOf(entries: readonly CountedEntry[]): AmountInterval {
  return [
    entries.reduce((total, { amount }) => total + amount.low, 0),
    entries.reduce((total, { amount }) => total + amount.high, 0),
  ];
}

function distinct(ids: readonly RecordId[]): readonly RecordId[] {
  return [...new Set(ids)].toSorted(compareStrings);
}
