import { moneyWords, trimmed } from "../sentence/quantities.ts";
import type { Quantity } from "./stated-precision.ts";

/** "USD 1.3 billion", "at least 60 %", "12 to 18 months". */
export function quantityWords({ low, high }: Quantity, unit: string | null): string {
  if (low !== null && high !== null) {
    return low === high ? oneWords(low, unit) : `${oneWords(low, unit)} to ${oneWords(high, unit)}`;
  }
  if (low !== null) return `at least ${oneWords(low, unit)}`;
  return high === null ? "no figure" : `at most ${oneWords(high, unit)}`;
}

const MONEY = /^([A-Z]{3})( per .+)?$/;

function oneWords(value: number, unit: string | null): string {
  if (unit === null) return trimmed(value);
  if (unit === "%" || unit === "percent") return `${trimmed(value)} %`;
  if (unit === "percent a year") return `${trimmed(value)} % a year`;
  const [, currency, per = ""] = MONEY.exec(unit) ?? [];
  return currency === undefined
    ? `${grouped(value)} ${unit.replaceAll("-", " ")}`
    : `${moneyWords(value, currency)}${per}`;
}

/** Thousands apart: 1,100. */
function grouped(value: number): string {
  const [whole = "", fraction] = trimmed(value).split(".");
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
