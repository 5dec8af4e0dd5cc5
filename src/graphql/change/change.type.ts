import { Field, ID, ObjectType } from "type-graphql";
import type { Change } from "../../domain/change-set.ts";
import type { FieldValue } from "../../domain/field.ts";
import { enumOf } from "../kind/enum-of.ts";
import { DateTimeScalar } from "../scalars/date-time.scalar.ts";
import { JsonScalar } from "../scalars/json.scalar.ts";

const actionEnum = enumOf({
  name: "ChangeAction",
  description: "What was done to a record.",
  values: { ADDED: "It was added.", CHANGED: "It was changed.", REMOVED: "It was removed." },
});

@ObjectType("FieldChange", { description: "One field before and after a change.", simpleResolvers: true })
export class FieldChangeType {
  @Field(() => String, { description: "The field, or from or to." })
  readonly field!: string;

  @Field(() => JsonScalar, { nullable: true, description: "Its value before; null when it had none." })
  readonly before!: FieldValue | null;

  @Field(() => JsonScalar, { nullable: true, description: "Its value after; null when it has none." })
  readonly after!: FieldValue | null;
}

/** What a change and a revision tell alike. */
@ObjectType({ simpleResolvers: true })
abstract class LogEntryType {
  @Field(() => String, { description: "The version of the graph that it made." })
  readonly version!: string;

  @Field(() => String, { description: "The change set that it was part of." })
  readonly changeSet!: string;

  @Field(() => String, { description: "Who made it." })
  readonly author!: string;

  @Field(() => String, { description: "Why." })
  readonly message!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at!: string;

  @Field(() => actionEnum, { description: "What was done." })
  readonly action!: string;

  @Field(() => [FieldChangeType], {
    description: "The fields that differ, by name; at most as many as the kind has.",
  })
  readonly fields!: readonly FieldChangeType[];
}

@ObjectType("Change", { description: "One record as one change set left it.", simpleResolvers: true })
export class ChangeType extends LogEntryType {
  @Field(() => ID, { description: "The record's id." })
  readonly recordId!: string;
}

@ObjectType("Revision", { description: "One change of one record.", simpleResolvers: true })
export class RevisionType extends LogEntryType {}

/** The log entry of the store as the API tells it. */
export function toChange({ id, before, after, ...entry }: Change): ChangeType {
  const { version, changeSet, author, message, at } = entry;
  const action = before === undefined ? "ADDED" : after === undefined ? "REMOVED" : "CHANGED";
  return {
    version,
    changeSet,
    author,
    message,
    at,
    action,
    recordId: id,
    fields: fieldChanges(before, after),
  };
}

function fieldChanges(before: Change["before"], after: Change["after"]): FieldChangeType[] {
  const [old, young] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...young.keys()])].toSorted().flatMap((field) => {
    const change = { field, before: old.get(field) ?? null, after: young.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

function valuesOf(record: Change["before"]): ReadonlyMap<string, FieldValue> {
  if (record === undefined) return new Map();
  const { from, to, fields } = record;
  const ends = Object.entries({ from, to }).flatMap(([end, id]) =>
    id === undefined ? [] : [[end, id] as const],
  );
  return new Map([...ends, ...Object.entries(fields)]);
}
