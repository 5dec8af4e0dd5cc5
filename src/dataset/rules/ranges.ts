import { dayRange } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { fieldSpec } from "../../domain/kinds.ts";
import { numberField, textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";

/** Fields that stand in this order, wherever a kind has both. */
type Pair = readonly [lower: string, upper: string];

const NUMBER_PAIRS: readonly Pair[] = [
  ["low", "high"],
  ["low", "value"],
  ["value", "high"],
  ["low", "median"],
  ["median", "high"],
  ["quantityLow", "quantityHigh"],
  ["quantityLow", "quantity"],
  ["quantity", "quantityHigh"],
];

const DATE_PAIRS: readonly Pair[] = [
  ["validFrom", "validTo"],
  ["start", "end"],
  ["start", "maturity"],
  ["signed", "maturity"],
  ["suspendedFrom", "suspendedTo"],
  ["announced", "ended"],
  ["released", "endOfLife"],
  ["published", "accessed"],
];

/** Ranges run upwards. */
export function numberRanges(dataset: LinkedDataset): DatasetProblem[] {
  return eachPair(dataset, NUMBER_PAIRS, (located, [lower, upper]) => {
    const [low, high] = [numberField(located.record, lower), numberField(located.record, upper)];
    if (low === undefined || high === undefined || low <= high) return [];
    const message = `${lower} is ${low}, above ${upper}, ${high}; expected at most that`;
    return [problemAt(placeOf(located, lower), "low-above-high", message, low)];
  });
}

/** Nothing ends before it begins; dates of which the precision leaves it open are let through. */
export function dateOrder(dataset: LinkedDataset): DatasetProblem[] {
  return eachPair(dataset, DATE_PAIRS, (located, [earlier, later]) => {
    const [start, end] = [textField(located.record, earlier), textField(located.record, later)];
    if (start === undefined || end === undefined || dayRange(end).last >= dayRange(start).first) return [];
    const what = `a date that is not before ${earlier}, ${start}`;
    return [problemAt(placeOf(located, later), "end-before-start", expected(later, end, what), end)];
  });
}

function eachPair(
  { ofKind }: LinkedDataset,
  pairs: readonly Pair[],
  check: (located: LocatedRecord, pair: Pair) => DatasetProblem[],
): DatasetProblem[] {
  return KINDS.flatMap((kind) => {
    const present = pairs.filter((pair) => hasBoth(kind, pair));
    return present.flatMap((pair) => ofKind(kind).flatMap((located) => check(located, pair)));
  });
}

function hasBoth(kind: Kind, [first, second]: Pair): boolean {
  return fieldSpec(kind, first) !== undefined && fieldSpec(kind, second) !== undefined;
}
