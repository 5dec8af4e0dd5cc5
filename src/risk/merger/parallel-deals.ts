import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import { countsUnder, partiesIn } from "../contract-parties.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { isDeal } from "./group-contracts.ts";
import { madeComponents, type MadeComponents } from "./made-components.ts";
import { dealWords, stateOf } from "./merger-deals.ts";
import type { PartyGroups } from "./party-groups.ts";

/** An open purchase of another company that makes what a party of this merger makes. */
export interface ParallelDeal {
  readonly contract: RecordId;
  /** What both make, the most special of each line, by id. */
  readonly components: readonly RecordId[];
  readonly sentence: string;
}

/** Purchases of others that are open at the date, in markets of the parties, by id: each changes what the other meets. */
export function parallelDeals(
  question: Question,
  groups: PartyGroups,
  under: ComputedUnder,
  made: MadeComponents,
): readonly ParallelDeal[] {
  const { projection } = question;
  const { records } = projection;
  requireNotCancelled(question);
  return records
    .ofKind("Contract")
    .filter((deal) => isDeal(deal) && stateOf(deal, under.asOf) === "OPEN")
    .filter((deal) => contractTerm(records, deal).start.first <= dayNumber(under.asOf))
    .flatMap((deal) => {
      const targets = partiesIn(records, deal.id, ["TARGET"], countsUnder(under)).filter(
        (id) => groups.sideOf(id) === null,
      );
      const components = targets.flatMap((target) => commonWith(projection, under, made, target));
      if (components.length === 0) return [];
      const distinct = [...new Set(components)].toSorted(compareStrings);
      return [{ contract: deal.id, components: distinct, sentence: dealWords(records, deal, "OPEN", []) }];
    });
}

function commonWith(
  { records }: Projection,
  under: ComputedUnder,
  made: MadeComponents,
  company: RecordId,
): readonly RecordId[] {
  const alone = { party: company, members: [company] };
  const theirs = madeComponents(records, { acquirer: alone, target: alone }, under).own("TARGET");
  return theirs
    .filter(({ component, stage }) =>
      (["ACQUIRER", "TARGET"] as const).some((side) => made.find(side, component, stage) !== undefined),
    )
    .map(({ component }) => component);
}
