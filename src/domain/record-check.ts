import { parsePartialDate } from "./date.ts";
import type { FieldSpec, FieldType, FieldValue } from "./field.ts";
import { fieldsWhere } from "./fields-where.ts";
import { idPrefix, isRecordId, type RecordId } from "./ids.ts";
import type { Kind } from "./kind-names.ts";
import { isRelationshipKind, kindOfPrefix, kindSpecs } from "./kinds.ts";
import type { GraphRecord } from "./record.ts";
import { hasWord } from "./vocabulary.ts";

/** Longest value of a `string` field, in UTF-16 units: what both stores can index. A `text` may be longer. */
export const MAX_STRING_LENGTH = 2_000;

/** What a record of a kind can't be without. */
export const REQUIRED_FIELDS = fieldsWhere(({ required }) => required === true);

/** What is wrong with one field of a record, apart from every other record. */
export interface FieldProblem {
  /** The field, or `id`, `from`, `to`. */
  readonly field: string;
  /** A stable word for the kind of problem. */
  readonly rule: string;
  readonly expectation: string;
  readonly value?: string;
}

/** Checks a record by itself: its id, its ends and the type of every field. References are not followed. */
export function checkRecord(record: GraphRecord): FieldProblem[] {
  return [...checkId(record), ...checkEnds(record), ...checkFields(record)];
}

function checkId({ id, kind }: GraphRecord): FieldProblem[] {
  const { prefix } = kindSpecs[kind];
  if (isRecordId(id) && idPrefix(id) === prefix) return [];
  return [{ field: "id", rule: "bad-id", expectation: `${prefix}: and a slug of a-z, 0-9 and -`, value: id }];
}

function checkEnds(record: GraphRecord): FieldProblem[] {
  const spec = kindSpecs[record.kind];
  if (!isRelationshipKind(record.kind)) {
    return record.from === undefined && record.to === undefined
      ? []
      : [{ field: "from", rule: "unknown-field", expectation: "no ends: it is no relationship" }];
  }
  return [...checkEnd("from", record.from, spec.from), ...checkEnd("to", record.to, spec.to)];
}

function checkEnd(
  field: string,
  id: RecordId | undefined,
  kinds: readonly Kind[] | undefined,
): FieldProblem[] {
  if (id === undefined)
    return [{ field, rule: "missing-field", expectation: `the id of ${kindList(kinds)}` }];
  return refProblem(field, id, kinds);
}

function refProblem(field: string, id: string, kinds: readonly Kind[] | undefined): FieldProblem[] {
  const kind = isRecordId(id) ? kindOfPrefix(idPrefix(id)) : undefined;
  const fits = kind !== undefined && (kinds === undefined || kinds.includes(kind));
  return fits ? [] : [{ field, rule: "wrong-kind", expectation: `the id of ${kindList(kinds)}`, value: id }];
}

function kindList(kinds: readonly Kind[] | undefined): string {
  if (kinds === undefined) return "any record";
  return kinds.map((kind) => `${kind} (${kindSpecs[kind].prefix}:…)`).join(" or ");
}

function checkFields(record: GraphRecord): FieldProblem[] {
  const { fields: specs } = kindSpecs[record.kind];
  const problems: FieldProblem[] = [];
  for (const [field, value] of Object.entries(record.fields)) {
    const spec = Object.hasOwn(specs, field) ? specs[field] : undefined;
    if (spec === undefined)
      problems.push({ field, rule: "unknown-field", expectation: `one of ${Object.keys(specs).join(", ")}` });
    else problems.push(...checkValue(field, value, spec));
  }
  for (const field of REQUIRED_FIELDS[record.kind]) {
    const spec = specs[field];
    if (spec !== undefined && record.fields[field] === undefined) {
      problems.push({ field, rule: "missing-field", expectation: describeType(spec) });
    }
  }
  return problems;
}

/** Checks one value against the type of its field. */
export function checkValue(field: string, value: FieldValue, spec: FieldSpec): FieldProblem[] {
  if (spec.list !== true) return checkScalar(field, value, spec);
  if (!Array.isArray(value))
    return [
      { field, rule: "wrong-type", expectation: `a list: ${describeType(spec)}`, value: String(value) },
    ];
  if (value.length === 0)
    return [{ field, rule: "empty", expectation: "at least one entry, or no field at all" }];
  return (value as readonly string[]).flatMap((entry) => checkScalar(field, entry, spec));
}

function checkScalar(field: string, value: FieldValue, spec: FieldSpec): FieldProblem[] {
  const wrong = (rule: string, expectation = describeType(spec)): FieldProblem[] => [
    { field, rule, expectation, value: String(value) },
  ];
  switch (spec.type) {
    case "int":
    case "float":
    case "fraction":
      return checkNumber(value, spec) ?? wrong(typeof value === "number" ? "out-of-range" : "wrong-type");
    case "boolean":
      return typeof value === "boolean" ? [] : wrong("wrong-type");
    default:
      if (typeof value !== "string") return wrong("wrong-type");
      if (value === "") return wrong("empty", "some text, or no field at all");
      if (!isStorable(value))
        return wrong("bad-text", "Unicode text without NUL and without half characters");
      return checkText(field, value, spec);
  }
}

/** Null when it is wrong. NaN, infinities, −0 and unsafe integers are refused: the stores could not keep them alike. */
function checkNumber(value: FieldValue, spec: FieldSpec): FieldProblem[] | null {
  if (typeof value !== "number" || !Number.isFinite(value) || Object.is(value, -0)) return null;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return null;
  if (spec.type === "int" && !Number.isInteger(value)) return null;
  return value >= (spec.min ?? -Infinity) && value <= (spec.max ?? Infinity) ? [] : null;
}

function checkText(field: string, value: string, spec: FieldSpec): FieldProblem[] {
  const wrong = (rule: string, expectation = describeType(spec)): FieldProblem[] => [
    { field, rule, expectation, value },
  ];
  if (spec.type === "ref") return refProblem(field, value, spec.kinds);
  if (spec.type === "string" && value.length > MAX_STRING_LENGTH) {
    return wrong("too-long", `at most ${MAX_STRING_LENGTH} characters`);
  }
  const test = TEXT_TESTS[spec.type];
  return test === undefined || test.isGood(value, spec) ? [] : wrong(test.rule);
}

interface TextTest {
  readonly rule: string;
  isGood(value: string, spec: FieldSpec): boolean;
}

const TEXT_TESTS: Readonly<Partial<Record<FieldType, TextTest>>> = {
  date: { rule: "bad-date", isGood: (value) => parsePartialDate(value) === value },
  currency: { rule: "unknown-currency", isGood: (value) => /^[A-Z]{3}$/.test(value) },
  url: { rule: "bad-url", isGood: (value) => URL.canParse(value) && /^https?:/.test(value) },
  word: {
    rule: "unknown-word",
    isGood: (value, { vocabulary }) => vocabulary !== undefined && hasWord(vocabulary, value),
  },
};

/** Neither store keeps NUL or a surrogate without its other half alike. */
function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}

const TYPE_WORDS: Readonly<Record<Exclude<FieldType, "word" | "ref">, string>> = {
  string: "text",
  text: "text",
  url: "an address that starts with http:// or https://",
  currency: "a currency of ISO 4217, such as USD",
  date: "a date: 2026, 2026-05, 2026-05-12, or two days as first/last",
  boolean: "true or false",
  int: "a whole number",
  float: "a number",
  fraction: "a number",
};

/** What a field expects, in words. */
export function describeType(spec: FieldSpec): string {
  if (spec.type === "word") return `one of ${Object.keys(spec.vocabulary?.values ?? {}).join(", ")}`;
  if (spec.type === "ref") return `the id of ${kindList(spec.kinds)}`;
  const isNumber = spec.type === "int" || spec.type === "float" || spec.type === "fraction";
  return `${TYPE_WORDS[spec.type]}${isNumber ? describeRange(spec) : ""}`;
}

function describeRange({ min, max, unit }: FieldSpec): string {
  const range =
    min === undefined && max === undefined ? "" : ` from ${min ?? "minus infinity"} to ${max ?? "infinity"}`;
  return unit === undefined ? range : `${range} in ${unit}`;
}
