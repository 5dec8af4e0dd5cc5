import { listField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom } from "./conflict-from.ts";
import { connectedGroups } from "./connected-groups.ts";
import { inPercent } from "./field-statements.ts";
import type { KnownFacts } from "./known-facts.ts";
import { hasSame, isForecast, isMarked } from "./observation-statements.ts";
import { quantityWords } from "./quantity-words.ts";
import { isOpposed, type Statement } from "./statement.ts";

/** The share of one member in one statement. */
export interface StatedShare {
  readonly estimate: StoredRecord;
  /** Who it is: the same ids or names are the same member. */
  readonly member: string;
  readonly label: string;
  readonly statement: Statement;
}

/** The shares that statements on one subject give, by member. */
export function statedShares(
  known: KnownFacts,
  estimates: readonly StoredRecord[],
): ReadonlyMap<string, readonly StatedShare[]> {
  const byMember = new Map<string, StatedShare[]>();
  for (const share of estimates.flatMap((estimate) => sharesOf(known, estimate))) {
    const list = byMember.get(share.member);
    if (list === undefined) byMember.set(share.member, [share]);
    else list.push(share);
  }
  return byMember;
}

/** Where published statements on one subject, measured alike and of one period, differ in a member's share. */
export function estimateConflicts(
  known: KnownFacts,
  estimates: readonly StoredRecord[],
): readonly Conflict[] {
  const isAtOdds = (a: StatedShare, b: StatedShare): boolean =>
    sharesOutTheSame(a.estimate, b.estimate) && isOpposed(known.records, a.statement, b.statement);
  return [...statedShares(known, estimates).values()].flatMap((shares) =>
    connectedGroups(shares, isAtOdds).map((group) => shareConflict(known, "ESTIMATES", group)),
  );
}

export function shareConflict(
  { records }: KnownFacts,
  kind: "ESTIMATES" | "NOT_COMPARABLE",
  group: readonly StatedShare[],
): Conflict {
  const estimate = group[0]?.estimate;
  const periods = new Set(group.map((share) => textField(share.estimate, "period")));
  return conflictFrom(
    records,
    {
      kind,
      subject: (estimate && textField(estimate, "subject")) ?? "",
      field: null,
      about: `share of ${group[0]?.label ?? ""}`,
      date: periods.size === 1 ? ([...periods][0] ?? null) : null,
    },
    group.map(({ statement }) => statement),
  );
}

/**
 * Shares of one whole: what is shared out, side, scope, period, measure and timing are the same. A measure that is not stated may be
 * any, unless the curator says that the two are at odds.
 */
export function sharesOutTheSame(a: StoredRecord, b: StoredRecord): boolean {
  const isAlike = hasSame(["what", "side", "scope", "period", "measure"], a, b);
  return (
    isAlike && isForecast(a) === isForecast(b) && (isMarked(a, b) || textField(a, "measure") !== "OTHER")
  );
}

function sharesOf(known: KnownFacts, estimate: StoredRecord): readonly StatedShare[] {
  const { records } = known;
  const evidence = known.evidenceOf(estimate.id).map(({ id }) => id);
  return records.referring(estimate.id, "MEMBER_OF_ESTIMATE").flatMap((member) => {
    const [low, high] = [numberField(member, "low"), numberField(member, "high")];
    if (low === undefined && high === undefined) return [];
    const quantity = {
      low: low === undefined ? null : inPercent(low, "%"),
      high: high === undefined ? null : inPercent(high, "%"),
    };
    const who = whoIs(member);
    const measure = textField(estimate, "measure") ?? null;
    const statement: Statement = {
      quantity,
      isExact: false,
      text: `${quantityWords(quantity, "%")} of ${textField(estimate, "what") ?? "it"}${isForecast(estimate) ? " (forecast)" : ""}`,
      unit: "%",
      basis: measure === "OTHER" ? null : measure,
      whole: textField(estimate, "what"),
      asOf: textField(estimate, "period") ?? null,
      isHeadline: false,
      fact: estimate.id,
      evidence,
    };
    return [{ estimate, member: who.join(" "), label: labelOfAll(records, who), statement }];
  });
}

function whoIs(member: StoredRecord): readonly string[] {
  const country = textField(member, "country");
  const named = ["companies", "components", "names"].flatMap((field) => listField(member, field));
  return [...named, ...(country === undefined ? [] : [country])].toSorted();
}

function labelOfAll(records: RecordIndex, ids: readonly string[]): string {
  return listOf(ids.map((id) => labelOf(records, id)));
}
