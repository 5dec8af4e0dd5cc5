import type { FieldSpec, FieldType } from "../domain/field.ts";
import { KINDS, type Kind } from "../domain/kind-names.ts";
import { fieldSpec, isRelationshipKind, kindSpecs } from "../domain/kinds.ts";
import type { Vocabulary } from "../domain/vocabulary.ts";
import { CURRENCIES } from "./currencies.ts";
import { MANIFEST_FIELDS } from "./manifest.ts";
import { nestingsUnder, NESTINGS, type Nesting } from "./nesting.ts";

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const SLUG = "[a-z0-9]+(?:-+[a-z0-9]+)*";
const DATE_PATTERN = "^\\d{4}(?:-\\d{2}(?:-\\d{2})?|-Q[1-4]|-H[12]|-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2})?$";
const PERCENT_PATTERN = "^\\d+(?:\\.\\d+)?\\s*%$";

/**
 * The JSON Schema of a dataset file, made of the domain: editors complete and check with it. It says what a file by itself can say;
 * references, sums and dates against each other are the business of `chokepoint validate`.
 */
export function datasetJsonSchema(): JsonSchema {
  const sections = KINDS.map((kind) => [kindSpecs[kind].section, sectionSchema(kind)] as const);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Chokepoint dataset file",
    description: "Curated facts: sections of entries. The file dataset.yaml holds the manifest alone.",
    type: ["object", "null"],
    additionalProperties: false,
    properties: { dataset: reference("manifest"), ...Object.fromEntries(sections) },
    definitions: {
      manifest: manifestSchema(),
      ...Object.fromEntries(KINDS.map((kind) => [kind, entrySchema(kind)])),
      ...Object.fromEntries(NESTINGS.flatMap(nestedDefinitions)),
      date: {
        description: "2026, 2026-05, 2026-05-12, 2026-Q1, 2026-H2, or two days as first/last.",
        anyOf: [
          { type: "integer", minimum: 1000, maximum: 9999 },
          { type: "string", pattern: DATE_PATTERN },
        ],
      },
      share: {
        description: "A share: 62 %, or 0.62.",
        anyOf: [
          { type: "number", minimum: 0, maximum: 1 },
          { type: "string", pattern: PERCENT_PATTERN },
        ],
      },
      currency: { description: "A currency of ISO 4217.", enum: [...CURRENCIES] },
      ...Object.fromEntries(vocabularies().map((words) => [words.name, wordSchema(words)])),
    },
  };
}

function reference(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

function manifestSchema(): JsonSchema {
  const fields = Object.entries(MANIFEST_FIELDS).map(([field, description]) => [
    field,
    { type: "string", minLength: 1, description },
  ]);
  return {
    description: "What a dataset says of itself.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(fields) as JsonSchema,
    required: Object.keys(MANIFEST_FIELDS),
  };
}

function sectionSchema(kind: Kind): JsonSchema {
  return { description: kindSpecs[kind].description, type: ["array", "null"], items: reference(kind) };
}

/** An entry of a section. */
function entrySchema(kind: Kind): JsonSchema {
  const ends = isRelationshipKind(kind) ? ["from", "to"] : [];
  return {
    description: kindSpecs[kind].description,
    type: "object",
    additionalProperties: false,
    properties: {
      id: idSchema(kind),
      ...endSchemas(kind, ends),
      ...fieldSchemas(kind),
      ...nestedLists(kind),
    },
    required: ["id", ...ends, ...requiredFields(kind, [])],
  };
}

function idSchema(kind: Kind): JsonSchema {
  const { prefix } = kindSpecs[kind];
  return {
    description: "Minted once, never changed, never used again.",
    type: "string",
    pattern: `^${prefix}:${SLUG}$`,
  };
}

function endSchemas(kind: Kind, ends: readonly string[]): JsonSchema {
  const spec = kindSpecs[kind];
  const described = ends.map((end) => [
    end,
    {
      description: end === "from" ? "Where it starts." : "Where it ends.",
      ...idOf(end === "from" ? spec.from : spec.to),
    },
  ]);
  return Object.fromEntries(described) as JsonSchema;
}

function fieldSchemas(kind: Kind): JsonSchema {
  const fields = Object.entries(kindSpecs[kind].fields).map(([field, spec]) => {
    const value = kind === "Evidence" && field === "value" ? evidenceValue() : valueSchema(spec);
    return [field, { description: describe(spec), ...value }];
  });
  return Object.fromEntries(fields) as JsonSchema;
}

function describe({ description, unit }: FieldSpec): string {
  return unit === undefined ? description : `${description} In ${unit}.`;
}

/** The value of evidence on a share may be written as one. */
function evidenceValue(): JsonSchema {
  return { anyOf: [{ type: "number" }, { type: "string", pattern: PERCENT_PATTERN }] };
}

function valueSchema(spec: FieldSpec): JsonSchema {
  if (spec.list === true) return { type: "array", minItems: 1, items: scalarSchema(spec) };
  return scalarSchema(spec);
}

function scalarSchema(spec: FieldSpec): JsonSchema {
  return SCALARS[spec.type](spec);
}

const text = (): JsonSchema => ({ type: "string", minLength: 1 });

const SCALARS: Readonly<Record<FieldType, (spec: FieldSpec) => JsonSchema>> = {
  ref: ({ kinds }) => idOf(kinds),
  word: ({ vocabulary }) => ({ allOf: [reference(vocabulary?.name ?? "")] }),
  date: () => ({ allOf: [reference("date")] }),
  currency: () => ({ allOf: [reference("currency")] }),
  fraction: () => ({ allOf: [reference("share")] }),
  boolean: () => ({ type: "boolean" }),
  int: (spec) => ({ type: "integer", ...bounds(spec) }),
  float: (spec) => ({ type: "number", ...bounds(spec) }),
  url: () => ({ type: "string", pattern: "^https?://" }),
  string: text,
  text,
};

function bounds({ min, max }: FieldSpec): JsonSchema {
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function idOf(kinds: readonly Kind[] | undefined): JsonSchema {
  const prefixes = (kinds ?? KINDS).map((kind) => kindSpecs[kind].prefix);
  return { type: "string", pattern: `^(?:${prefixes.join("|")}):${SLUG}$` };
}

function requiredFields(kind: Kind, filled: readonly string[]): string[] {
  return Object.entries(kindSpecs[kind].fields).flatMap(([field, spec]) =>
    spec.required === true && !filled.includes(field) ? [field] : [],
  );
}

function nestedLists(kind: Kind): JsonSchema {
  const lists = nestingsUnder(kind).map((nesting) => [
    nesting.key,
    { description: nesting.description, type: ["array", "null"], items: reference(definitionName(nesting)) },
  ]);
  return Object.fromEntries(lists) as JsonSchema;
}

/** The same key means another thing inside another kind: `members`, `partOf`. */
function definitionName({ key, under }: Nesting): string {
  return under.length === 1 ? `${under[0]}.${key}` : key;
}

function nestedDefinitions(nesting: Nesting): [string, JsonSchema][] {
  return [[definitionName(nesting), nestedSchema(nesting)]];
}

/** A nested entry: a mapping, or the id of the other end alone. */
function nestedSchema(nesting: Nesting): JsonSchema {
  const { kind, other, parent, defaults = {} } = nesting;
  const filled = [
    parent,
    "confidence",
    ...Object.keys(defaults),
    ...(other === undefined ? [] : [other.field]),
  ];
  const fields = Object.fromEntries(Object.entries(fieldSchemas(kind)).filter(([field]) => field !== parent));
  const names = other === undefined ? {} : otherSchemas(nesting);
  const mapping = {
    type: "object",
    additionalProperties: false,
    properties: { id: idSchema(kind), ...fields, ...names, ...nestedLists(kind) },
    required: requiredFields(kind, filled),
    ...(other === undefined ? {} : { anyOf: Object.keys(names).map((name) => ({ required: [name] })) }),
  };
  if (other === undefined) return { description: kindSpecs[kind].description, ...mapping };
  return { description: kindSpecs[kind].description, anyOf: [otherId(nesting), mapping] };
}

/** The names under which a mapping may write the other end: that of its field, and those that say what it is. */
function otherSchemas(nesting: Nesting): JsonSchema {
  const field = nesting.other?.field ?? "to";
  const names = Object.entries(nesting.other?.names ?? {}).map(([name, kinds]) => [
    name,
    { description: "The other end.", ...idOf(kinds ?? undefined) },
  ]);
  const described = { description: fieldSpec(nesting.kind, field)?.description ?? "The other end." };
  return { [field]: { ...described, ...otherId(nesting) }, ...(Object.fromEntries(names) as JsonSchema) };
}

function otherId({ kind, other }: Nesting): JsonSchema {
  const spec = kindSpecs[kind];
  const field = other?.field ?? "to";
  if (field === "from") return idOf(spec.from);
  return field === "to" ? idOf(spec.to) : idOf(fieldSpec(kind, field)?.kinds);
}

function vocabularies(): Vocabulary[] {
  const words = KINDS.flatMap((kind) =>
    Object.values(kindSpecs[kind].fields).flatMap(({ vocabulary }) =>
      vocabulary === undefined ? [] : [vocabulary],
    ),
  );
  return [...new Map(words.map((vocabulary) => [vocabulary.name, vocabulary])).values()];
}

function wordSchema({ description, values }: Vocabulary): JsonSchema {
  return { description, enum: Object.keys(values), enumDescriptions: Object.values(values) };
}
