import { compareStrings } from "../../domain/compare.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import { requireCompany } from "../endpoint.ts";
import { labelOf } from "../sentence/labels.ts";
import { controlledGroup } from "../ultimate-parent.ts";

export const mergerSide = vocabulary("MergerSide", "A side of a merger.", {
  ACQUIRER: "The acquirer, and all that stand under one parent with it.",
  TARGET: "The target, and all that it controls.",
});
export type MergerSide = WordOf<typeof mergerSide>;

export function otherSide(side: MergerSide): MergerSide {
  return side === "ACQUIRER" ? "TARGET" : "ACQUIRER";
}

/** A party of a merger with the companies that come with it. */
export interface PartyGroup {
  readonly party: RecordId;
  /** The party among them, by id. */
  readonly members: readonly RecordId[];
}

export interface PartyGroups {
  readonly acquirer: PartyGroup;
  readonly target: PartyGroup;
  /** Null for a company of neither. */
  sideOf(company: RecordId): MergerSide | null;
  /** What a company counts as before the merger: the party of its side, else its ultimate parent. */
  ownerOf(company: RecordId): RecordId;
}

/**
 * Who merges, at a date. The acquirer brings all that stand under its ultimate parent; the target only what it controls itself, since a
 * parent that sells it stays outside. Throws NotFoundError and InvalidArgumentError: a party must be a company that is no placeholder,
 * and the two may not be one group already.
 */
export function partyGroups(
  { projection, under, parentOf }: MarketContext,
  acquirer: RecordId,
  target: RecordId,
): PartyGroups {
  const { records } = projection;
  const day = under.asOf;
  const [buyer, bought] = [
    requireParty(projection, "acquirer", acquirer),
    requireParty(projection, "target", target),
  ];
  if (buyer === bought) {
    throw new InvalidArgumentError("target", `"${target}", the acquirer itself`, "another company");
  }
  const top = parentOf(buyer);
  if (top === parentOf(bought)) {
    const whole = `"${target}", already of one group with the acquirer under ${labelOf(records, top)} on ${day}`;
    throw new InvalidArgumentError("target", whole, "a company of another group, or an earlier filter.asOf");
  }
  const members = new Map<RecordId, MergerSide>([
    ...controlledGroup(records, top, day).map((id) => [id, "ACQUIRER"] as const),
    ...controlledGroup(records, bought, day).map((id) => [id, "TARGET"] as const),
  ]);
  const membersOf = (side: MergerSide): readonly RecordId[] =>
    [...members.keys()].filter((id) => members.get(id) === side).toSorted(compareStrings);
  return {
    acquirer: { party: buyer, members: membersOf("ACQUIRER") },
    target: { party: bought, members: membersOf("TARGET") },
    sideOf: (company) => members.get(company) ?? null,
    ownerOf(company) {
      const side = members.get(company);
      if (side !== undefined) return side === "ACQUIRER" ? buyer : bought;
      return parentOf(company);
    },
  };
}

function requireParty(projection: Projection, argument: string, id: RecordId): RecordId {
  const company = requireCompany(projection, argument, id);
  if (!isPlaceholder(projection.records, company)) return company;
  const what = `"${id}" (a placeholder for a party that no source names)`;
  throw new InvalidArgumentError(argument, what, "a company that is known by name");
}
