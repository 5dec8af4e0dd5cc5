import type { Channel, Phase } from "./channels.ts";
import type { RelationshipKind } from "./kind-names.ts";
import type { ContractType, MemberRole, PartyRole } from "./vocabularies/contracts.ts";
import type { MakerRole } from "./vocabularies/supply.ts";

/**
 * What "depends on" means: every dependency arc of the product is derived by a row of this table, none is curated.
 * `src/projection` interprets the rows; its tests work each one out by hand.
 */

/** How the providers of a need stand to each other. EXPOSURE needs carry paths and losses, never failures. */
export type NeedMode = "ONE_OF" | "PORTFOLIO" | "EXPOSURE";

/** Whether the documented providers are known to be all: by the record's own statement, by a Completeness record, or never. */
export type NeedClosure = "STATED" | "COMPLETENESS" | "OPEN";

interface Need {
  readonly channel: Channel;
  readonly mode: NeedMode;
  readonly closure: NeedClosure;
  readonly phase: Phase;
}

export interface FieldCondition {
  readonly field: string;
  readonly in: readonly (string | boolean)[];
}

/** One relationship, one arc between its two ends. */
export interface RelationshipRow extends Need {
  readonly pattern: string;
  readonly relationship: RelationshipKind;
  readonly dependent: "from" | "to";
  /** Only stakes that make their holder the parent. */
  readonly onlyControlling?: true;
  /** Only records whose fields have one of these values each. */
  readonly when: readonly FieldCondition[];
  /**
   * Which arcs of a dependent share one need: each its own, all of the row's `need` name, those whose components are of one system of
   * `SYSTEM_OF_CATEGORY`, or those of one value of a field.
   */
  readonly grouping: "EACH" | "TOGETHER" | "BY_SYSTEM" | { readonly field: string };
  /** Names the need; rows with one name and TOGETHER share it. */
  readonly need: string;
}

/** A party of a contract depends on other parties, or on what the contract covers, through the contract. */
export interface ContractRow {
  readonly pattern: string;
  readonly types: readonly ContractType[];
  readonly dependents: readonly PartyRole[];
  readonly providers: readonly PartyRole[];
  /** Also on the facilities or components that it covers. */
  readonly covered: readonly ("Facility" | "Component")[];
  /** The dependent holds on to the other party itself: the contract is the evidence, and its own failure is no matter here. */
  readonly isDirect?: true;
  /** Only contracts under which money is still to come: a committed facility or revolver, or debt that falls due. */
  readonly onlyOpenMoney?: true;
  readonly channel: Channel;
  /** How the dependent needs its contracts of this channel. */
  readonly mode: NeedMode;
  readonly phase: Phase;
}

/** A covered facility depends on parties of a contract. */
export interface CoveredRow extends Need {
  readonly pattern: string;
  readonly types: readonly ContractType[];
  readonly providers: readonly PartyRole[];
  readonly need: string;
}

export const RELATIONSHIP_ROWS: readonly RelationshipRow[] = [
  requires("component-input", "ESSENTIAL", ["CONSUMED", "EMBODIED", "SERVICE"], "RUN"),
  requires("component-tool", "ESSENTIAL", ["INSTALLED"], "SUSTAIN"),
  requires("component-substitute", "GROUP", ["CONSUMED", "EMBODIED", "SERVICE"], "RUN"),
  requires("component-substitute-tool", "GROUP", ["INSTALLED"], "SUSTAIN"),
  // What a thing is linked with where it stands is no part of it: paths follow it, and nothing falls for want of it.
  connected("component-connected", "ESSENTIAL"),
  connected("component-connected-choice", "GROUP"),
  row("class-model", "IS_A", "to", "SUPPLY", "ONE_OF", "COMPLETENESS", "RUN", "PRODUCTION", "TOGETHER", [
    { field: "substitutable", in: [true] },
  ]),
  // A model that cannot stand for its class fills no need of it, but may be what is meant by the class: a possibility for paths.
  row("class-member", "IS_A", "to", "SUPPLY", "EXPOSURE", "OPEN", "RUN", "MEMBER", "TOGETHER", [
    { field: "substitutable", in: [false] },
  ]),
  // What already runs at a site is there: its making can stop without stopping the site. Paths still follow it.
  row("deployment", "DEPLOYS", "from", "SUPPLY", "PORTFOLIO", "OPEN", "BUILD", "DEPLOYED", "BY_SYSTEM", [
    { field: "state", in: ["PLANNED", "ORDERED", "UNDER_CONSTRUCTION"] },
  ]),
  row("deployed", "DEPLOYS", "from", "SUPPLY", "EXPOSURE", "OPEN", "BUILD", "RUNNING", "TOGETHER", [
    { field: "state", in: ["OPERATING"] },
  ]),
  row("operator", "OPERATES", "to", "OPERATION", "ONE_OF", "OPEN", "RUN", "OPERATOR"),
  row("developer", "DEVELOPS", "to", "OPERATION", "ONE_OF", "OPEN", "BUILD", "DEVELOPER"),
  row("power", "POWERS", "to", "POWER", "ONE_OF", "OPEN", "RUN", "POWER"),
  row("user", "USES", "from", "CAPACITY", "PORTFOLIO", "OPEN", "RUN", "CAPACITY"),
  row("location", "LOCATED_IN", "from", "PLACE", "ONE_OF", "STATED", "RUN", "PLACE", "EACH"),
  row("stake", "OWNS_STAKE", "from", "EXPOSURE", "EXPOSURE", "OPEN", "REFINANCE", "STAKE", "TOGETHER", [
    { field: "state", in: ["ACTIVE"] },
  ]),
  {
    ...row("parent", "OWNS_STAKE", "to", "CONTROL", "EXPOSURE", "OPEN", "REFINANCE", "PARENT"),
    onlyControlling: true,
  },
];

/** The need that the makers of a role fill, and which roles fill none. */
export const NEED_OF_MAKER_ROLE: Readonly<Record<MakerRole, "DESIGN" | "FABRICATION" | "PRODUCTION" | null>> =
  {
    DESIGNER: "DESIGN",
    FOUNDRY: "FABRICATION",
    MANUFACTURER: "PRODUCTION",
    PACKAGER: "PRODUCTION",
    ASSEMBLER: "PRODUCTION",
    TESTER: "PRODUCTION",
    DISTRIBUTOR: null,
    OTHER: null,
  };

/** The system of a site that a component belongs to: a site can do without one kind of it, not without all. */
export const SYSTEM_OF_CATEGORY: ReadonlyMap<string, string> = new Map([
  ...["ACCELERATOR", "RACK_SYSTEM", "BOARD", "CPU", "MEMORY"].map(
    (category) => [category, "COMPUTE"] as const,
  ),
  ...["NETWORK_SYSTEM", "NETWORK_ADAPTER", "SWITCH", "INTERCONNECT", "TRANSCEIVER", "OPTICAL_ENGINE"].map(
    (category) => [category, "NETWORK"] as const,
  ),
  ...["POWER_EQUIPMENT", "POWER_GENERATION"].map((category) => [category, "POWER"] as const),
  ["COOLING", "COOLING"],
]);

/**
 * Patterns in which a company stands for what it does for one thing: makes a part, operates a site, delivers its power. A path ends at
 * such a company: nothing says that the thing depends on the rest of the company's business. What a company rents or buys leads on.
 */
export const ROLE_PATTERNS: ReadonlySet<string> = new Set([
  "maker",
  "making-company",
  "operator",
  "developer",
  "power",
  "power-contract",
  "permit",
]);

/** Members that depend on the others of a partnership, and those that others depend on. Investors do neither. */
export const PARTNERSHIP_DEPENDENTS: readonly MemberRole[] = ["CUSTOMER", "DEVELOPER", "MEMBER", "LEADER"];
export const PARTNERSHIP_PROVIDERS: readonly MemberRole[] = [
  "SUPPLIER",
  "MANUFACTURER",
  "DEVELOPER",
  "MEMBER",
  "LEADER",
];

const CAPACITY_TYPES: readonly ContractType[] = [
  "LEASE",
  "GROUND_LEASE",
  "HOSTING",
  "COMPUTE",
  "MASTER_AGREEMENT",
];
const POWER_TYPES: readonly ContractType[] = ["POWER_SUPPLY", "INTERCONNECTION", "POWER_PURCHASE"];
/** Contracts that lend money. */
export const DEBT_TYPES: readonly ContractType[] = [
  "LOAN",
  "REVOLVER",
  "BOND",
  "CONVERTIBLE",
  "EQUIPMENT_FINANCING",
];

export const CONTRACT_ROWS: readonly ContractRow[] = [
  {
    pattern: "capacity-contract",
    types: CAPACITY_TYPES,
    dependents: ["LESSEE", "CUSTOMER"],
    providers: ["LESSOR", "PROVIDER"],
    covered: ["Facility"],
    channel: "CAPACITY",
    mode: "PORTFOLIO",
    phase: "RUN",
  },
  {
    pattern: "end-user",
    types: CAPACITY_TYPES,
    dependents: ["END_USER"],
    providers: ["LESSEE", "CUSTOMER"],
    covered: [],
    isDirect: true,
    channel: "CAPACITY",
    mode: "PORTFOLIO",
    phase: "RUN",
  },
  {
    pattern: "capacity-revenue",
    types: CAPACITY_TYPES,
    dependents: ["LESSOR", "PROVIDER"],
    providers: ["LESSEE", "CUSTOMER", "GUARANTOR"],
    covered: [],
    channel: "REVENUE",
    mode: "EXPOSURE",
    phase: "RUN",
  },
  {
    pattern: "supply-contract",
    types: ["SUPPLY", "CAPACITY_RESERVATION", "MASTER_AGREEMENT"],
    dependents: ["CUSTOMER", "BUYER"],
    providers: ["SUPPLIER"],
    covered: ["Component"],
    channel: "SUPPLY",
    mode: "PORTFOLIO",
    phase: "BUILD",
  },
  {
    pattern: "supply-revenue",
    types: ["SUPPLY", "CAPACITY_RESERVATION", "MASTER_AGREEMENT"],
    dependents: ["SUPPLIER"],
    providers: ["CUSTOMER", "BUYER"],
    covered: [],
    channel: "REVENUE",
    mode: "EXPOSURE",
    phase: "RUN",
  },
  {
    pattern: "credit",
    types: [...DEBT_TYPES, "GUARANTEE"],
    dependents: ["LENDER", "HOLDER", "GUARANTOR"],
    providers: ["BORROWER", "ISSUER", "LESSEE"],
    covered: [],
    channel: "CREDIT",
    mode: "EXPOSURE",
    phase: "REFINANCE",
  },
  {
    pattern: "capital",
    onlyOpenMoney: true,
    types: DEBT_TYPES,
    dependents: ["BORROWER", "ISSUER"],
    providers: ["LENDER", "HOLDER"],
    covered: [],
    channel: "CAPITAL",
    mode: "EXPOSURE",
    phase: "REFINANCE",
  },
  {
    pattern: "equity",
    types: ["EQUITY_INVESTMENT", "PREFERRED"],
    dependents: ["INVESTOR"],
    providers: ["INVESTEE", "ISSUER"],
    covered: [],
    channel: "EXPOSURE",
    mode: "EXPOSURE",
    phase: "REFINANCE",
  },
];

export const COVERED_ROWS: readonly CoveredRow[] = [
  {
    pattern: "power-contract",
    types: POWER_TYPES,
    providers: ["UTILITY", "SUPPLIER", "GENERATOR"],
    need: "POWER",
    channel: "POWER",
    mode: "ONE_OF",
    closure: "OPEN",
    phase: "RUN",
  },
  {
    pattern: "permit",
    types: ["PERMIT"],
    providers: ["REGULATOR"],
    need: "LICENCE",
    channel: "LICENCE",
    mode: "ONE_OF",
    closure: "OPEN",
    phase: "RUN",
  },
];

function requires(
  pattern: string,
  mode: "ESSENTIAL" | "GROUP",
  uses: readonly string[],
  phase: Phase,
): RelationshipRow {
  const isGroup = mode === "GROUP";
  return {
    pattern,
    relationship: "REQUIRES",
    dependent: "from",
    channel: "SUPPLY",
    mode: "ONE_OF",
    closure: isGroup ? "COMPLETENESS" : "STATED",
    phase,
    need: "INPUT",
    grouping: isGroup ? { field: "group" } : "EACH",
    when: [
      { field: "mode", in: [mode] },
      { field: "use", in: uses },
    ],
  };
}

function connected(pattern: string, mode: "ESSENTIAL" | "GROUP"): RelationshipRow {
  const grouping = mode === "GROUP" ? { field: "group" } : "EACH";
  return row(pattern, "REQUIRES", "from", "SUPPLY", "EXPOSURE", "OPEN", "BUILD", "INPUT", grouping, [
    { field: "mode", in: [mode] },
    { field: "use", in: ["CONNECTED"] },
  ]);
}

function row(
  pattern: string,
  relationship: RelationshipKind,
  dependent: "from" | "to",
  channel: Channel,
  mode: NeedMode,
  closure: NeedClosure,
  phase: Phase,
  need: string,
  grouping: RelationshipRow["grouping"] = "TOGETHER",
  when: RelationshipRow["when"] = [],
): RelationshipRow {
  return { pattern, relationship, dependent, channel, mode, closure, phase, need, grouping, when };
}
