import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { concentrationIn } from "../concentration/concentration.ts";
import type { Concentration } from "../concentration/market-answer.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import { IT_BASIS } from "../contract-amounts.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { ExposureLine } from "./exposure-line.ts";

type Share = Pick<ExposureLine, "share" | "shareOf" | "shareReason">;

/** The part of a counterparty in all that a company lets or rents, by power for computers under signed contracts. */
export type ContractShare = (channel: Channel, counterparty: RecordId) => Share;

const UNKNOWN: Share = { share: null, shareOf: null, shareReason: "no source states the whole" };

/**
 * Shares as the markets of tenants and landlords give them: what contracts in the graph add up to is a whole there, and nowhere else. Of
 * money no source states the whole, and a sum of the contracts that happen to be known is none.
 */
export function contractShares(context: MarketContext, company: RecordId): ContractShare {
  const markets = new Map<Channel, Concentration>();
  const marketOf = (channel: Channel, kind: "TENANTS_OF" | "LANDLORDS_OF"): Concentration => {
    const known = markets.get(channel);
    if (known !== undefined) return known;
    const market = concentrationIn(context, { kind, subject: company }, undefined);
    markets.set(channel, market);
    return market;
  };
  return (channel, counterparty) => {
    if (channel === "REVENUE") return shareIn(marketOf(channel, "TENANTS_OF"), counterparty);
    if (channel !== "CAPACITY") return UNKNOWN;
    const market = marketOf(channel, "LANDLORDS_OF");
    // The one landlord of whom the graph knows is seldom the one that a tenant has.
    return market.members.length > 1 ? shareIn(market, counterparty) : UNKNOWN;
  };
}

function shareIn({ members, market, computedUnder }: Concentration, counterparty: RecordId): Share {
  const member = members.find(({ nodes }) => nodes.length === 1 && nodes[0] === counterparty);
  if (member === undefined || market.basis !== IT_BASIS) return UNKNOWN;
  if (member.share.low === null && member.share.high === null)
    return { ...UNKNOWN, shareReason: "not every contract has an amount on one basis" };
  const whole = market.sentence.replace(/\.$/, "");
  return { share: member.share, shareOf: `${whole}, ${counted(computedUnder)}`, shareReason: null };
}

function counted({ minStage }: ComputedUnder): string {
  const stage = (minStage ?? "RUMOURED").toLowerCase().replaceAll("_", " ");
  return minStage === "DEFINITIVE" ? "signed ones only" : `of the stage ${stage} or higher only`;
}
