import type { FieldSpec, FieldValue } from "../../src/domain/field.ts";
import { KINDS, type Kind } from "../../src/domain/kind-names.ts";
import { isRelationshipKind, kindOfPrefix, kindSpecs } from "../../src/domain/kinds.ts";
import { idPrefix } from "../../src/domain/ids.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { Dice } from "./dice.ts";

/** Texts on which stores like to differ: case, marks, ligatures, spaces, the last of the basic plane and what lies above it. */
const TEXTS = [
  "a",
  "A",
  "á",
  "B",
  "ab",
  "a b",
  " a  b ",
  "é",
  "\u0301",
  "ﬀ",
  "ff",
  "ÿ",
  "Z",
  "z",
  "10",
  "9",
  "日本",
  "\uffee",
  "\uffff",
  "\u{1f600}",
  "\u{10ffff}",
  "\ue000",
  "AT&T",
  "T-glass",
  "`;'\"\\ $x {y}\n\t",
];
const NUMBERS = [0, 1, 2, 10, 9.5, -1, -9.5, 0.1, 0.3, 1e-300, 9007199254740991, -9007199254740991];
const FRACTIONS = [0, 0.1, 0.25, 0.62, 1];
const DATES = ["2024", "2025", "2025-05", "2025-05-01", "2025-05-12", "2025-04-01/2025-06-30", "2026-01-01"];
const VALUES: Readonly<
  Record<Exclude<FieldSpec["type"], "ref" | "word">, readonly (string | number | boolean)[]>
> = {
  string: TEXTS,
  text: TEXTS,
  url: ["https://example.org/1", "https://example.org/2"],
  int: [0, 1, -1, 10, 9007199254740991],
  float: NUMBERS,
  fraction: FRACTIONS,
  boolean: [true, false],
  date: DATES,
  currency: ["USD", "EUR"],
};
const SLUGS = ["a", "b", "c", "a-b", "a--b", "z", "a1"];

const THINGS: readonly Kind[] = [
  "Company",
  "Component",
  "Contract",
  "Facility",
  "Place",
  "Publisher",
  "Source",
  "Event",
];
/** What hangs on other records in the most ways comes more often. */
const OFTEN: readonly Kind[] = [
  "Evidence",
  "Observation",
  "Claim",
  "MarketEstimate",
  "MarketMember",
  "ABOUT",
];
const ALL: readonly Kind[] = [...KINDS, ...OFTEN, ...OFTEN, ...OFTEN];

/** A random record of a random kind, which mostly refers to records that exist; null when none of a needed kind does. */
export function randomRecord(dice: Dice, existing: readonly string[]): GraphRecord | null {
  // Things first: a graph of relationships alone can't be built.
  const kind = dice.pick(existing.length < 8 || dice.once(4) ? THINGS : ALL);
  const spec = kindSpecs[kind];
  const reference = (kinds: readonly Kind[] | undefined): string | null => randomId(dice, existing, kinds);
  const ends = isRelationshipKind(kind) ? { from: reference(spec.from), to: reference(spec.to) } : {};
  if (ends.from === null || ends.to === null) return null;
  const fields: Record<string, FieldValue> = {};
  for (const [field, fieldSpec] of Object.entries(spec.fields)) {
    if (fieldSpec.required !== true && !dice.once(3)) continue;
    const value = randomValue(dice, fieldSpec, reference);
    if (value !== null) fields[field] = value;
    else if (fieldSpec.required === true) return null;
  }
  return { id: `${spec.prefix}:${dice.pick(SLUGS)}`, kind, ...(ends as { from?: string }), fields };
}

function randomId(
  dice: Dice,
  existing: readonly string[],
  kinds: readonly Kind[] | undefined,
): string | null {
  if (dice.once(40)) return `${kindSpecs[dice.pick(kinds ?? KINDS)].prefix}:${dice.pick(SLUGS)}`;
  const fitting = existing.filter((id) => {
    const kind = kindOfPrefix(idPrefix(id));
    return kind !== undefined && (kinds === undefined || kinds.includes(kind));
  });
  return fitting.length === 0 ? null : dice.pick(fitting);
}

type Reference = (kinds: readonly Kind[] | undefined) => string | null;

function randomValue(dice: Dice, spec: FieldSpec, reference: Reference): FieldValue | null {
  if (spec.list !== true) return randomScalar(dice, spec, reference);
  const values = Array.from({ length: 1 + dice.below(3) }, () => randomScalar(dice, spec, reference));
  return values.includes(null) ? null : (values as string[]);
}

function randomScalar(dice: Dice, spec: FieldSpec, reference: Reference): string | number | boolean | null {
  if (spec.type === "ref") return reference(spec.kinds);
  if (spec.type === "word") return dice.pick(Object.keys(spec.vocabulary?.values ?? {}).slice(0, 3));
  const value = dice.pick(VALUES[spec.type]);
  return typeof value === "number" ? clamp(value, spec) : value;
}

function clamp(value: number, { min = -Infinity, max = Infinity }: FieldSpec): number {
  return Math.min(Math.max(value, min), max);
}
