import { stageRank } from "../../domain/commitment.ts";
import { compareStrings } from "../../domain/compare.ts";
import { membershipAt, type Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { stageHistory, stageRankAt } from "../../projection/stage-history.ts";

/** What stands at the other end of a joint, and what leads there. */
export interface JointLink {
  /** A component, contract, supplier, grid, maker or country. */
  readonly node: RecordId;
  /** The relationships that say so, nearest first. */
  readonly relationships: readonly RecordId[];
  /** True where one of them is a marked inference. */
  readonly isInferred: boolean;
}

export function jointLink(node: RecordId, relationships: readonly StoredRecord[]): JointLink {
  return {
    node,
    relationships: relationships.map(({ id }) => id),
    isInferred: relationships.some((relationship) => booleanField(relationship, "inferred")),
  };
}

/** In id order, each other end once: by a stated link where there is one, else by the first inferred one. */
export function distinctLinks(links: readonly JointLink[]): readonly JointLink[] {
  const byNode = new Map<RecordId, JointLink>();
  for (const link of links) {
    const known = byNode.get(link.node);
    if (known === undefined || (known.isInferred && !link.isInferred)) byNode.set(link.node, link);
  }
  return [...byNode.values()].toSorted((a, b) => compareStrings(a.node, b.node));
}

/** True when a relationship holds, or may hold, on the day. */
export function holdsOn(relationship: StoredRecord, day: Day): boolean {
  const [from, to] = [textField(relationship, "validFrom"), textField(relationship, "validTo")];
  return membershipAt(day, from, to) !== "NO";
}

/** True when a contract is in force, or may be, on the day, and has been announced at least: talk of one covers nothing. */
export function bindsOn(records: RecordIndex, contract: StoredRecord, day: Day): boolean {
  const { start, end } = contractTerm(records, contract);
  const number = dayNumber(day);
  const isAnnounced = stageRankAt(stageHistory(records, contract.id), number) >= stageRank("ANNOUNCED");
  return isAnnounced && number >= start.first && number < end.last;
}
