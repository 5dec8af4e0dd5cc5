import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { Measure } from "../../domain/vocabularies/supply.ts";

export const marketKind = vocabulary("MarketKind", "Which market: who shares what around a subject.", {
  SUPPLIERS_OF: "Those who supply a component, by a published market estimate.",
  BUYERS_OF: "Those who buy a component, by a published market estimate.",
  TENANTS_OF: "The tenants of a landlord or of a facility, by contract.",
  LANDLORDS_OF: "The landlords of a tenant, by contract.",
  CUSTOMERS_OF:
    "The customers of a company: by a published statement of its revenue, else by contract value.",
});
export type MarketKind = WordOf<typeof marketKind>;

export const marketGroup = vocabulary("MarketGroup", "What counts as one participant of a market.", {
  COMPANY: "The company named.",
  ULTIMATE_PARENT: "The company at the top of control at the date.",
  COUNTRY: "The country of production: where the plants are, never the seat.",
});
export type MarketGroup = WordOf<typeof marketGroup>;

export const band = vocabulary(
  "Band",
  "Where an HHI lies on the scale of the US Merger Guidelines of 2023.",
  {
    UNCONCENTRATED: "Below 1,000.",
    MODERATE: "1,000 to 1,800.",
    HIGH: "Above 1,800.",
    CANNOT_TELL: "The bounds lie in more than one band.",
  },
);
export type Band = WordOf<typeof band>;

export interface MarketInput {
  readonly kind: MarketKind;
  readonly subject: RecordId;
  /** What the shares are shares of; contract markets know MW and VALUE. */
  readonly measure?: Measure | undefined;
  /** One market estimate by id. */
  readonly estimate?: RecordId | undefined;
}

/** Kinds of subject that a market takes. */
export const SUBJECT_KINDS: Readonly<Record<MarketKind, readonly EntityKind[]>> = {
  SUPPLIERS_OF: ["Component"],
  BUYERS_OF: ["Component"],
  TENANTS_OF: ["Company", "Facility"],
  LANDLORDS_OF: ["Company"],
  CUSTOMERS_OF: ["Company"],
};

export function bandOf(low: number | null, high: number | null): Band {
  if (low === null || high === null) return "CANNOT_TELL";
  const [least, most] = [bandOfPoint(low), bandOfPoint(high)];
  return least === most ? least : "CANNOT_TELL";
}

function bandOfPoint(index: number): Band {
  if (index < 1000) return "UNCONCENTRATED";
  return index <= 1800 ? "MODERATE" : "HIGH";
}
