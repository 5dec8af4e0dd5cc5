import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField } from "../../domain/record.ts";
import { supportedRange } from "../../domain/supported-range.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";

/**
 * The power of facilities by the basis on which each is stated, from the least to the greatest figure that sources support. What lies in
 * a campus that is among them is not counted again, and counts from nothing where that is unclear. A sum is open above (null) where
 * another facility has no figure on its basis; figures on a basis that nobody states are never added. Other things have no power.
 * Each target's own figure is read once, for any choice among the targets.
 */
export function powerOfTargets(
  records: RecordIndex,
  targets: readonly RecordId[],
): (stopped: readonly RecordId[]) => readonly Interval[] {
  const facilities = targets.filter((id) => records.record(id)?.kind === "Facility");
  const figures = new Map(facilities.map((id) => [id, powerOf(records, id)]));
  return (stopped) => {
    const among = new Set(stopped.filter((id) => figures.has(id)));
    const roots = [...among].flatMap((id) => {
      const place = placeAmong(records, id, among);
      return place === "INSIDE" ? [] : [{ figure: figures.get(id) ?? null, isUnclear: place === "UNCLEAR" }];
    });
    const known = roots.flatMap(({ figure, isUnclear }) =>
      figure === null ? [] : [isUnclear ? { ...figure, low: 0 } : figure],
    );
    const bases = [...new Set(known.map(({ basis }) => basis))].toSorted(compareStrings);
    return bases.flatMap((basis) => {
      const onBasis = known.filter((figure) => figure.basis === basis);
      if (basis === "UNKNOWN" && onBasis.length > 1) return [];
      const low = onBasis.reduce((sum, figure) => sum + figure.low, 0);
      const high = onBasis.reduce((sum, figure) => sum + figure.high, 0);
      return [{ low, high: onBasis.length === roots.length ? high : null, unit: "MW", basis }];
    });
  };
}

interface PowerFigure {
  readonly low: number;
  readonly high: number;
  readonly basis: string;
}

function powerOf(records: RecordIndex, id: RecordId): PowerFigure | null {
  const facility = records.record(id);
  if (facility === undefined) return null;
  const range = supportedRange(facility, "capacityMegawatts", records.evidenceOf(id));
  if (range === null) return null;
  const basis = textField(facility, "capacityBasis") ?? "UNKNOWN";
  return { low: range.least.value, high: range.greatest.value, basis };
}

/** Whether a facility lies in another of the set: surely, perhaps or not. */
function placeAmong(
  records: RecordIndex,
  id: RecordId,
  others: ReadonlySet<RecordId>,
): "INSIDE" | "UNCLEAR" | "ROOT" {
  const wholes = new Map([[id, false]]);
  for (const [part, isUnclear] of wholes) {
    for (const partOf of records.out(part, "PART_OF")) {
      const whole = partOf.to ?? "";
      if (!wholes.has(whole)) wholes.set(whole, isUnclear || booleanField(partOf, "overlapUnclear"));
    }
  }
  const around = [...wholes].filter(([whole]) => whole !== id && others.has(whole));
  if (around.some(([, isUnclear]) => !isUnclear)) return "INSIDE";
  return around.length > 0 ? "UNCLEAR" : "ROOT";
}
