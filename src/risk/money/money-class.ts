import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";

export const moneyClass = vocabulary(
  "MoneyClass",
  "What the money of a contract is for. Amounts of two classes are never added: a lease and the loan that funds it are one dollar seen twice.",
  {
    PURCHASE: "Rent, computing, parts, power or building that one party pays another for.",
    DEBT: "Money that is lent. It goes from the lender to the borrower; that it is paid back is not counted again.",
    EQUITY: "Money put into a company for a part of it.",
    ACQUISITION: "The price of a company or of its assets.",
    PROJECT: "The cost of a joint project; what each partner pays of it is not its value.",
    GUARANTEE: "Money that a guarantor owes only if another does not pay.",
  },
);
export type MoneyClass = WordOf<typeof moneyClass>;
export const MONEY_CLASSES = Object.keys(moneyClass.values) as readonly MoneyClass[];

export const moneyDirection = vocabulary(
  "MoneyDirection",
  "Which way the money of a contract goes, seen from one company.",
  {
    PAYS: "It pays, or is to pay: as customer, tenant, lender, investor, acquirer or guarantor.",
    RECEIVES: "It is paid, or is to be paid: as provider, landlord, supplier, borrower or issuer.",
  },
);
export type MoneyDirection = WordOf<typeof moneyDirection>;
