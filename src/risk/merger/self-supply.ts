import type { Channel } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Interval } from "../answer.ts";
import { concentrationIn } from "../concentration/concentration.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import { trimmed } from "../sentence/quantities.ts";
import { counterparties } from "./counterparties.ts";
import { isTradeChannel, type LinkRule, type SharedContract } from "./group-contracts.ts";
import { groupOf, independentMakers } from "./merger-dependents.ts";
import type { MadeComponents } from "./made-components.ts";
import type { MergerLink } from "./merger-link.ts";
import type { MergerContext } from "./merger-context.ts";
import { otherSide } from "./party-groups.ts";

/** How far a company would supply itself, and whom it could still turn to. */
export interface SelfSupply {
  /** The company that rents or buys; for a component, the party. */
  readonly customer: RecordId;
  readonly channel: Channel;
  readonly component: RecordId | null;
  /** Share of the other side in what it rents or buys, a fraction; null where no source or contract says it. */
  readonly share: Interval;
  /** Documented landlords, suppliers or makers outside both groups, by id. */
  readonly outside: readonly RecordId[];
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}

export function selfSupplies(
  context: MergerContext,
  contracts: readonly SharedContract[],
  links: readonly MergerLink[],
  made: MadeComponents,
): readonly SelfSupply[] {
  const trades = new Map<string, { readonly rule: LinkRule; readonly customer: RecordId }>();
  for (const { link } of contracts) {
    if (link === null || link.rule.isEndUse === true || !isTradeChannel(link.rule.channel)) continue;
    trades.set(`${link.customer} ${link.rule.channel}`, { rule: link.rule, customer: link.customer });
  }
  return [
    ...[...trades.keys()]
      .toSorted(compareStrings)
      .flatMap((key) => trades.get(key) ?? [])
      .map(({ rule, customer }) => byContract(context, rule, customer)),
    ...links.filter(({ basis }) => basis === "NEED").flatMap((link) => byComponent(context, link, made)),
  ];
}

function byContract(context: MergerContext, rule: LinkRule, customer: RecordId): SelfSupply {
  const { records } = context.before.projection;
  const found = counterparties(context, rule, [customer], "PROVIDER");
  const outside = [...found.keys()];
  const rented = rule.channel === "CAPACITY" ? rentedShare(context, customer) : null;
  const share = rented?.share ?? UNKNOWN;
  const words =
    share.low === null
      ? `of what it has in all, the share of ${otherParty(context, customer)} can't be told`
      : `${percentWords(share)} of the power that it rents would be its own`;
  return {
    customer,
    channel: rule.channel,
    component: null,
    share,
    outside,
    facts: [...new Set([...[...found.values()].flat(), ...(rented?.contracts ?? [])])].toSorted(
      compareStrings,
    ),
    sentence: `${labelOf(records, customer)}: ${words}; ${outsideWords(context, outside)}.`,
  };
}

/** Share of the other side in the power that a company rents, by the contracts that give it on one basis. */
function rentedShare(
  { before, groups }: MergerContext,
  customer: RecordId,
): { readonly share: Interval; readonly contracts: readonly RecordId[] } | null {
  const side = groups.sideOf(customer);
  if (side === null) return null;
  const other = groupOf(groups, otherSide(side)).party;
  const rented = concentrationIn(before, { kind: "LANDLORDS_OF", subject: customer }, "ULTIMATE_PARENT");
  const member = rented.members.find(({ nodes }) => nodes.length === 1 && nodes[0] === other);
  if (member === undefined || member.share.low === null) return null;
  return {
    share: { ...member.share, basis: rented.market.basis },
    contracts: rented.members.flatMap(({ contracts }) => contracts),
  };
}

const UNKNOWN: Interval = { low: null, high: null, unit: "fraction", basis: null };

function byComponent(
  context: MergerContext,
  { component, provider, facts }: MergerLink,
  made: MadeComponents,
): readonly SelfSupply[] {
  if (component === null || provider === null) return [];
  const outside = independentMakers(context, component);
  const { records } = context.before.projection;
  const customer = groupOf(context.groups, otherSide(provider)).party;
  const label = labelOf(records, component);
  const maker = labelOf(records, groupOf(context.groups, provider).party);
  const isOwn = made.stages(otherSide(provider), component).length > 0;
  const own = isOwn ? "makes it itself too" : "does not make it itself, as far as documented";
  return [
    {
      customer,
      channel: "SUPPLY",
      component,
      share: UNKNOWN,
      outside,
      facts,
      sentence: `${labelOf(records, customer)} could get ${label} from ${maker}; whether it does, and how much, can't be told. It ${own}; ${outsideWords(context, outside)}.`,
    },
  ];
}

function otherParty({ before, groups }: MergerContext, customer: RecordId): string {
  const { records } = before.projection;
  const side = groups.sideOf(customer);
  return side === null ? "the other" : labelOf(records, groupOf(groups, otherSide(side)).party);
}

function outsideWords({ before }: MergerContext, outside: readonly RecordId[]): string {
  const { records } = before.projection;
  if (outside.length === 0)
    return "no other independent source is documented, which is not to say that there is none";
  const names = listOf(outside.map((id) => labelOf(records, id)));
  return `documented outside both groups: ${names}`;
}

function percentWords({ low, high }: Interval): string {
  const words = (value: number | null): string => trimmed(Math.round((value ?? 0) * 1000) / 10);
  return words(low) === words(high) ? `${words(low)} %` : `${words(low)} to ${words(high)} %`;
}
