import { Field, ID, InputType } from "type-graphql";
import { LimitExceededError } from "../../domain/errors.ts";
import type { FieldSpec } from "../../domain/field.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind, kindSpecs } from "../../domain/kinds.ts";
import { isNumeric } from "../../store/field-keys.ts";
import type { FieldFilter, FilterValue } from "../../store/graph-store.ts";
import { declaredClass, type DeclaredClass } from "../kind/declared-class.ts";
import type { TypeValue } from "../kind/define-field.ts";
import { outputType } from "../kind/field-type.ts";
import { graphqlName } from "../kind/graphql-name.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { DateRangeInput, NumberRangeInput } from "./range-inputs.ts";

/** Most values that one condition may list. */
const MAX_VALUES = 100;

const filterByKind = new Map<Kind, DeclaredClass>();

/** The input that filters a list of a kind, with a condition for each field that the domain lets filter by; made once. */
export function filterInputOf(kind: Kind): DeclaredClass {
  const known = filterByKind.get(kind);
  if (known !== undefined) return known;
  const FilterInput = declaredClass();
  InputType(`${graphqlName(kind)}Filter`, { description: "Conditions that must all hold." })(FilterInput);
  for (const [name, spec] of filterFields(kind)) {
    Field(conditionType(spec) as () => Function, { nullable: true, description: describeCondition(spec) })(
      FilterInput.prototype,
      name,
    );
  }
  if (isRelationshipKind(kind)) defineAsOf(FilterInput.prototype);
  filterByKind.set(kind, FilterInput);
  return FilterInput;
}

/** Adds the condition on validity, which relationships have beside those of their fields. */
export function defineAsOf(prototype: object): void {
  Field(() => DateScalar, {
    nullable: true,
    description: "Only what holds, or may hold, on this day; default: of all time.",
  })(prototype, "asOf");
}

/** The conditions that a client gave, as the store takes them. Throws LimitExceededError for too long a list of values. */
export function toFieldFilters(kind: Kind, filter: object | null | undefined): FieldFilter[] {
  const given = new Map(Object.entries(filter ?? {}));
  return filterFields(kind).flatMap(([name, spec]) => {
    const value: unknown = given.get(name);
    return value === undefined || value === null ? [] : [condition(name, spec, value)];
  });
}

function filterFields(kind: Kind): [string, FieldSpec][] {
  return Object.entries(kindSpecs[kind].fields).filter(([, spec]) => spec.filter === true);
}

function conditionType(spec: FieldSpec): () => TypeValue {
  if (isNumeric(spec)) return () => NumberRangeInput;
  if (spec.type === "date") return () => DateRangeInput;
  if (spec.type === "boolean") return () => Boolean;
  if (spec.type === "ref") return () => [ID];
  const value = outputType(spec);
  return () => [value()];
}

function describeCondition(spec: FieldSpec): string {
  return `${spec.description} ${conditionRule(spec)}`;
}

function conditionRule(spec: FieldSpec): string {
  if (isNumeric(spec) || spec.type === "date") return "Within these bounds; what is not known never is.";
  if (spec.type === "boolean") return "What is not stated is neither true nor false.";
  return `One of these${spec.type === "ref" ? " ids" : ""}, at most ${MAX_VALUES}.`;
}

function condition(field: string, spec: FieldSpec, value: unknown): FieldFilter {
  if (isNumeric(spec)) {
    const { min, max } = value as NumberRangeInput;
    return { field, ...bounds(min, max) };
  }
  if (spec.type === "date") {
    const { from, to } = value as DateRangeInput;
    return { field, ...bounds(from, to) };
  }
  return { field, in: valueList(field, Array.isArray(value) ? value : [value]) };
}

function valueList(field: string, values: readonly unknown[]): readonly FilterValue[] {
  if (values.length > MAX_VALUES) {
    throw new LimitExceededError(`filter.${field}`, values.length, MAX_VALUES, "ask in several requests");
  }
  return values as readonly FilterValue[];
}

function bounds<Bound>(
  min: Bound | null | undefined,
  max: Bound | null | undefined,
): { min?: Bound; max?: Bound } {
  return { ...(isGiven(min) ? { min } : {}), ...(isGiven(max) ? { max } : {}) };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}
