import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { partiesIn } from "../contract-parties.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { countsIn } from "../concentration/contract-market.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import { type LinkRule } from "./group-contracts.ts";
import type { MergerContext } from "./merger-context.ts";

/** Who deals with some companies, by id, with the contracts that count. */
export type Counterparties = ReadonlyMap<RecordId, readonly RecordId[]>;

/** Those from whom (or to whom) companies rent, buy or get power by contracts that count; members of the groups and placeholders are none. */
export function counterparties(
  { before, groups }: MergerContext,
  rule: LinkRule,
  companies: readonly RecordId[],
  wanted: "PROVIDER" | "CUSTOMER",
): Counterparties {
  const { projection } = before;
  const { records } = projection;
  const [own, theirs] =
    wanted === "PROVIDER" ? [rule.customers, rule.providers] : [rule.providers, rule.customers];
  const found = new Map<RecordId, Set<RecordId>>();
  for (const contract of companies.flatMap((company) => contractsOf(before, rule, company, own))) {
    for (const party of partiesIn(projection.records, contract, theirs, countsIn(before))) {
      if (groups.sideOf(party) !== null || isPlaceholder(records, party)) continue;
      found.set(party, (found.get(party) ?? new Set()).add(contract));
    }
  }
  return new Map(
    [...found]
      .toSorted(([a], [b]) => compareStrings(a, b))
      .map(([party, contracts]) => [party, [...contracts]]),
  );
}

/** Contracts that count in which a company has one of some roles. */
function contractsOf(
  context: MarketContext,
  rule: LinkRule,
  company: RecordId,
  roles: readonly string[],
): readonly RecordId[] {
  const { records } = context.projection;
  return records.out(company, "PARTY_TO").flatMap(({ to = "" }) => {
    const contract = records.record(to);
    const isOfRule = contract !== undefined && rule.types.includes(textField(contract, "type") ?? "");
    if (!isOfRule || !partiesIn(records, to, roles, countsIn(context)).includes(company)) return [];
    return context.contractFilter(contract) === null ? [to] : [];
  });
}
