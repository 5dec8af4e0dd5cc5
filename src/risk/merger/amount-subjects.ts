import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { ContractType } from "../../domain/vocabularies/contracts.ts";
import { placesAround } from "../../projection/places-around.ts";
import { partiesIn } from "../contract-parties.ts";
import { CONTRACT_MARKETS, countsIn, type ContractMarketRule } from "../concentration/contract-market.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { MARKET_RULES, type MarketKind } from "../concentration/market.ts";
import { LINK_RULES } from "./group-contracts.ts";
import type { MergerContext } from "./merger-context.ts";

/** Places of which the operators are a market: counties and cities hold a site or two each. */
const WIDE_PLACES: readonly string[] = ["COUNTRY", "REGION", "GRID"];

/** Subjects outside both groups around which both may have a part in a market of the kind, by id; none is read yet. */
export function commonSubjects(context: MergerContext, kind: MarketKind): readonly RecordId[] {
  const { groups, before } = context;
  const { records } = before.projection;
  const around = (members: readonly RecordId[]): ReadonlySet<RecordId> =>
    new Set(members.flatMap((member) => subjectsAround(context, kind, member)));
  const second = around(groups.target.members);
  const { subjects } = MARKET_RULES[kind];
  return [...around(groups.acquirer.members)]
    .filter((id) => second.has(id) && groups.sideOf(id) === null && !isPlaceholder(records, id))
    .filter((id) => subjects.some((word) => word === records.record(id)?.kind))
    .toSorted(compareStrings);
}

function subjectsAround(context: MergerContext, kind: MarketKind, member: RecordId): readonly RecordId[] {
  const rule = CONTRACT_MARKETS[kind];
  if (rule !== undefined) return contractSubjects(context, rule, member);
  if (kind === "POWER_FOR") return poweredBy(context, member);
  return kind === "OPERATORS_IN" ? placesOf(context, member) : [];
}

/** Who is on the other side of its contracts, with whoever controls it; what they cover, and what they secure. */
function contractSubjects(
  { before }: MergerContext,
  rule: ContractMarketRule,
  member: RecordId,
): readonly RecordId[] {
  const { records } = before.projection;
  const counts = countsIn(before);
  return records
    .out(member, "PARTY_TO")
    .flatMap(({ to }) => records.record(to ?? "") ?? [])
    .filter(({ fields }) => rule.types?.includes(textField({ fields }, "type") as ContractType) ?? true)
    .filter(({ id }) => partiesIn(records, id, rule.memberRoles, counts).includes(member))
    .flatMap(({ id }) => {
      const companies = partiesIn(records, id, rule.subjectRoles, counts);
      return [
        id,
        ...companies,
        ...(rule.isOfGroup === true ? companies.map(before.parentOf) : []),
        ...records.out(id, "COVERS").flatMap(({ to }) => to ?? []),
        ...records.out(id, "SECURES").flatMap(({ to }) => to ?? []),
      ];
    });
}

/** Facilities that it powers, and the companies that operate or own them. */
function poweredBy({ before }: MergerContext, member: RecordId): readonly RecordId[] {
  const { records } = before.projection;
  const counts = countsIn(before);
  const rule = LINK_RULES.find(({ channel }) => channel === "POWER");
  const contracts = records.out(member, "PARTY_TO").flatMap(({ to = "" }) => {
    const isProvider = rule !== undefined && partiesIn(records, to, rule.providers, counts).includes(member);
    return isProvider ? records.out(to, "COVERS").flatMap((cover) => cover.to ?? []) : [];
  });
  const sites = [...records.out(member, "POWERS").flatMap(({ to }) => to ?? []), ...contracts];
  const holders = sites.flatMap((site) =>
    (["OPERATES", "OWNS"] as const).flatMap((kind) =>
      records.in(site, kind).flatMap(({ from }) => from ?? []),
    ),
  );
  return [...sites, ...holders];
}

/** The countries, regions and grids in which it operates sites. */
function placesOf({ before }: MergerContext, member: RecordId): readonly RecordId[] {
  const { records } = before.projection;
  const places = records
    .out(member, "OPERATES")
    .flatMap(({ to }) => records.out(to ?? "", "LOCATED_IN"))
    .flatMap(({ to }) => to ?? []);
  return [...new Set(places)]
    .flatMap((place) => [place, ...placesAround(records, place).map(({ id }) => id)])
    .filter((id) => WIDE_PLACES.includes(textField(records.record(id) ?? { fields: {} }, "placeKind") ?? ""));
}
