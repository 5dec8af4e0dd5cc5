import { compareStrings } from "../../domain/compare.ts";
import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import { EVERY_LINK, partiesIn } from "../contract-parties.ts";
import { otherSide, type MergerSide, type PartyGroups } from "./party-groups.ts";

/** Who is what to whom under contracts of some types. */
export interface LinkRule {
  readonly channel: Channel;
  readonly types: readonly string[];
  readonly providers: readonly string[];
  readonly customers: readonly string[];
  /** "X {verb} Y", from the customer to the provider. */
  readonly verb: string;
  /** What the provider is to the customer, and the other way round. */
  readonly providerWord: string;
  readonly customerWord: string;
  /** The customer has only what the provider itself rents: no money passes between them under the contract. */
  readonly isEndUse?: true;
}

const DEBT = ["LOAN", "REVOLVER", "BOND", "CONVERTIBLE", "EQUIPMENT_FINANCING"];

/** Trade first: who rents or buys from whom; then money. */
export const LINK_RULES: readonly LinkRule[] = [
  {
    channel: "CAPACITY",
    types: ["LEASE", "GROUND_LEASE", "HOSTING", "COMPUTE", "MASTER_AGREEMENT"],
    providers: ["LESSOR", "PROVIDER"],
    customers: ["LESSEE", "CUSTOMER"],
    verb: "rents from",
    providerWord: "landlord or host",
    customerWord: "tenant",
  },
  {
    channel: "CAPACITY",
    types: ["LEASE", "HOSTING", "COMPUTE", "MASTER_AGREEMENT"],
    providers: ["LESSEE", "CUSTOMER"],
    customers: ["END_USER"],
    verb: "uses what is rented by",
    providerWord: "tenant in whose place it computes",
    customerWord: "end user",
    isEndUse: true,
  },
  {
    channel: "SUPPLY",
    types: ["SUPPLY", "CAPACITY_RESERVATION", "MASTER_AGREEMENT"],
    providers: ["SUPPLIER"],
    customers: ["CUSTOMER", "BUYER"],
    verb: "buys from",
    providerWord: "supplier",
    customerWord: "customer",
  },
  {
    channel: "POWER",
    types: ["POWER_SUPPLY", "POWER_PURCHASE", "INTERCONNECTION"],
    providers: ["UTILITY", "SUPPLIER", "GENERATOR"],
    customers: ["CUSTOMER", "BUYER"],
    verb: "gets power from",
    providerWord: "power supplier",
    customerWord: "customer",
  },
  {
    channel: "CREDIT",
    types: [...DEBT, "GUARANTEE"],
    providers: ["LENDER", "HOLDER", "GUARANTOR"],
    customers: ["BORROWER", "ISSUER", "LESSEE", "BENEFICIARY"],
    verb: "has credit or a guarantee of",
    providerWord: "lender or guarantor",
    customerWord: "borrower",
  },
  {
    channel: "EXPOSURE",
    types: ["EQUITY_INVESTMENT", "PREFERRED"],
    providers: ["INVESTOR"],
    customers: ["INVESTEE", "ISSUER"],
    verb: "has an investment of",
    providerWord: "investor",
    customerWord: "company invested in",
  },
];

const TRADE_CHANNELS: readonly Channel[] = ["CAPACITY", "SUPPLY", "POWER"];

/** True for channels in which one rents or buys from the other; money is no trade. */
export function isTradeChannel(channel: Channel | null): boolean {
  return channel !== null && TRADE_CHANNELS.includes(channel);
}

const DEAL_TYPES: readonly string[] = ["ACQUISITION", "ACQUISITION_OFFER"];

/** A contract to which companies of both sides are parties. */
export interface SharedContract {
  readonly contract: StoredRecord;
  /** How they stand to each other; null where no rule says it, as for partners. */
  readonly link: { readonly rule: LinkRule; readonly provider: RecordId; readonly customer: RecordId } | null;
}

/** One that counts at the date under the filter. */
export interface CountedContract extends SharedContract {
  /** The precision of its dates leaves open whether it is in force. */
  readonly isPerhaps: boolean;
}

/** Every contract to which both sides are parties, by id; the deal between them is none. */
export function sharedContracts(projection: Projection, groups: PartyGroups): readonly SharedContract[] {
  const contracts = bothParties(projection, groups).filter((contract) => !isDeal(contract));
  return contracts.map((contract) => ({ contract, link: linkOf(projection, groups, contract) }));
}

/** Purchases of one side by the other and offers for it, by id; a purchase of assets is none. */
export function dealsBetween(projection: Projection, groups: PartyGroups): readonly StoredRecord[] {
  const sidesIn = (contract: StoredRecord, roles: readonly string[]): readonly (MergerSide | null)[] =>
    partiesIn(projection.records, contract.id, roles, EVERY_LINK).map((company) => groups.sideOf(company));
  return bothParties(projection, groups).filter((contract) => {
    const buyers = sidesIn(contract, ["ACQUIRER", "BUYER"]);
    const bought = sidesIn(contract, ["TARGET"]);
    const isBetween = buyers.some((buyer) =>
      bought.some((side) => side !== null && buyer === otherSide(side)),
    );
    return isDeal(contract) && isBetween;
  });
}

export function isDeal(contract: StoredRecord): boolean {
  return DEAL_TYPES.includes(textField(contract, "type") ?? "");
}

function bothParties({ records }: Projection, groups: PartyGroups): readonly StoredRecord[] {
  const contractsOf = (members: readonly RecordId[]): ReadonlySet<RecordId> =>
    new Set(members.flatMap((member) => records.out(member, "PARTY_TO").map(({ to }) => to ?? "")));
  const second = contractsOf(groups.target.members);
  return [...contractsOf(groups.acquirer.members)]
    .filter((id) => second.has(id))
    .toSorted(compareStrings)
    .flatMap((id) => records.record(id) ?? []);
}

function linkOf(
  projection: Projection,
  groups: PartyGroups,
  { id, fields }: StoredRecord,
): SharedContract["link"] {
  const type = textField({ fields }, "type") ?? "";
  for (const rule of LINK_RULES.filter(({ types }) => types.includes(type))) {
    const providers = partiesIn(projection.records, id, rule.providers, EVERY_LINK);
    const customers = partiesIn(projection.records, id, rule.customers, EVERY_LINK);
    for (const provider of providers) {
      const side = groups.sideOf(provider);
      const customer = customers.find((company) => {
        const other = groups.sideOf(company);
        return side !== null && other !== null && other !== side;
      });
      if (customer !== undefined) return { rule, provider, customer };
    }
  }
  return null;
}
