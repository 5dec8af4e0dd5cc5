import type { PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Interval } from "../answer.ts";
import type { ConflictKind } from "./conflict-words.ts";

/** What some sources say, against what others say. */
export interface ConflictSide {
  /** Null where it is no number. */
  readonly value: Interval | null;
  /** The value in words, or what the side says. */
  readonly text: string;
  /** The date that it speaks of; null: that of the fact, or none is stated. */
  readonly asOf: PartialDate | null;
  /** The curator's choice. */
  readonly isHeadline: boolean;
  /** The facts that say so. */
  readonly facts: readonly RecordId[];
  readonly evidence: readonly RecordId[];
  /** What evidence, figures and statements note: often what they count, or why they differ. */
  readonly notes: readonly string[];
  /** How many of different origin say so; repetitions, and all that one publisher or company says, are one. */
  readonly voices: number;
  /** The best tier among its sources; null: it has none. */
  readonly tier: string | null;
}

export interface Conflict {
  readonly kind: ConflictKind;
  /** What is at odds: the fact with the field, or the thing that figures, statements or claims are about. */
  readonly subject: RecordId;
  /** The field, where one field of one fact is at odds. */
  readonly field: string | null;
  /** What is measured or said, in words. */
  readonly about: string;
  readonly date: PartialDate | null;
  /** Two at the least; by value, then by the first fact. */
  readonly sides: readonly ConflictSide[];
  /** From the least to the greatest that sides in one unit and on one basis say. */
  readonly range: Interval | null;
  /** How far apart they are, from 0 to 1: one less the least over the greatest. */
  readonly spread: number | null;
  readonly sentence: string;
}
