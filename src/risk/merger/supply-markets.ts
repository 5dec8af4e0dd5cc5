import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import type { Projection } from "../../projection/projection.ts";
import { chooseEstimate } from "../concentration/estimate-choice.ts";
import { estimateParticipants } from "../concentration/estimate-participants.ts";
import { groupByParent } from "../concentration/group-by-parent.ts";
import type { FilteredRecord } from "../concentration/market-entry.ts";
import { estimateSentence, marketName } from "../concentration/market-sentence.ts";
import { MARKET_KINDS, MARKET_RULES, type MarketKind } from "../concentration/market.ts";
import type { MadeComponents } from "./made-components.ts";
import { mergedEstimate } from "./merged-estimate.ts";
import type { MergerContext } from "./merger-context.ts";
import { mergerMarket, UNKNOWN_NUMBERS, type MergerMarket } from "./merger-market.ts";
import type { MergerSide, PartyGroups } from "./party-groups.ts";

/** Markets of one kind, and what the filter left out of them. */
export interface MergerMarkets {
  readonly markets: readonly MergerMarket[];
  readonly filtered: readonly FilteredRecord[];
  /** True where both would appear in a market but for what the filter left out. */
  readonly hidesMarket: boolean;
}

interface Subject {
  readonly kind: MarketKind;
  readonly id: RecordId;
}

/**
 * The markets by published statement in which both parties appear: each statement that names both by itself; where none does, the best
 * of those that name one and leave something open, in which the other may be; else the market without shares.
 */
export function supplyMarkets(context: MergerContext, made: MadeComponents): MergerMarkets {
  const { projection, under } = context.before;
  const filtered = new Map<RecordId, string>();
  const markets = subjectsOf(context, made).flatMap((subject) => {
    const choice = chooseEstimate(projection.records, { kind: subject.kind, subject: subject.id }, under);
    for (const { id, filter } of choice.filtered) filtered.set(id, filter);
    const estimates = choice.chosen === null ? [] : [choice.chosen, ...choice.others];
    return marketsOf(context, made, subject, estimates);
  });
  const hidesMarket = [...filtered.keys()].some((id) => {
    const estimate = projection.records.record(id);
    return estimate !== undefined && sidesIn(projection, context.groups, estimate).size === 2;
  });
  return { markets, filtered: [...filtered].map(([id, filter]) => ({ id, filter })), hidesMarket };
}

/** What statements on the parties share out, and what both make; each once. */
function subjectsOf({ before, groups }: MergerContext, made: MadeComponents): readonly Subject[] {
  const { projection } = before;
  const { records } = projection;
  const subjects = new Map<string, Subject>();
  const add = (kind: MarketKind | null, id: RecordId): void => {
    if (kind !== null && groups.sideOf(id) === null) subjects.set(`${kind} ${id}`, { kind, id });
  };
  for (const company of [...groups.acquirer.members, ...groups.target.members]) {
    for (const member of records.referring(company, "SHARE_OF")) {
      const estimate = records.record(textField(member, "estimate") ?? "");
      if (estimate !== undefined)
        add(marketKindOf(projection, estimate), textField(estimate, "subject") ?? "");
    }
  }
  for (const component of commonComponents(projection, made)) add("SUPPLIERS_OF", component);
  return [...subjects.keys()].toSorted(compareStrings).flatMap((key) => subjects.get(key) ?? []);
}

/** What both make at the same stage: the most special of each line of classes, and classes whose market a statement shares out. */
function commonComponents({ records }: Projection, made: MadeComponents): readonly RecordId[] {
  const common = new Set(
    made
      .all("ACQUIRER")
      .filter(({ component, stage }) => made.find("TARGET", component, stage) !== undefined)
      .map(({ component }) => component),
  );
  return [...common].filter(
    (component) =>
      !modelsBelow(records, component).some((model) => common.has(model)) ||
      records.referring(component, "ESTIMATE_OF").length > 0,
  );
}

function marketKindOf({ records }: Projection, estimate: StoredRecord): MarketKind | null {
  const subject = records.record(textField(estimate, "subject") ?? "")?.kind;
  const found = MARKET_KINDS.find((kind) => {
    const { side, subjects } = MARKET_RULES[kind];
    return (
      side !== undefined && side === textField(estimate, "side") && subjects.some((word) => word === subject)
    );
  });
  return found ?? null;
}

function marketsOf(
  context: MergerContext,
  made: MadeComponents,
  subject: Subject,
  estimates: readonly StoredRecord[],
): readonly MergerMarket[] {
  const { groups } = context;
  const { projection } = context.before;
  const sides = new Map(estimates.map((estimate) => [estimate.id, sidesIn(projection, groups, estimate)]));
  const namesOf = (estimate: StoredRecord): number => sides.get(estimate.id)?.size ?? 0;
  const named = new Set([...sides.values()].flatMap((names) => [...names]));
  if (named.size < 2 && !(subject.kind === "SUPPLIERS_OF" && isMadeByBoth(made, subject.id, named)))
    return [];
  const withBoth = estimates.filter((estimate) => namesOf(estimate) === 2);
  // A statement that leaves one out, and says that it is whole, is of another time or buyer than the making: it tells nothing of both.
  const open = estimates.filter(
    (estimate) => namesOf(estimate) === 1 && !booleanField(estimate, "isComplete"),
  );
  const answering = withBoth.length > 0 ? withBoth : open.slice(0, 1);
  if (answering.length === 0) return [marketWithoutShares(projection, made, subject)];
  return answering.map((estimate) => marketOfEstimate(context, subject, estimate));
}

/** Both make it at one stage; or a statement names one, whose stage no source gives, and the other makes it. A foundry is no rival of its customer. */
function isMadeByBoth(made: MadeComponents, component: RecordId, named: ReadonlySet<MergerSide>): boolean {
  const [first, second] = [made.stages("ACQUIRER", component), made.stages("TARGET", component)];
  const isSilent = (side: MergerSide, stages: readonly unknown[]): boolean =>
    named.has(side) && stages.length === 0;
  if (isSilent("ACQUIRER", first)) return second.length > 0;
  if (isSilent("TARGET", second)) return first.length > 0;
  return first.some((stage) => second.includes(stage));
}

function sidesIn(
  { records }: Projection,
  groups: PartyGroups,
  estimate: StoredRecord,
): ReadonlySet<MergerSide> {
  const companies = estimateParticipants(records, estimate).flatMap(({ nodes }) => nodes);
  return new Set(companies.flatMap((company) => groups.sideOf(company) ?? []));
}

function marketOfEstimate(
  context: MergerContext,
  { kind, id }: Subject,
  estimate: StoredRecord,
): MergerMarket {
  const { records } = context.before.projection;
  const stated = estimateParticipants(records, estimate);
  const market = {
    kind,
    subject: id,
    sentence: estimateSentence(records, kind, id, estimate),
    measure: textField(estimate, "measure") ?? "OTHER",
    basis: textField(estimate, "what") ?? null,
  };
  const numbers = mergedEstimate(context.groups, booleanField(estimate, "isComplete"), {
    before: groupByParent(context.before, stated),
    after: groupByParent(context.after, stated),
  });
  return mergerMarket(market, estimate.id, numbers, [estimate.id]);
}

function marketWithoutShares(
  { records }: Projection,
  made: MadeComponents,
  { kind, id }: Subject,
): MergerMarket {
  const makings = (["ACQUIRER", "TARGET"] as const).flatMap((side) =>
    made.all(side).filter(({ component }) => component === id),
  );
  const sentence = `${marketName(records, kind, id)}: no published statement in the graph gives shares of both.`;
  const market = { kind, subject: id, sentence, measure: "OTHER", basis: null };
  return mergerMarket(
    market,
    null,
    UNKNOWN_NUMBERS,
    makings.flatMap(({ facts }) => facts),
  );
}
