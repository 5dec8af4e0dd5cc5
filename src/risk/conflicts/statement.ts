import { compareStrings } from "../../domain/compare.ts";
import { dayRange, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { voiceOf } from "../../domain/verification.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { connectedGroups } from "./connected-groups.ts";
import { differs, type Quantity } from "./stated-precision.ts";

/** What some sources say of one thing. */
export interface Statement {
  /** As a number; shares in percent, dates in days. Null where it is words. */
  readonly quantity: Quantity | null;
  /** Rounding tells nothing: dates and words. */
  readonly isExact: boolean;
  readonly text: string;
  readonly unit: string | null;
  /** What it counts; null where nothing has a basis. */
  readonly basis: string | null;
  /** Of a share: the whole that it is a share of, in the words of its source. */
  readonly whole?: string | undefined;
  /** The date that it speaks of; null: that of the fact. */
  readonly asOf: PartialDate | null;
  readonly isHeadline: boolean;
  readonly fact: RecordId;
  readonly evidence: readonly RecordId[];
}

/** Whether two statements count the same. A basis that is not stated may be any. */
export function isComparable(a: Statement, b: Statement): boolean {
  const isOneMeasure = a.unit === b.unit && a.basis === b.basis && a.basis !== "UNKNOWN";
  return isOneMeasure && a.whole === b.whole && mayMeet(a.asOf, b.asOf);
}

export function saysOtherwise(a: Statement, b: Statement): boolean {
  if (a.quantity === null || b.quantity === null) return a.text !== b.text;
  if (!a.isExact) return differs(a.quantity, b.quantity);
  return isBelow(a.quantity, b.quantity) || isBelow(b.quantity, a.quantity);
}

/** Whether both count the same, say otherwise, and are not the word of one source or voice alone. */
export function isOpposed(records: RecordIndex, a: Statement, b: Statement): boolean {
  return isComparable(a, b) && saysOtherwise(a, b) && originsOf(records, [a, b]).size > 1;
}

/** The different origins of statements; a source that repeats somebody unknown stands for itself. */
export function originsOf(records: RecordIndex, statements: readonly Statement[]): ReadonlySet<RecordId> {
  const lookup = (id: RecordId) => records.record(id);
  return new Set(
    statements
      .flatMap(({ evidence }) => evidence)
      .map((id) => textField(records.record(id) ?? { fields: {} }, "source") ?? id)
      .map((source) => voiceOf(source, lookup) ?? source),
  );
}

/** How many voices a side has: of those that repeat somebody unknown no second one. */
export function voicesOf(records: RecordIndex, evidence: readonly RecordId[]): number {
  const voices = evidence.flatMap((id) => {
    const source = textField(records.record(id) ?? { fields: {} }, "source");
    return (source && voiceOf(source, (other) => records.record(other))) ?? [];
  });
  return Math.max(new Set(voices).size, Math.min(evidence.length, 1));
}

/**
 * The statements that are opposed to each other, directly or through others, together: one group for each basis and time. With
 * them those that say the same as one of them and count the same.
 */
export function opposedGroups(
  records: RecordIndex,
  statements: readonly Statement[],
): readonly (readonly Statement[])[] {
  const groups = connectedGroups(statements, (a, b) => isOpposed(records, a, b));
  const opposed = new Set(groups.flat());
  return groups.map((group) => [
    ...group,
    ...statements.filter(
      (other) => !opposed.has(other) && group.some((a) => isComparable(a, other) && !saysOtherwise(a, other)),
    ),
  ]);
}

/** Statements that say the same together, by value; words stay in their order. */
export function groupAlike(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  const isInWords = statements.every(({ quantity }) => quantity === null);
  for (const statement of isInWords ? statements : statements.toSorted(byValue)) {
    const last = groups.at(-1);
    const isAlike = last?.every(
      (other) => isComparable(other, statement) && !saysOtherwise(other, statement),
    );
    if (last !== undefined && isAlike === true) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function byValue(a: Statement, b: Statement): number {
  const [low, high] = [a.quantity?.low ?? -Infinity, b.quantity?.low ?? -Infinity];
  return (
    (low === high ? 0 : low - high) ||
    compareStrings(a.text, b.text) ||
    compareStrings(a.fact, b.fact) ||
    compareStrings(a.evidence[0] ?? "", b.evidence[0] ?? "")
  );
}

/** Dates that are not known are those of the fact, so that nothing parts the two. */
function mayMeet(a: PartialDate | null, b: PartialDate | null): boolean {
  if (a === null || b === null) return true;
  const [left, right] = [dayRange(a), dayRange(b)];
  return left.first <= right.last && right.first <= left.last;
}

function isBelow(a: Quantity, b: Quantity): boolean {
  return a.high !== null && b.low !== null && a.high < b.low;
}
