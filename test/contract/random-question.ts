import { KINDS, RELATIONSHIP_KINDS, type Kind } from "../../src/domain/kind-names.ts";
import { kindSpecs, REFERENCE_LINKS } from "../../src/domain/kinds.ts";
import type { FieldSpec } from "../../src/domain/field.ts";
import { textField, type StoredRecord } from "../../src/domain/record.ts";
import type { FieldFilter, Order } from "../../src/store/graph-store.ts";
import {
  adjacentQuestion,
  changesQuestion,
  evidenceQuestion,
  factsQuestion,
  historyQuestion,
  identifierQuestion,
  listQuestion,
  logQuestion,
  recordsQuestion,
  wholeQuestion,
  type Question,
} from "./answer.ts";
import type { Dice } from "./dice.ts";

const LINKS = [...new Set(REFERENCE_LINKS.map(({ name }) => name))];
const DAYS = ["2024-06-30", "2025-01-01", "2025-05-01", "2025-05-12", "2026-01-01"];

/** One random read, over what the graph holds and a little that it does not. */
export function randomQuestion(dice: Dice, records: readonly StoredRecord[]): Question {
  const ids = [...records.map(({ id }) => id), "company:none", "stake:none", "no id"];
  const first = dice.pick([1, 2, 3, 100]);
  switch (dice.below(16)) {
    case 0:
      return recordsQuestion(dice.some(ids, 6));
    case 1:
      return evidenceQuestion(dice.some([...ids, ...values(records, "fact"), ...values(records, "fact")], 6));
    case 2:
      return factsQuestion(dice.some([...values(records, "source"), "source:none"], 3), first);
    case 3:
      return identifierQuestion([randomIdentifier(dice, records), { scheme: "LEI", value: "none" }]);
    case 4:
      return changesQuestion(dice.below(12), dice.pick([1, 5, 1000]));
    case 5:
      return historyQuestion(dice.pick(ids), first);
    case 6:
      return dice.once(2) ? wholeQuestion() : logQuestion("2020-01-01", "2100-01-01T00:00:00Z", first);
    case 7:
    case 8:
    case 9:
      return randomAdjacent(dice, ids, first);
    default:
      return randomList(dice, records, first);
  }
}

/** The values of a text field, as often as records have them. */
function values(records: readonly StoredRecord[], field: string): string[] {
  return records.flatMap((record) => textField(record, field) ?? []);
}

function randomAdjacent(dice: Dice, ids: readonly string[], first: number): Question {
  const direction = dice.once(2) ? "OUT" : "IN";
  const all: readonly string[] = direction === "OUT" ? RELATIONSHIP_KINDS : [...RELATIONSHIP_KINDS, ...LINKS];
  const types = dice.once(4) ? all : dice.some(all, 3);
  const order: Order | null = dice.once(2)
    ? { field: dice.pick(["date", "asOf", "period", "title", "name"]), direction: dice.pick(["ASC", "DESC"]) }
    : null;
  return adjacentQuestion({
    ids: dice.some(ids, 4),
    direction,
    types: [...new Set(types)],
    page: { first },
    ...(order === null ? {} : { order }),
    ...(dice.once(2) ? { counts: true } : {}),
  });
}

function randomList(dice: Dice, records: readonly StoredRecord[], first: number): Question {
  const kind = records.length === 0 || dice.once(8) ? dice.pick(KINDS) : dice.pick(records).kind;
  const fields = Object.entries(kindSpecs[kind].fields);
  const sortable = fields.filter(([, spec]) => spec.sort === true).map(([field]) => field);
  const filterable = fields.filter(([, spec]) => spec.filter === true);
  const ranged = filterable.filter(([, spec]) => spec.type === "date" || spec.type === "float");
  const order =
    sortable.length > 0 && !dice.once(3)
      ? { order: { field: dice.pick(sortable), direction: dice.pick(["ASC", "DESC"] as const) } }
      : {};
  const filters =
    filterable.length === 0
      ? []
      : dice
          .some([...filterable, ...ranged, ...ranged, ...ranged], 2)
          .map(([field, spec]) => randomFilter(dice, field, spec, kind, records));
  return listQuestion({
    kind,
    filters,
    ...order,
    page: { first },
    ...(dice.once(3) ? { backwards: true } : {}),
    ...(dice.once(2) ? { counts: true } : {}),
  });
}

function randomFilter(
  dice: Dice,
  field: string,
  spec: FieldSpec,
  kind: Kind,
  records: readonly StoredRecord[],
): FieldFilter {
  if (spec.type === "date" && dice.once(2)) return { field, ...randomBounds(dice, DAYS) };
  if (spec.type === "float" && dice.once(2)) return { field, ...randomBounds(dice, [-1, 0, 0.1, 5, 10]) };
  const known = records.flatMap((record) => (record.kind === kind ? (record.fields[field] ?? []) : []));
  const strange = spec.type === "boolean" ? true : spec.type === "float" ? 0.3 : "strange";
  return { field, in: dice.some([...known, strange], 3) };
}

function randomBounds<T>(dice: Dice, bounds: readonly T[]): { readonly min?: T; readonly max?: T } {
  return {
    ...(dice.once(3) ? {} : { min: dice.pick(bounds) }),
    ...(dice.once(3) ? {} : { max: dice.pick(bounds) }),
  };
}

function randomIdentifier(
  dice: Dice,
  records: readonly StoredRecord[],
): { readonly scheme: string; readonly value: string } {
  const carried = records.flatMap(({ kind, fields }) =>
    Object.entries(kindSpecs[kind].fields).flatMap(([field, { identifier }]) =>
      identifier === undefined || fields[field] === undefined
        ? []
        : [fields[field]].flat().map((value) => ({ scheme: identifier, value: String(value).toUpperCase() })),
    ),
  );
  return carried.length === 0 ? { scheme: "CIK", value: "0" } : dice.pick(carried);
}
