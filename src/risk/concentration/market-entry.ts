import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Amount } from "../contract-amounts.ts";

/** Megawatts or money on one basis; low < high where sources differ or an overlap is unclear, high is Infinity where one says "at least". */
export interface MarketAmount extends Pick<Amount, "low" | "high" | "unit" | "basis"> {
  /** The facts that state it, where they are others than those of the entry. */
  readonly facts?: readonly RecordId[];
}

/** One thing that a market adds up: a contract, a site, or what one party delivers to a site. */
export interface MarketEntry {
  readonly id: RecordId;
  /** At most one on each unit and basis. */
  readonly amounts: readonly MarketAmount[];
  /** Who has it, by id; several share it, nobody says how. Empty where nobody is named. */
  readonly holders: readonly RecordId[];
  /** Others, whom nobody names, may have part or all of it beside those who are named. */
  readonly hasOthers: boolean;
  /** Where it lies, with what is stated of it there; empty where no site is named. */
  readonly sites: readonly EntrySite[];
  readonly contracts: readonly RecordId[];
  /** The facts whose evidence supports it. */
  readonly facts: readonly RecordId[];
}

export interface EntrySite {
  readonly site: RecordId;
  /** What of the amount lies there, where a source says it. */
  readonly amount: MarketAmount | null;
  /** False where more of it may lie there. */
  readonly isAll: boolean;
}

/** The things of a market at a date. */
export interface MarketReading {
  readonly entries: readonly MarketEntry[];
  readonly filtered: readonly FilteredRecord[];
  readonly undated: number;
}

export interface FilteredRecord {
  readonly id: RecordId;
  readonly filter: string;
}

/** What one basis adds up to in a market. Bases are never added to each other. */
export interface MarketBasis {
  readonly unit: string;
  readonly basis: string;
  /** How many things state an amount on it. */
  readonly entries: number;
  /** Null where nobody states the basis of several amounts: they may count different things. */
  readonly low: number | null;
  /** Null there, and where a source says only "at least". */
  readonly high: number | null;
}

export interface CountedEntry {
  readonly entry: MarketEntry;
  readonly amount: MarketAmount;
}

/** A reading on one basis: what counts, and what states no amount on it. */
export interface MarketOnBasis {
  readonly unit: string;
  readonly basis: string | null;
  readonly counted: readonly CountedEntry[];
  /** Of which only the least is known: they are uncounted too, since they may be of any size. */
  readonly atLeast: readonly CountedEntry[];
  readonly uncounted: readonly MarketEntry[];
  readonly bases: readonly MarketBasis[];
}

export interface BasisChoice {
  readonly measure: "MW" | "VALUE";
  /** The basis that is asked for. */
  readonly asked?: string | undefined;
  /** The basis to take where any thing states it. */
  readonly preferred?: string | undefined;
}

/** Reads the amounts on the basis that is asked for, else on the preferred one, else on the one that most things with a holder state. */
export function onOneBasis(
  entries: readonly MarketEntry[],
  { measure, asked, preferred }: BasisChoice,
): MarketOnBasis {
  const stated = (things: readonly MarketEntry[]): readonly MarketBasis[] =>
    basesOf(
      things.flatMap(({ amounts }) => amounts.filter(({ unit }) => (unit === "MW") === (measure === "MW"))),
    );
  const bases = stated(entries);
  const held = stated(entries.filter(({ holders }) => holders.length > 0));
  const key =
    asked === undefined
      ? (commonBasis(held, preferred) ?? commonBasis(bases, preferred))
      : bases.find(({ basis }) => basis === asked);
  const measured = entries.flatMap((entry) => {
    const amount = key && entry.amounts.find(({ unit, basis }) => unit === key.unit && basis === key.basis);
    return amount === undefined ? [] : [{ entry, amount }];
  });
  const counted = measured.filter(({ amount }) => Number.isFinite(amount.high));
  const known = new Set(counted.map(({ entry }) => entry));
  return {
    unit: key?.unit ?? (measure === "MW" ? "MW" : "money"),
    basis: key?.basis ?? asked ?? null,
    counted,
    atLeast: measured.filter(({ amount }) => !Number.isFinite(amount.high)),
    uncounted: entries.filter((entry) => !known.has(entry)),
    bases,
  };
}

/** Every basis with its sum: the one that most things state first, of megawatts then the larger, then by unit and name. */
function basesOf(amounts: readonly MarketAmount[]): readonly MarketBasis[] {
  const byBasis = new Map<string, MarketAmount[]>();
  for (const amount of amounts) {
    const key = `${amount.unit} ${amount.basis}`;
    byBasis.set(key, [...(byBasis.get(key) ?? []), amount]);
  }
  const size = ({ unit, high }: MarketBasis): number => (unit === "MW" ? (high ?? 0) : 0);
  return [...byBasis]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .flatMap(([, group]) => sumOf(group) ?? [])
    .toSorted((a, b) => b.entries - a.entries || size(b) - size(a));
}

function sumOf(group: readonly MarketAmount[]): MarketBasis | null {
  const [first] = group;
  if (first === undefined) return null;
  const { unit, basis } = first;
  if (basis === "UNKNOWN" && group.length > 1)
    return { unit, basis, entries: group.length, low: null, high: null };
  const low = group.reduce((total, amount) => total + amount.low, 0);
  const high = group.reduce((total, amount) => total + amount.high, 0);
  return { unit, basis, entries: group.length, low, high: Number.isFinite(high) ? high : null };
}

/** Amounts whose basis nobody states can't be added up; one alone needs no adding. */
function commonBasis(bases: readonly MarketBasis[], preferred: string | undefined): MarketBasis | undefined {
  const isAlone = bases.length === 1 && bases[0]?.entries === 1;
  const usable = bases.filter(({ basis }) => basis !== "UNKNOWN" || isAlone);
  return usable.find(({ basis }) => basis === preferred) ?? usable[0];
}
