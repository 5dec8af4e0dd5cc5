import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf } from "../sentence/labels.ts";
import type { MarketKind } from "./market.ts";

const KIND_WORDS: Readonly<Record<MarketKind, string>> = {
  SUPPLIERS_OF: "Suppliers of",
  BUYERS_OF: "Buyers of",
  TENANTS_OF: "Tenants of",
  LANDLORDS_OF: "Landlords of",
  CUSTOMERS_OF: "Customers of",
};

/** What a published statement shares out: subject, measure, scope, period and publisher. */
export function estimateSentence(
  records: RecordIndex,
  kind: MarketKind,
  subject: RecordId,
  estimate: StoredRecord | null,
): string {
  const head = `${KIND_WORDS[kind]} ${labelOf(records, subject)}`;
  if (estimate === null) return `${head}: no published statement of shares is in the graph.`;
  const text = (field: string): string => textField(estimate, field) ?? "not stated";
  const measure =
    textField(estimate, "measure") === "OTHER" ? "measure not stated" : `by ${text("measure").toLowerCase()}`;
  return `${head}: ${text("what")}, ${measure}, ${scopeWords(records, text("scope"))}, ${text("period")}, ${text("timing").toLowerCase()} of ${text("publisherName")}.`;
}

function scopeWords(records: RecordIndex, scope: string): string {
  if (scope === "WORLD") return "worldwide";
  if (scope.startsWith("buyer:"))
    return `bought by ${labelOf(records, `company:${scope.slice("buyer:".length)}`)}`;
  return `in ${labelOf(records, `place:${scope.toLowerCase()}`)}`;
}

export function contractMarketSentence(
  records: RecordIndex,
  kind: MarketKind,
  subject: RecordId,
  unit: string,
  basis: string | null,
): string {
  const what =
    unit === "MW" ? `megawatts (${basis ?? "no basis"})` : `value in ${unit} (${basis ?? "no basis"})`;
  return `${KIND_WORDS[kind]} ${labelOf(records, subject)} by ${what} of the contracts in the graph.`;
}
