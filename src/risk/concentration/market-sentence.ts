import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelInText, labelOf } from "../sentence/labels.ts";
import { MARKET_RULES, type MarketGroup, type MarketKind } from "./market.ts";

const KIND_WORDS: Readonly<Record<MarketKind, string>> = {
  SUPPLIERS_OF: "Suppliers of",
  BUYERS_OF: "Buyers of",
  TENANTS_OF: "Tenants of",
  LANDLORDS_OF: "Landlords of",
  CUSTOMERS_OF: "Customers of",
  SUPPLIERS_TO: "Suppliers to",
  LENDERS_TO: "Lenders to",
  GUARANTORS_OF: "Guarantors of",
  POWER_FOR: "Power for",
  OPERATORS_IN: "Operators of data centres in",
  SITES_OF: "Data centres of",
};

/** "Suppliers of HBM". */
export function marketName(records: RecordIndex, kind: MarketKind, subject: RecordId): string {
  return `${KIND_WORDS[kind]} ${labelOf(records, subject)}`;
}

/** What a published statement shares out: subject, measure, scope, period and publisher. */
export function estimateSentence(
  records: RecordIndex,
  kind: MarketKind,
  subject: RecordId,
  estimate: StoredRecord | null,
): string {
  const head = marketName(records, kind, subject);
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
  return `in ${labelInText(records, `place:${scope.toLowerCase()}`)}`;
}

export interface AmountMarketWords {
  readonly kind: MarketKind;
  readonly subject: RecordId;
  readonly unit: string;
  readonly basis: string | null;
  readonly groupBy: MarketGroup;
}

/** What amounts share out: subject, unit and basis, and what they are amounts of. */
export function amountMarketSentence(
  records: RecordIndex,
  { kind, subject, unit, basis, groupBy }: AmountMarketWords,
): string {
  const on = basis ?? "no basis";
  const what = unit === "MW" ? `megawatts (${on})` : `value in ${unit} (${on})`;
  const { amountsOf, groups } = MARKET_RULES[kind];
  const by = GROUP_WORDS[groupBy];
  const divided = by === undefined || groupBy === groups[0] ? "" : `, divided by ${by}`;
  return `${marketName(records, kind, subject)} by ${what} of the ${amountsOf} in the graph${divided}.`;
}

const GROUP_WORDS: Readonly<Partial<Record<MarketGroup, string>>> = {
  FACILITY: "site",
  PLACE: "state or province",
  COUNTRY: "country",
};
