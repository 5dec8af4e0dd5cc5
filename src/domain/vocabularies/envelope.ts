import { vocabulary, type WordOf } from "../vocabulary.ts";

export const confidence = vocabulary("Confidence", "How much the curator trusts a fact.", {
  HIGH: "A filing, a press release or a clear statement of a party.",
  MEDIUM: "A secondary report, an analyst's note or one page.",
  LOW: "A rumour, a machine-written page or a value that is doubted.",
});
export type Confidence = WordOf<typeof confidence>;

export const verification = vocabulary(
  "Verification",
  "What the evidence of a fact adds up to; computed, never stored.",
  {
    RETRACTED: "Every source that supported it was taken back.",
    DISPUTED: "At least one source disputes it.",
    CORROBORATED: "Two sources of different origin support it, not counting a party's own word twice.",
    ASSERTED: "One origin says so.",
  },
);
export type Verification = WordOf<typeof verification>;

export const stance = vocabulary("EvidenceStance", "Whether a source supports or disputes a fact.", {
  SUPPORTS: "The source says so.",
  DISPUTES: "The source says otherwise.",
});

export const timing = vocabulary("Timing", "Whether a figure is measured, estimated or foreseen.", {
  ACTUAL: "Reported or measured by a party or a record.",
  ESTIMATE: "A reading of a past or present state by an analyst or the press.",
  FORECAST: "A statement about the future.",
});

export const tier = vocabulary("SourceTier", "How close a source stands to the fact.", {
  A: "A filing, a court or a regulator.",
  B: "The party's own release.",
  C: "Press or an analyst with own reporting.",
  D: "An aggregator, blog, social post or machine-written page.",
});

export const coordinatePrecision = vocabulary(
  "CoordinatePrecision",
  "What a pair of coordinates points at.",
  {
    EXACT: "The site itself.",
    CITY: "The centre of its city, because the site's own are not known.",
  },
);

export const freshnessClass = vocabulary("FreshnessClass", "How fast facts of a sort age.", {
  PRICE_OR_FINANCING: "Prices, rates, ratings, money sought, raised or owed: stale after 30 days.",
  CAPACITY: "Sites, power, output and what is installed or promised: stale after 183 days.",
  STRUCTURE: "Who is who, who makes what, what needs what: stale after 365 days.",
});
export type FreshnessClass = WordOf<typeof freshnessClass>;
