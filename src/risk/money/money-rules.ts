import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { MoneyClass } from "./money-class.ts";

/** Whom the money of a contract comes from and goes to, by its type and the roles of its parties. */
export interface MoneyRule {
  readonly moneyClass: MoneyClass;
  readonly types: readonly ContractType[];
  /** Groups of roles, in order of precedence: the parties in the first group that has any are the side. */
  readonly payers: readonly (readonly PartyRole[])[];
  readonly payees: readonly (readonly PartyRole[])[];
  /** Where the rule needs a payee to hold; otherwise one known side is enough. */
  readonly needsPayee?: true;
}

/**
 * The first rule that fits a contract decides. A provider is paid before a supplier that delivers to it, and a developer only where nobody
 * lets: so a contract has one tier of money, and those who use, arrange, underwrite or rate are on no side.
 */
export const MONEY_RULES: readonly MoneyRule[] = [
  {
    moneyClass: "DEBT",
    types: ["LOAN", "REVOLVER", "BOND", "CONVERTIBLE", "EQUIPMENT_FINANCING"],
    payers: [["LENDER", "HOLDER"]],
    payees: [["BORROWER", "ISSUER"]],
  },
  {
    moneyClass: "EQUITY",
    types: ["EQUITY_INVESTMENT", "PREFERRED"],
    payers: [["INVESTOR"]],
    payees: [["INVESTEE", "ISSUER"]],
  },
  // A frame between two companies in which one is to invest in the other; the supply in it goes the other way and has no amount.
  {
    moneyClass: "EQUITY",
    types: ["PARTNERSHIP"],
    payers: [["INVESTOR"]],
    payees: [["INVESTEE", "ISSUER"]],
    needsPayee: true,
  },
  {
    moneyClass: "ACQUISITION",
    types: ["ACQUISITION", "ACQUISITION_OFFER"],
    payers: [["ACQUIRER", "BUYER", "INVESTOR"]],
    payees: [["SELLER"]],
  },
  {
    moneyClass: "GUARANTEE",
    types: ["GUARANTEE", "RESIDUAL_VALUE_GUARANTEE"],
    payers: [["GUARANTOR"]],
    payees: [["BENEFICIARY"]],
  },
  {
    moneyClass: "PROJECT",
    types: ["JOINT_VENTURE"],
    payers: [["INVESTOR", "SPONSOR"], ["PARTNER"]],
    payees: [["TARGET"]],
  },
  {
    moneyClass: "PURCHASE",
    types: ["POWER_SUPPLY", "POWER_PURCHASE", "INTERCONNECTION"],
    payers: [["CUSTOMER", "BUYER"], ["LESSEE"]],
    payees: [["GENERATOR"], ["SUPPLIER"], ["UTILITY"]],
  },
  {
    moneyClass: "PURCHASE",
    types: ["DEVELOPMENT"],
    payers: [["CUSTOMER", "BUYER"], ["LESSEE"]],
    payees: [["LESSOR", "PROVIDER"], ["DEVELOPER"], ["SUPPLIER"]],
  },
  {
    moneyClass: "PURCHASE",
    types: [
      ...([
        "LEASE",
        "GROUND_LEASE",
        "HOSTING",
        "COMPUTE",
        "MASTER_AGREEMENT",
        "EQUIPMENT_FINANCING",
      ] as const),
      ...(["SUPPLY", "CAPACITY_RESERVATION", "ENGINEERING", "BACKSTOP", "OPTION"] as const),
      "PARTNERSHIP",
    ],
    payers: [["OPTION_HOLDER"], ["CUSTOMER", "BUYER"], ["LESSEE"], ["INVESTOR"]],
    payees: [["LESSOR", "PROVIDER"], ["SUPPLIER"], ["DEVELOPER"]],
  },
];
