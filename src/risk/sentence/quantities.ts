import type { CapacityBasis } from "../../domain/vocabularies/units.ts";

const BASIS_WORDS: Readonly<Record<CapacityBasis, string>> = {
  UTILITY_APPROVED: "utility-approved power",
  INTERCONNECTION: "grid connection",
  GROSS_FACILITY: "gross facility power",
  CRITICAL_IT: "critical IT",
  CONTRACTED_IT: "contracted IT power",
  ENERGISED: "energised power",
  BILLING: "billed power",
  PLANNED: "planned power",
  OPTION: "optional power",
  GENERATION_NAMEPLATE: "generating capacity",
  PERMITTED: "permitted power",
  UNKNOWN: "power on an unstated basis",
};

export function megawattWords(megawatts: number, basis: string | undefined): string {
  const words = BASIS_WORDS[(basis ?? "UNKNOWN") as CapacityBasis];
  return `${megawatts} MW of ${words}`;
}

/** 10200000000 USD → "USD 10.2 billion". */
export function moneyWords(amount: number, currency: string | undefined): string {
  const unit = currency ?? "";
  const scales: readonly (readonly [number, string])[] = [
    [1e12, " trillion"],
    [1e9, " billion"],
    [1e6, " million"],
  ];
  const scale = scales.find(([size]) => amount >= size);
  const figure = scale === undefined ? String(amount) : `${trimmed(amount / scale[0])}${scale[1]}`;
  return `${unit} ${figure}`.trim();
}

const VALUE_WORDS: ReadonlyMap<string, string> = new Map([
  ["BASE_TERM", "over the base term"],
  ["WITH_EXTENSIONS", "with extensions"],
  ["UP_TO", "at the most"],
  ["PRINCIPAL", "of principal"],
  ["COMMITTED_FACILITY", "committed"],
  ["OUTSTANDING", "outstanding"],
  ["PURCHASE_PRICE", "of purchase price"],
  ["GUARANTEE_CAP", "of guarantee at the most"],
  ["PROJECT_COST", "of project cost"],
  ["BACKLOG", "of backlog"],
  ["RPO", "of remaining performance obligations"],
  ["UNKNOWN", "on an unstated basis"],
]);

/** Money with what it counts: "USD 10.2 billion of backlog". */
export function valueWords(amount: number, currency: string, basis: string | undefined): string {
  const words =
    VALUE_WORDS.get(basis ?? "UNKNOWN") ?? `(${(basis ?? "").toLowerCase().replaceAll("_", " ")})`;
  return `${moneyWords(amount, currency)} ${words}`;
}

/** A number with at most three digits after the point, and no empty ones. */
export function trimmed(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Bases that say only that a value is a limit: "up to" says so already. */
const LIMITS: readonly string[] = ["UP_TO", "GUARANTEE_CAP"];

/**
 * Bounds with what they count: "up to 16 MW of contracted IT power", "at least USD 1 billion over the base term",
 * "USD 8.7 billion to USD 10.2 billion of backlog".
 */
export function intervalWords({ low, high, unit, basis }: Bounds): string {
  const plain = (value: number): string => (unit === "MW" ? trimmed(value) : moneyWords(value, unit));
  const words = (value: number): string => {
    if (unit === "MW") return megawattWords(value, basis ?? undefined);
    return LIMITS.includes(basis ?? "") ? plain(value) : valueWords(value, unit, basis ?? undefined);
  };
  const least = low ?? 0;
  if (high === null) return least === 0 ? `an unknown amount in ${unit}` : `at least ${words(least)}`;
  if (least === high) return words(high);
  return least === 0 ? `up to ${words(high)}` : `${plain(least)} to ${words(high)}`;
}

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly basis: string | null;
}
