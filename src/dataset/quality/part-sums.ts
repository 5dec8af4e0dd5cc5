import type { DatasetProblem } from "../../domain/errors.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { booleanField, numberField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** What parts and whole are added up in, with the fields that must agree. */
interface Measure {
  readonly field: string;
  readonly same: readonly string[];
}

const MEGAWATTS: Measure = { field: "capacityMegawatts", same: ["capacityBasis"] };
const MONEY: Measure = { field: "value", same: ["valueBasis", "currency"] };
const WHOLES: readonly (readonly [kind: Kind, measures: readonly Measure[]])[] = [
  ["Contract", [MONEY, MEGAWATTS]],
  ["Facility", [MEGAWATTS]],
];
/** A part that was carried out stays a part; one that came to nothing does not. */
const COUNTED_OUTCOMES: readonly (string | undefined)[] = [undefined, "COMPLETED", "REPAID"];
/** Sums of rounded figures may be a little above a rounded whole. */
const ROUNDING = 1.005;

/** The parts of a contract or a campus are not more than the whole, unless a note on the part's place in it says why. */
export function partSums(dataset: LinkedDataset): DatasetProblem[] {
  return WHOLES.flatMap(([kind, measures]) =>
    dataset.ofKind(kind).flatMap((whole) => {
      const parts = partsOf(dataset, whole.record);
      return measures.flatMap((measure) => excess(whole, parts, measure));
    }),
  );
}

function partsOf({ endingAt, byId }: LinkedDataset, { id }: GraphRecord): readonly GraphRecord[] {
  return endingAt("PART_OF", id).flatMap(({ record: partOf }) => {
    const part = byId.get(partOf.from ?? "")?.record;
    if (part === undefined || textField(partOf, "note") !== undefined) return [];
    const isUnclear = [part, partOf].some((record) => booleanField(record, "overlapUnclear"));
    return isUnclear || !COUNTED_OUTCOMES.includes(textField(part, "outcome")) ? [] : [part];
  });
}

function excess(
  whole: LocatedRecord,
  parts: readonly GraphRecord[],
  { field, same }: Measure,
): DatasetProblem[] {
  const limit = numberField(whole.record, field);
  if (limit === undefined) return [];
  const comparable = parts.filter(({ fields }) => same.every((of) => fields[of] === whole.record.fields[of]));
  const sum = comparable.reduce((total, part) => total + (numberField(part, field) ?? 0), 0);
  if (sum <= limit * ROUNDING) return [];
  const message = `${field} of ${whole.record.id} is ${limit}, its parts sum to ${sum}; expected at most the whole, or note: on the partOf of what lies beside it`;
  return [problemAt(placeOf(whole, field), "parts-above-whole", message, limit)];
}
