import { vocabulary, type WordOf } from "../vocabulary.ts";

export const capacityBasis = vocabulary(
  "CapacityBasis",
  "What a number of megawatts counts. Nothing is added or compared across bases.",
  {
    UTILITY_APPROVED: "Power that the utility approved for the site.",
    INTERCONNECTION: "Power of the grid connection.",
    GROSS_FACILITY: "Power of the whole facility, cooling and losses included.",
    CRITICAL_IT: "Power for the computers alone, built or to be built.",
    CONTRACTED_IT: "Power for the computers that a contract covers.",
    ENERGISED: "Power that is live.",
    BILLING: "Power for which rent is paid.",
    PLANNED: "Power that is planned.",
    OPTION: "Power that a party may take.",
    GENERATION_NAMEPLATE: "Rated output of generators.",
    PERMITTED: "Power that a permit allows.",
    UNKNOWN: "The source does not say what is counted.",
  },
);
export type CapacityBasis = WordOf<typeof capacityBasis>;

export const valueBasis = vocabulary("ValueBasis", "What an amount of money counts.", {
  BASE_TERM: "Payments over the base term.",
  WITH_EXTENSIONS: "Payments over the base term and the extensions that a party may take.",
  UP_TO: "An upper limit.",
  PRINCIPAL: "The face value of debt or the amount invested.",
  COMMITTED_FACILITY: "Money that lenders committed, drawn or not.",
  OUTSTANDING: "Debt outstanding at a date.",
  PURCHASE_PRICE: "What a buyer pays.",
  ENTERPRISE_VALUE: "Value of a company with its debt.",
  GUARANTEE_CAP: "The most that a guarantor can owe.",
  PROJECT_COST: "The cost of a project.",
  BACKLOG: "Signed revenue not yet earned, as the company counts it.",
  RPO: "Remaining performance obligations as reported.",
  VALUATION: "The value put on a company or on a holding in it.",
  FIRM: "The part that binds without conditions.",
  UPFRONT: "Paid at the start.",
  CONTINGENT: "Paid only when conditions are met, or when others fail to take their part.",
  OPTION: "An amount that a party may take.",
  ANALYST_ESTIMATE: "A figure of an analyst.",
  COMBINED_VALUATION: "The value put on two companies together.",
  UNKNOWN: "The source does not say what is counted.",
});
