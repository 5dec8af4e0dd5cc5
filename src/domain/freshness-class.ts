import { DEBT_TYPES } from "./dependency-table.ts";
import type { Kind } from "./kind-names.ts";
import { textField, type GraphRecord } from "./record.ts";
import type { ContractType } from "./vocabularies/contracts.ts";
import type { FreshnessClass } from "./vocabularies/envelope.ts";
import type { Metric } from "./vocabularies/metrics.ts";

const FINANCING_CONTRACTS: readonly (ContractType | undefined)[] = [
  ...DEBT_TYPES,
  "PREFERRED",
  "EQUITY_INVESTMENT",
];
const CAPACITY_KINDS: ReadonlySet<Kind> = new Set([
  "Facility",
  "Contract",
  "OPERATES",
  "USES",
  "POWERS",
  "DEPLOYS",
  "PRODUCES",
  "COVERS",
  "MarketEstimate",
]);
/** Power, output and goods are capacity; what no market moves is structure; money, and shares of it, is the rest. */
const CLASS_OF_METRIC: Readonly<Record<Metric, FreshnessClass>> = {
  SPREAD_BP: "PRICE_OR_FINANCING",
  INTEREST_RATE: "PRICE_OR_FINANCING",
  INTEREST_EXPENSE_SHARE: "PRICE_OR_FINANCING",
  INTEREST_EXPENSE: "PRICE_OR_FINANCING",
  CREDIT_RATING: "PRICE_OR_FINANCING",
  LEVERAGE: "PRICE_OR_FINANCING",
  DEBT_PER_MW: "PRICE_OR_FINANCING",
  DEBT_ISSUED: "PRICE_OR_FINANCING",
  DEBT: "PRICE_OR_FINANCING",
  BOND_PRICE: "PRICE_OR_FINANCING",
  LEASE_COMMITMENT: "PRICE_OR_FINANCING",
  PURCHASE_COMMITMENT: "PRICE_OR_FINANCING",
  REVENUE_BACKLOG: "PRICE_OR_FINANCING",
  BACKLOG_SHARE: "PRICE_OR_FINANCING",
  ORDER_BACKLOG_MW: "CAPACITY",
  CONTRACT_VALUE: "PRICE_OR_FINANCING",
  CUSTOMER_REVENUE_SHARE: "PRICE_OR_FINANCING",
  RECEIVABLE_SHARE: "PRICE_OR_FINANCING",
  DEFERRED_REVENUE: "PRICE_OR_FINANCING",
  RUN_RATE_REVENUE: "PRICE_OR_FINANCING",
  REVENUE_FORECAST: "PRICE_OR_FINANCING",
  REVENUE_GROWTH: "PRICE_OR_FINANCING",
  SEGMENT_REVENUE: "PRICE_OR_FINANCING",
  REVENUE: "PRICE_OR_FINANCING",
  ORDERS: "PRICE_OR_FINANCING",
  NET_LOSS: "PRICE_OR_FINANCING",
  IMPAIRMENT: "PRICE_OR_FINANCING",
  CASH: "PRICE_OR_FINANCING",
  CAPEX_GUIDANCE: "PRICE_OR_FINANCING",
  CAPEX: "PRICE_OR_FINANCING",
  CAPEX_PER_MW: "PRICE_OR_FINANCING",
  PROJECT_COST: "PRICE_OR_FINANCING",
  GRANT_OR_LOAN: "PRICE_OR_FINANCING",
  FUNDS_RAISED: "PRICE_OR_FINANCING",
  ACQUISITION_PRICE: "PRICE_OR_FINANCING",
  VALUATION: "PRICE_OR_FINANCING",
  SHARE_PRICE_CHANGE: "PRICE_OR_FINANCING",
  WARRANT_SHARES: "PRICE_OR_FINANCING",
  BITCOIN_SALES: "PRICE_OR_FINANCING",
  PORTFOLIO_SHARE: "PRICE_OR_FINANCING",
  BILLING_MW: "CAPACITY",
  ENERGISED_MW: "CAPACITY",
  CONTRACTED_MW: "CAPACITY",
  POWER_MW: "CAPACITY",
  PIPELINE_MW: "CAPACITY",
  QUEUE_MW: "CAPACITY",
  DEMAND_GROWTH: "CAPACITY",
  LOAD_SHARE: "CAPACITY",
  SITES: "CAPACITY",
  GPU_COUNT: "CAPACITY",
  UNIT_COUNT: "CAPACITY",
  CONTRACT_TERM: "STRUCTURE",
  DELAY: "CAPACITY",
  VALUE_LOSS_RATE: "PRICE_OR_FINANCING",
  CAPACITY_SHARE: "CAPACITY",
  CAPACITY_GROWTH: "CAPACITY",
  CAPACITY: "CAPACITY",
  SHIPMENTS: "CAPACITY",
  MARKET_SIZE: "CAPACITY",
  MARKET_SHARE: "CAPACITY",
  IMPORT_SHARE: "CAPACITY",
  SUPPLY_GAP: "CAPACITY",
  LEAD_TIME: "CAPACITY",
  QUALIFICATION_TIME: "STRUCTURE",
  PRICE: "PRICE_OR_FINANCING",
  PRICE_CHANGE: "PRICE_OR_FINANCING",
  POWER_USE: "STRUCTURE",
  TECHNICAL: "STRUCTURE",
  DISRUPTION_LOSS: "STRUCTURE",
  TRADE_RULE: "STRUCTURE",
  FACILITY_MW: "CAPACITY",
  CONTRACT_AMOUNT: "PRICE_OR_FINANCING",
  OTHER: "PRICE_OR_FINANCING",
};

/** How fast a fact ages: by its kind, and by its type, ladder or metric where these tell more. */
export function freshnessClassOf(fact: GraphRecord): FreshnessClass {
  const { kind } = fact;
  if (
    kind === "Contract" &&
    FINANCING_CONTRACTS.includes(textField(fact, "type") as ContractType | undefined)
  )
    return "PRICE_OR_FINANCING";
  if (kind === "FUNDS") return "PRICE_OR_FINANCING";
  if (kind === "Milestone") return classOfLadder(textField(fact, "ladder"));
  if (kind === "Observation") return CLASS_OF_METRIC[(textField(fact, "metric") ?? "OTHER") as Metric];
  return CAPACITY_KINDS.has(kind) ? "CAPACITY" : "STRUCTURE";
}

function classOfLadder(ladder: string | undefined): FreshnessClass {
  if (ladder === "FUNDING") return "PRICE_OR_FINANCING";
  return ladder === "DELIVERY" ? "CAPACITY" : "STRUCTURE";
}
