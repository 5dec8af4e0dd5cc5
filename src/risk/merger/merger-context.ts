import type { RecordId } from "../../domain/ids.ts";
import { marketContext, type MarketContext } from "../concentration/market-context.ts";
import type { FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import { partyGroups, type PartyGroups } from "./party-groups.ts";

/** The two groups, and the markets as they are before and after: the same, but for who counts as one. */
export interface MergerContext {
  readonly groups: PartyGroups;
  readonly before: MarketContext;
  readonly after: MarketContext;
}

/** Throws as `partyGroups` does. */
export function mergerContext(
  question: Question,
  acquirer: RecordId,
  target: RecordId,
  filter: FactFilter | undefined,
): MergerContext {
  const context = marketContext(question, filter);
  const groups = partyGroups(context, acquirer, target);
  const merged = (company: RecordId): RecordId =>
    groups.sideOf(company) === null ? context.parentOf(company) : groups.acquirer.party;
  return {
    groups,
    before: { ...context, parentOf: (company) => groups.ownerOf(company) },
    after: { ...context, parentOf: merged },
  };
}
