import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";

/** One line of a market: a firm, several under one figure, or a country. Shares in percent; null is open. */
export interface Participant {
  /** Orders and identifies it. */
  readonly key: string;
  readonly nodes: readonly RecordId[];
  readonly label: string;
  /** How many firms share the figure; Infinity when nobody says. */
  readonly firms: number;
  readonly lowPct: number | null;
  readonly highPct: number | null;
  /** False for a placeholder: its share is known, who it is is not. */
  readonly isIdentified: boolean;
  readonly contracts: readonly RecordId[];
  /** The facts whose evidence supports the share. */
  readonly facts: readonly RecordId[];
}

/** Largest known share first, then by key. */
export function compareParticipants(a: Participant, b: Participant): number {
  return (
    (b.lowPct ?? -1) - (a.lowPct ?? -1) ||
    (b.highPct ?? -1) - (a.highPct ?? -1) ||
    compareStrings(a.key, b.key)
  );
}

/** Adds up participants that count as one; `firms` is 1 when they are one firm, else the sum. */
export function mergeParticipants(
  key: string,
  label: string,
  nodes: readonly RecordId[],
  parts: readonly Participant[],
  firms: number,
): Participant {
  const lows = parts.map(({ lowPct }) => lowPct ?? 0);
  const highs = parts.map(({ highPct }) => highPct);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const knownHighs = highs.filter((high) => high !== null);
  return {
    key,
    label,
    nodes,
    firms,
    // Rounded figures may add up to a little more than the whole.
    lowPct: parts.every(({ lowPct }) => lowPct === null) ? null : Math.min(100, sum(lows)),
    highPct: knownHighs.length < highs.length ? null : Math.min(100, sum(knownHighs)),
    isIdentified: parts.every(({ isIdentified }) => isIdentified),
    contracts: [...new Set(parts.flatMap(({ contracts }) => contracts))],
    facts: [...new Set(parts.flatMap(({ facts }) => facts))],
  };
}
