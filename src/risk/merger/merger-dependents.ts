import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import { counterparties, type Counterparties } from "./counterparties.ts";
import { isTradeChannel, type LinkRule, type SharedContract } from "./group-contracts.ts";
import type { MergerContext } from "./merger-context.ts";
import type { MergerDependent, MergerLink } from "./merger-link.ts";
import { otherSide, type MergerSide, type PartyGroups } from "./party-groups.ts";
import { makersOf, usersOf } from "./supply-links.ts";

/**
 * Third parties that trade with one side in what the sides trade in with each other: tenants and customers of the one that provides, and
 * the other landlords and suppliers of the one that takes. By contract, and by what components need.
 */
export function mergerDependents(
  context: MergerContext,
  contracts: readonly SharedContract[],
  links: readonly MergerLink[],
): readonly MergerDependent[] {
  const { groups } = context;
  const trades = new Map<string, { readonly rule: LinkRule; readonly provider: MergerSide }>();
  for (const { link } of contracts) {
    if (link === null || link.rule.isEndUse === true || !isTradeChannel(link.rule.channel)) continue;
    const provider = groups.sideOf(link.provider);
    if (provider !== null) trades.set(`${link.rule.channel} ${provider}`, { rule: link.rule, provider });
  }
  return [
    ...[...trades.keys()]
      .toSorted(compareStrings)
      .flatMap((key) => trades.get(key) ?? [])
      .flatMap(({ rule, provider }) => contractDependents(context, rule, provider)),
    ...links.filter(({ basis }) => basis === "NEED").flatMap((link) => componentDependents(context, link)),
  ];
}

function contractDependents(
  context: MergerContext,
  rule: LinkRule,
  provider: MergerSide,
): readonly MergerDependent[] {
  const { groups } = context;
  const { records } = context.before.projection;
  const name = (id: RecordId): string => labelOf(records, id);
  const [from, to] = [groupOf(groups, provider), groupOf(groups, otherSide(provider))];
  const list = (wanted: "PROVIDER" | "CUSTOMER", companies: readonly RecordId[]): Counterparties =>
    counterparties(context, rule, companies, wanted);
  const entry = (
    node: RecordId,
    found: readonly RecordId[],
    loses: MergerDependent["loses"],
    sentence: string,
  ): MergerDependent => ({
    node,
    loses,
    channel: rule.channel,
    side: loses === "PROVIDER" ? provider : otherSide(provider),
    component: null,
    others: list(loses, [node]).size,
    contracts: found,
    facts: found,
    sentence,
  });
  const losers = [...list("CUSTOMER", from.members)].map(([node, found]) =>
    entry(
      node,
      found,
      "PROVIDER",
      `${name(node)} ${rule.verb} ${name(from.party)}, which would belong with ${name(to.party)}, another ${rule.customerWord} of it.`,
    ),
  );
  const rivals = [...list("PROVIDER", to.members)].map(([node, found]) =>
    entry(
      node,
      found,
      "CUSTOMER",
      `${name(to.party)} ${rule.verb} ${name(node)} too, and would have a ${rule.providerWord} of its own.`,
    ),
  );
  return [...losers, ...rivals];
}

/** Makers of other products that need the component too, and do not make it themselves. */
function componentDependents(
  context: MergerContext,
  { component, provider }: MergerLink,
): readonly MergerDependent[] {
  if (component === null || provider === null) return [];
  const { groups } = context;
  const { records } = context.before.projection;
  const others = independentMakers(context, component);
  const [from, to] = [groupOf(groups, provider), groupOf(groups, otherSide(provider))];
  const name = (id: RecordId): string => labelOf(records, id);
  return [...usersOf(context.before, component)]
    .filter(([maker]) => groups.sideOf(maker) === null && !isPlaceholder(records, maker))
    .filter(([maker]) => !others.includes(maker))
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([node, products]) => ({
      node,
      loses: "PROVIDER",
      channel: "SUPPLY",
      side: provider,
      component,
      others: others.length,
      contracts: [],
      facts: [],
      sentence: `${name(node)} makes ${listOf(products.map(name))}, which ${products.length === 1 ? "needs" : "need"} ${name(component)}; ${name(from.party)}, one maker of it, would belong with ${name(to.party)}.`,
    }));
}

/** Makers of a component outside both groups. */
export function independentMakers(context: MergerContext, component: RecordId): readonly RecordId[] {
  return makersOf(context.before, component).filter(
    (maker) =>
      context.groups.sideOf(maker) === null && !isPlaceholder(context.before.projection.records, maker),
  );
}

export function groupOf(groups: PartyGroups, side: MergerSide): PartyGroups["acquirer"] {
  return side === "ACQUIRER" ? groups.acquirer : groups.target;
}
