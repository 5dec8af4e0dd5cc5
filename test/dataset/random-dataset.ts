import * as fc from "fast-check";
import type { FieldSpec, FieldType, FieldValue } from "../../src/domain/field.ts";
import { FACT_KINDS, KINDS, RELATIONSHIP_KINDS, type Kind } from "../../src/domain/kind-names.ts";
import { fieldSpec, isRelationshipKind, kindSpecs } from "../../src/domain/kinds.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import { naturalId } from "../../src/dataset/natural-id.ts";
import { NESTINGS } from "../../src/dataset/nesting.ts";

/** Texts that YAML writers and readers like to get wrong. */
const TEXTS = [
  "a",
  "62 %",
  "2026",
  "0x1f",
  "1e3",
  "null",
  "~",
  "true",
  "no",
  "- a",
  "a: b",
  "#a",
  "a #b",
  "'a",
  '"a"',
  "*a",
  "&a",
  "!a",
  "{a}",
  "[a]",
  "%a",
  "@a",
  "a\nb",
  "a\n\n  b\nc",
  "a\tb",
  "ﬀ",
  "日本",
  "\u{1f600}",
  "2xDR4 1.6T",
  `${"long words ".repeat(40)}end`,
];
const SLUGS = ["a", "b", "a-b", "a--b", "c1"];
const DATES = ["2024", "2025-05", "2025-05-12", "2025-04-01/2025-06-30"];

/** Texts as reading leaves them: without space around them, and in whole characters. */
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .map((value) => value.replaceAll("\0", "").trim())
    .filter((value) => value !== ""),
);
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) || !isStorable(value) ? 0 : value));

function isStorable(value: number): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

/** A value of a field; ids of a kind are any of few, so that records meet. */
function valueOf(spec: FieldSpec): fc.Arbitrary<FieldValue> {
  const scalar = scalarOf(spec);
  if (spec.list !== true) return scalar;
  return fc.uniqueArray(scalar.map(String), { minLength: 1, maxLength: 3 });
}

type Scalar = fc.Arbitrary<string | number | boolean>;

function scalarOf(spec: FieldSpec): Scalar {
  return SCALARS[spec.type](spec);
}

const SCALARS: Readonly<Record<FieldType, (spec: FieldSpec) => Scalar>> = {
  string: () => text,
  text: () => text,
  url: () => fc.constantFrom("https://example.org/a?b=c#d", "http://example.org"),
  int: () => fc.maxSafeInteger(),
  float: ({ min = -Infinity, max = Infinity }) =>
    finite.map((value) => (value < min || value > max ? 1 : value)),
  fraction: () =>
    fc.oneof(fc.constantFrom(0, 0.333, 0.62, 1), fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
  boolean: () => fc.boolean(),
  date: () => fc.constantFrom(...DATES),
  currency: () => fc.constantFrom("USD", "EUR"),
  word: ({ vocabulary }) => fc.constantFrom(...Object.keys(vocabulary?.values ?? {})),
  ref: ({ kinds }) => idOf(kinds ?? KINDS),
};

function idOf(kinds: readonly Kind[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom(...SLUGS))
    .map(([kind, slug]) => `${kindSpecs[kind].prefix}:${slug}`);
}

/** A record of a kind, under an id of the few or under its natural one. */
function recordOf(kind: Kind): fc.Arbitrary<GraphRecord> {
  const { from, to, fields } = kindSpecs[kind];
  const ends = isRelationshipKind(kind)
    ? fc.record({ from: idOf(from ?? KINDS), to: idOf(to ?? KINDS) })
    : fc.constant({});
  const required = Object.keys(fields).filter((field) => fields[field]?.required === true);
  const values = Object.fromEntries(Object.entries(fields).map(([field, spec]) => [field, valueOf(spec)]));
  const content = kind === "Evidence" ? evidence() : fc.record(values, { requiredKeys: required });
  return fc
    .record({ ends, fields: content, slug: fc.constantFrom(...SLUGS), isNatural: fc.boolean() })
    .map(({ ends: written, fields: drawn, slug, isNatural }) => {
      const unnamed = { kind, ...written, fields: drawn };
      const nesting = NESTINGS.find((row) => row.kind === kind);
      const id =
        isNatural && nesting !== undefined
          ? naturalId(unnamed, nesting)
          : `${kindSpecs[kind].prefix}:${slug}`;
      return { id, ...unnamed };
    });
}

/** Evidence on a field that its fact can have, with a value that the field can have. */
function evidence(): fc.Arbitrary<Record<string, FieldValue>> {
  const fact = fc.constantFrom(...FACT_KINDS).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      id: idOf([kind]),
      field: fc.constantFrom(...Object.keys(kindSpecs[kind].fields)),
    }),
  );
  const rest = fc.record(
    {
      source: idOf(["Source"]),
      stance: fc.constantFrom("SUPPORTS", "DISPUTES"),
      locator: text,
      note: text,
      asOf: fc.constantFrom(...DATES),
    },
    { requiredKeys: ["source", "stance"] },
  );
  return fact.chain(({ kind, id, field }) => {
    const spec = fieldSpec(kind, field);
    const isNumber = spec?.type === "float" || spec?.type === "fraction";
    const value = spec !== undefined && isNumber ? valueOf(spec) : fc.constant(undefined);
    return fc
      .record({ rest, value, isWhole: fc.boolean() })
      .map(({ rest: drawn, value: found, isWhole }): Record<string, FieldValue> => {
        if (isWhole) return { fact: id, ...drawn };
        return { fact: id, field, ...(found === undefined ? {} : { value: found }), ...drawn };
      });
  });
}

const THINGS: readonly Kind[] = [
  "Contract",
  "Facility",
  "Component",
  "Partnership",
  "Event",
  "Place",
  "Claim",
  "MarketEstimate",
];
const HANGING: readonly Kind[] = ["Evidence", "Evidence", "Milestone", "MarketMember", ...RELATIONSHIP_KINDS];

/** The records of a small dataset, each id once; they keep the types of their fields, not the rules of a dataset. */
export const randomRecords: fc.Arbitrary<readonly GraphRecord[]> = fc
  .tuple(
    fc.array(fc.constantFrom(...THINGS).chain(recordOf), { maxLength: 6 }),
    fc.array(fc.constantFrom(...HANGING, ...KINDS).chain(recordOf), { maxLength: 14 }),
  )
  .map(([things, others]) => [
    ...new Map([...things, ...others].map((record) => [record.id, record])).values(),
  ]);
