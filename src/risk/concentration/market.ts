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
  SUPPLIERS_TO:
    "Those who supply a company, its landlords and clouds included: by a published statement of its purchases, else by contract value.",
  LENDERS_TO:
    "Those who lent to a company and the companies that it controls, or on a facility, by debt contract. Who arranged, underwrote, rated or keeps a debt in trust is no lender; holders of a bond hold any part of it.",
  GUARANTORS_OF:
    "Those who guarantee what a company, or a company that it controls, owes, or a contract. What is guaranteed is worth more than its guarantee: amounts are the limits of guarantees.",
  POWER_FOR:
    "Those who deliver, connect or generate power for a facility, or for the facilities that a company operates or owns: by power contract and by stated supply.",
  OPERATORS_IN:
    "Those who operate the data centres in a place, by megawatts of the sites; an owner or developer is no operator.",
  SITES_OF:
    "The data centres that a company operates or owns, by their megawatts: how far its capacity is spread.",
});
export type MarketKind = WordOf<typeof marketKind>;
export const MARKET_KINDS = Object.keys(marketKind.values) as readonly MarketKind[];

export const marketGroup = vocabulary("MarketGroup", "What counts as one participant of a market.", {
  COMPANY: "The company named.",
  ULTIMATE_PARENT: "The company at the top of control at the date.",
  COUNTRY: "The country of production: where the plants or the sites are, never the seat.",
  FACILITY:
    "The plant or the site. How a maker divides its output over its plants is not known: each has from nothing to all of it.",
  PLACE:
    "The state or province where the plant or site is, or the country where the graph has none of its regions.",
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
  /** The basis of the amounts; default: the one that most of them state. */
  readonly basis?: string | undefined;
  /** One market estimate by id. */
  readonly estimate?: RecordId | undefined;
}

/** What a kind of market takes, and how it is asked. */
export interface MarketKindRule {
  readonly subjects: readonly EntityKind[];
  /** The side of a published statement that it reads, where statements can answer it. */
  readonly side?: "SUPPLY" | "DEMAND";
  /** Measures of its amounts where no statement answers, the default first; none where only statements do. */
  readonly measures: readonly ("MW" | "VALUE")[];
  /** What can count as one participant, the default first. */
  readonly groups: readonly MarketGroup[];
  /** Why the other groups mean nothing here. */
  readonly groupsBecause: string;
  /** Kind of record whose sum makes the amounts, for sentences. */
  readonly amountsOf: "contracts" | "sites" | "supplies of power";
}

const FIRMS: readonly MarketGroup[] = ["COMPANY", "ULTIMATE_PARENT"];
const PLACED: readonly MarketGroup[] = ["COUNTRY", "FACILITY", "PLACE"];
const BUYERS_HAVE_NO_PLANTS = "nobody says where what is bought or sold goes";
const MONEY_HAS_NO_PLACE = "money lies at no site";
const ALL_ARE_PLACED = "";

export const MARKET_RULES: Readonly<Record<MarketKind, MarketKindRule>> = {
  SUPPLIERS_OF: statement(["Component"], "SUPPLY", [...FIRMS, ...PLACED], ALL_ARE_PLACED),
  BUYERS_OF: statement(["Component"], "DEMAND", FIRMS, BUYERS_HAVE_NO_PLANTS),
  TENANTS_OF: contracts(["Company", "Facility"], ["MW", "VALUE"], [...FIRMS, ...PLACED], ALL_ARE_PLACED),
  LANDLORDS_OF: contracts(["Company"], ["MW", "VALUE"], [...FIRMS, ...PLACED], ALL_ARE_PLACED),
  CUSTOMERS_OF: {
    ...contracts(["Company"], ["VALUE", "MW"], FIRMS, BUYERS_HAVE_NO_PLANTS),
    side: "DEMAND",
  },
  SUPPLIERS_TO: {
    ...contracts(["Company"], ["VALUE", "MW"], FIRMS, BUYERS_HAVE_NO_PLANTS),
    side: "SUPPLY",
  },
  LENDERS_TO: contracts(["Company", "Facility"], ["VALUE"], FIRMS, MONEY_HAS_NO_PLACE),
  GUARANTORS_OF: contracts(["Company", "Contract"], ["VALUE"], FIRMS, MONEY_HAS_NO_PLACE),
  POWER_FOR: {
    ...contracts(["Facility", "Company"], ["MW"], [...FIRMS, ...PLACED], ALL_ARE_PLACED),
    amountsOf: "supplies of power",
  },
  OPERATORS_IN: sites(["Place"], [...FIRMS, ...PLACED], ALL_ARE_PLACED),
  SITES_OF: sites(
    ["Company"],
    ["FACILITY", "PLACE", "COUNTRY"],
    "its participants are sites, all of the one company",
  ),
};

function statement(
  subjects: readonly EntityKind[],
  side: "SUPPLY" | "DEMAND",
  groups: readonly MarketGroup[],
  groupsBecause: string,
): MarketKindRule {
  return { subjects, side, measures: [], groups, groupsBecause, amountsOf: "contracts" };
}

function contracts(
  subjects: readonly EntityKind[],
  measures: MarketKindRule["measures"],
  groups: readonly MarketGroup[],
  groupsBecause: string,
): MarketKindRule {
  return { subjects, measures, groups, groupsBecause, amountsOf: "contracts" };
}

function sites(
  subjects: readonly EntityKind[],
  groups: readonly MarketGroup[],
  groupsBecause: string,
): MarketKindRule {
  return { subjects, measures: ["MW"], groups, groupsBecause, amountsOf: "sites" };
}

export function bandOf(low: number | null, high: number | null): Band {
  if (low === null || high === null) return "CANNOT_TELL";
  const [least, most] = [bandOfPoint(low), bandOfPoint(high)];
  return least === most ? least : "CANNOT_TELL";
}

function bandOfPoint(index: number): Band {
  if (index < 1000) return "UNCONCENTRATED";
  return index <= 1800 ? "MODERATE" : "HIGH";
}
