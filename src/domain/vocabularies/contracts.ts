import { vocabulary, type WordOf } from "../vocabulary.ts";

export const contractType = vocabulary("ContractType", "What a contract is about.", {
  LEASE: "Lets a data centre or part of it.",
  GROUND_LEASE: "Lets land.",
  HOSTING: "Hosts the customer's computers.",
  COMPUTE: "Sells computing.",
  MASTER_AGREEMENT: "A frame over several contracts or orders.",
  SUPPLY: "Sells parts or systems.",
  CAPACITY_RESERVATION: "Reserves making capacity.",
  POWER_SUPPLY: "Delivers electricity to a site.",
  POWER_PURCHASE: "Buys the output of generation.",
  INTERCONNECTION: "Connects a site to the grid.",
  PERMIT: "A permit.",
  ENGINEERING: "Engineering and construction.",
  DEVELOPMENT: "Development of a site.",
  LOAN: "A loan.",
  REVOLVER: "A revolving credit.",
  BOND: "A bond.",
  CONVERTIBLE: "A convertible bond.",
  PREFERRED: "Preferred stock.",
  EQUIPMENT_FINANCING: "Financing or leasing of equipment.",
  EQUITY_INVESTMENT: "An investment in equity.",
  GUARANTEE: "A guarantee.",
  BACKSTOP: "A promise to buy what is not sold.",
  RESIDUAL_VALUE_GUARANTEE: "A guarantee of what a thing will be worth.",
  ACQUISITION: "Buys a company or its assets.",
  ACQUISITION_OFFER: "An offer to do so.",
  JOINT_VENTURE: "Founds a joint venture.",
  PARTNERSHIP: "A commercial frame between companies.",
  OPTION: "An option.",
  OTHER: "Another contract; the original words are beside it.",
});
export type ContractType = WordOf<typeof contractType>;

export const firmness = vocabulary("Firmness", "How firmly a contract binds.", {
  FIRM: "Binds without conditions.",
  CONDITIONAL: "Binds when conditions are met.",
  OPTION: "One party may.",
  EXTENSION: "An extension that a party may take.",
  BACKSTOP: "Binds only if others fail to.",
});
export type Firmness = WordOf<typeof firmness>;

export const partyRole = vocabulary("PartyRole", "What a company is in a contract.", {
  LESSOR: "Lets.",
  LESSEE: "Rents.",
  PROVIDER: "Provides computing or hosting.",
  CUSTOMER: "Buys computing, capacity, parts or power.",
  END_USER: "Uses what another party rents or buys.",
  SUPPLIER: "Supplies.",
  BUYER: "Buys.",
  UTILITY: "Delivers power.",
  GENERATOR: "Generates power.",
  DEVELOPER: "Develops or builds.",
  OPERATOR: "Operates.",
  REGULATOR: "Permits.",
  PERMITTEE: "Is permitted.",
  BORROWER: "Borrows.",
  ISSUER: "Issues debt or stock.",
  LENDER: "Lends.",
  HOLDER: "Holds the debt.",
  INVESTOR: "Invests.",
  INVESTEE: "Is invested in.",
  GUARANTOR: "Guarantees.",
  BENEFICIARY: "Is guaranteed.",
  SPONSOR: "Stands behind a vehicle.",
  ACQUIRER: "Acquires.",
  TARGET: "Is acquired.",
  SELLER: "Sells a company or asset.",
  PARTNER: "Takes part.",
  OPTION_HOLDER: "Holds an option.",
  ARRANGER: "Arranges.",
  UNDERWRITER: "Underwrites.",
  TRUSTEE: "Is trustee or agent.",
  RATING_AGENCY: "Rates.",
  OTHER: "Another part; the original words are beside it.",
});
export type PartyRole = WordOf<typeof partyRole>;

export const partnershipType = vocabulary("PartnershipType", "What a partnership is about.", {
  TECHNOLOGY: "Technology.",
  JOINT_DEVELOPMENT: "Joint development.",
  JOINT_VENTURE: "A joint venture.",
  MANUFACTURING: "Manufacturing.",
  SUPPLY: "Supply without a known contract.",
  DISTRIBUTION: "Distribution.",
  INVESTMENT: "An investment with a tie.",
  ECOSYSTEM: "An ecosystem or alliance.",
  OTHER: "Another tie; the original words are beside it.",
});

export const partnershipStatus = vocabulary("PartnershipStatus", "Where a partnership stands.", {
  ANNOUNCED: "Announced.",
  ACTIVE: "Active.",
  ENDED: "Ended.",
  UNKNOWN: "Not known.",
});

export const memberRole = vocabulary("MemberRole", "What a company is in a partnership.", {
  LEADER: "Leads.",
  MEMBER: "Takes part.",
  SUPPLIER: "Supplies.",
  CUSTOMER: "Buys.",
  MANUFACTURER: "Makes.",
  DEVELOPER: "Develops.",
  INVESTOR: "Invests.",
});
export type MemberRole = WordOf<typeof memberRole>;
