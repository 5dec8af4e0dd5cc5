import { addDays, dayRange, type Day } from "../domain/date.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../domain/record.ts";
import { supportedValues } from "../domain/supported-range.ts";
import type { RecordIndex } from "../projection/record-index.ts";

/** Bounds of one quantity; `high` is Infinity where sources give only the least. */
export interface StatedRange {
  readonly low: number;
  readonly high: number;
}

/** One source's number: the value itself, or a limit of it. */
interface Statement {
  readonly value: number;
  readonly bound: "MIN" | "MAX" | null;
  readonly date: string | undefined;
}

/** Figures are told anew at least once a year: an older one beside a newer is of an earlier state, and no other opinion. */
const DAYS_UNTIL_HISTORY = 365;

/**
 * How much a numeric field of a record is on a day, by all that sources support: the one reading with which every question computes. Values
 * in the unit and on the basis of the field count; those of an earlier state do not. Limits only limit: "at least" leaves it open above
 * where no value is as large, "at most" from nothing where there is no value at all.
 */
export function statedRange(
  records: RecordIndex,
  record: StoredRecord,
  field: string,
  day: Day,
): StatedRange | null {
  const statements = currentOf(statementsOf(records, record, field), numberField(record, field), day);
  const of = (bound: Statement["bound"]): readonly number[] =>
    statements.filter((statement) => statement.bound === bound).map(({ value }) => value);
  if (statements.length === 0) return null;
  return within(of(null), of("MIN"), of("MAX"));
}

function statementsOf(records: RecordIndex, record: StoredRecord, field: string): readonly Statement[] {
  const headline = numberField(record, field);
  const isMinimum = field === "value" && booleanField(record, "valueIsMinimum");
  const given = supportedValues(record, field, records.evidenceOf(record.id)).alike.map(
    (entry): Statement => {
      const value = numberField(entry, "value") ?? 0;
      const bound = (textField(entry, "bound") ?? null) as Statement["bound"];
      return {
        value,
        bound: isMinimum && value === headline ? "MIN" : bound,
        date: textField(entry, "asOf"),
      };
    },
  );
  if (headline === undefined || given.some(({ value }) => value === headline)) return given;
  return [...given, { value: headline, bound: isMinimum ? "MIN" : null, date: undefined }];
}

/** What is not of an earlier state on the day; the curator's choice always stands. */
function currentOf(
  statements: readonly Statement[],
  headline: number | undefined,
  day: Day,
): readonly Statement[] {
  const known = statements
    .flatMap(({ date }) => (date === undefined ? [] : [dayRange(date).first]))
    .filter((first) => first <= day);
  const latest = known.toSorted().at(-1);
  if (latest === undefined) return statements;
  const oldest = addDays(latest, -DAYS_UNTIL_HISTORY);
  return statements.filter(
    ({ value, date }) => value === headline || date === undefined || dayRange(date).last >= oldest,
  );
}

function within(values: readonly number[], leasts: readonly number[], mosts: readonly number[]): StatedRange {
  const least = Math.max(0, ...leasts);
  if (values.length === 0) {
    const most = mosts.length === 0 ? Infinity : Math.max(...mosts);
    // "At least 5" beside "at most 3": one of the two is wrong, and nobody knows which.
    return most < least ? { low: 0, high: Infinity } : { low: least, high: most };
  }
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { low: mosts.some((most) => most < low) ? 0 : low, high: least > high ? Infinity : high };
}
