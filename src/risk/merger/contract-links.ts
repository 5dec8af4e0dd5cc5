import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { dayNumber } from "../../projection/day-number.ts";
import { partnershipTerm } from "../../projection/contract-term.ts";
import type { Projection } from "../../projection/projection.ts";
import { countsUnder } from "../contract-parties.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { labelOf } from "../sentence/labels.ts";
import { stakeWords } from "../sentence/stake-words.ts";
import type { SharedContract } from "./group-contracts.ts";
import { isHeld } from "./holdings-apart.ts";
import type { MergerLink } from "./merger-link.ts";
import type { PartyGroups } from "./party-groups.ts";

/** What contracts, stakes and partnerships tie the two groups together by. `contracts` are those that count. */
export function documentedLinks(
  projection: Projection,
  groups: PartyGroups,
  contracts: readonly SharedContract[],
  under: ComputedUnder,
): readonly MergerLink[] {
  return [
    ...contractLinks(projection, groups, contracts),
    ...stakeLinks(projection, groups, under),
    ...partnershipLinks(projection, groups, under),
  ];
}

function contractLinks(
  { records }: Projection,
  groups: PartyGroups,
  contracts: readonly SharedContract[],
): readonly MergerLink[] {
  const links = new Map<string, MergerLink>();
  for (const { contract, link } of contracts) {
    const provider = link === null ? null : groups.sideOf(link.provider);
    const parties = link === null ? "" : `${link.customer} ${link.rule.verb} ${link.provider}`;
    const key = parties === "" ? contract.id : parties;
    const ids = [...(links.get(key)?.contracts ?? []), contract.id];
    const count = ids.length === 1 ? labelOf(records, contract.id) : `${ids.length} contracts, parts counted`;
    links.set(key, {
      basis: "CONTRACT",
      channel: link?.rule.channel ?? null,
      provider,
      component: null,
      contracts: ids,
      facts: ids,
      sentence:
        link === null
          ? `Both are parties to ${labelOf(records, contract.id)}.`
          : `${labelOf(records, link.customer)} ${link.rule.verb} ${labelOf(records, link.provider)} under ${count}.`,
    });
  }
  return [...links.keys()].toSorted(compareStrings).flatMap((key) => links.get(key) ?? []);
}

function stakeLinks(
  { records }: Projection,
  groups: PartyGroups,
  under: ComputedUnder,
): readonly MergerLink[] {
  return [...groups.acquirer.members, ...groups.target.members]
    .flatMap((holder) => records.out(holder, "OWNS_STAKE"))
    .filter((stake) => isBetween(groups, stake) && isHeld(stake, under))
    .map((stake) => ({
      basis: "STAKE",
      channel: "EXPOSURE",
      provider: groups.sideOf(stake.from ?? ""),
      component: null,
      contracts: [],
      facts: [stake.id],
      sentence: `${labelOf(records, stake.from ?? "")} ${stakeWords(stake)} ${labelOf(records, stake.to ?? "")}.`,
    }));
}

function isBetween(groups: PartyGroups, { from, to }: StoredRecord): boolean {
  const [holder, issuer] = [groups.sideOf(from ?? ""), groups.sideOf(to ?? "")];
  return holder !== null && issuer !== null && holder !== issuer;
}

function partnershipLinks(
  { records }: Projection,
  groups: PartyGroups,
  under: ComputedUnder,
): readonly MergerLink[] {
  const counts = countsUnder(under);
  const of = (members: readonly RecordId[]): ReadonlySet<RecordId> =>
    new Set(
      members.flatMap((member) =>
        records
          .out(member, "MEMBER_OF")
          .filter(counts)
          .map(({ to }) => to ?? ""),
      ),
    );
  const second = of(groups.target.members);
  const day = dayNumber(under.asOf);
  const both = [...of(groups.acquirer.members)].filter((id) => second.has(id)).toSorted(compareStrings);
  return both
    .flatMap((id) => records.record(id) ?? [])
    .filter((partnership) => {
      const { start, end } = partnershipTerm(partnership);
      return day >= start.first && day < end.last && counts(partnership);
    })
    .map(({ id }) => ({
      basis: "PARTNERSHIP",
      channel: "TECHNOLOGY",
      provider: null,
      component: null,
      contracts: [],
      facts: [id],
      sentence: `Both take part in ${labelOf(records, id)}.`,
    }));
}
