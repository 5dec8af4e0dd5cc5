import type { PartialDate } from "../domain/date.ts";
import { textField, type StoredRecord } from "../domain/record.ts";
import { AFTER_ALL_DAYS, BEFORE_ALL_DAYS, boundDays, type BoundDays } from "./day-number.ts";
import type { RecordIndex } from "./record-index.ts";

/** When a contract binds: closed–open, each bound as precise as its sources. */
export interface Term {
  readonly start: BoundDays;
  readonly end: BoundDays;
}

const OPEN_START: BoundDays = { first: BEFORE_ALL_DAYS, last: BEFORE_ALL_DAYS };
const OPEN_END: BoundDays = { first: AFTER_ALL_DAYS, last: AFTER_ALL_DAYS };
/** It ended, and no source says when: it counts on no day. */
const NEVER: BoundDays = { first: BEFORE_ALL_DAYS, last: BEFORE_ALL_DAYS };

/**
 * From its first known legal or funding step (or signature) until its outcome, maturity or end.
 * A contract that was carried out (`COMPLETED`) ends like any other: nothing is owed under it any more.
 */
export function contractTerm(index: RecordIndex, contract: StoredRecord): Term {
  return { start: startOf(index, contract), end: endOf(contract) };
}

/** From its announcement, or the first date by which it is known, until its end; on no day once it ended and nobody says when. */
export function partnershipTerm(partnership: StoredRecord): Term {
  const ended = textField(partnership, "ended");
  const since = textField(partnership, "announced") ?? textField(partnership, "knownSince");
  const term = termBetween(since, ended);
  const isOver = ended === undefined && textField(partnership, "status") === "ENDED";
  return isOver ? { ...term, end: NEVER } : term;
}

/** A term with its bounds as dates; a missing one is open. */
export function termBetween(from: PartialDate | undefined, to: PartialDate | undefined): Term {
  return {
    start: from === undefined ? OPEN_START : boundDays(from),
    end: to === undefined ? OPEN_END : boundDays(to),
  };
}

function startOf(index: RecordIndex, contract: StoredRecord): BoundDays {
  const dates = index
    .referring(contract.id, "MILESTONE_OF")
    .filter(
      (milestone) =>
        textField(milestone, "timing") === "ACTUAL" && textField(milestone, "ladder") !== "DELIVERY",
    )
    .flatMap((milestone) => textField(milestone, "date") ?? []);
  const signed = textField(contract, "signed");
  const bounds = [...dates, ...(signed === undefined ? [] : [signed])].map(boundDays);
  if (bounds.length === 0) return OPEN_START;
  return {
    first: Math.min(...bounds.map(({ first }) => first)),
    last: Math.min(...bounds.map(({ last }) => last)),
  };
}

function endOf(contract: StoredRecord): BoundDays {
  const outcomeDate = textField(contract, "outcomeDate");
  if (outcomeDate !== undefined) return boundDays(outcomeDate);
  if (contract.fields["outcome"] !== undefined) return NEVER;
  const end = textField(contract, "end") ?? textField(contract, "maturity");
  return end === undefined ? OPEN_END : boundDays(end);
}
