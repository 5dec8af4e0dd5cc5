import * as fc from "fast-check";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Picks one of some things. */
type Draw = <T>(choices: readonly T[]) => T;

/** Levels of selection below a root field. */
const DEPTH = 4;
const ODD_TEXTS = [
  "",
  " ",
  "company:nope",
  "§",
  "'; DROP",
  "1.6T",
  "x".repeat(3000),
  "\u0000",
  "日本電気硝子",
  "NaN",
  "__proto__",
  "\ud800",
  // Cursors of another list, and of none.
  "WyJjb21wYW55Om52aWRpYSJd",
  "eyJvZmZzZXQiOi0xfQ",
];
const INTEGERS = [1, 2, 3, 5, 20, 100, 0, -1, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 1.5, "7"];
const FLOATS = [0, 1, 0.5, -1, 1e300, 5e-324, "NaN", "Infinity"];
const DAYS = ["2026-11-25", "2025-06-30", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-30", "soon"];

/**
 * Any query that the schema allows, right in form and with whatever arguments: ids of the graph and none, days that are none, numbers
 * beyond every limit. Arguments go in variables, so that it is the server that judges them and not the validation of the document.
 */
export function randomOperation(
  schema: GraphQLSchema,
  ids: readonly string[],
): fc.Arbitrary<RandomOperation> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const composed = fc
    .infiniteStream(fc.nat())
    .map((numbers) =>
      compose(schema, roots, ids, (choices) => choices[nextOf(numbers) % choices.length] as never),
    );
  return fc.noShrink(composed);
}

function nextOf(numbers: Iterator<number>): number {
  const { value } = numbers.next() as { readonly value: number };
  return value;
}

function compose(
  schema: GraphQLSchema,
  roots: readonly GraphQLField<unknown, unknown>[],
  ids: readonly string[],
  draw: Draw,
): RandomOperation {
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  let aliases = 0;
  const argumentsOf = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(({ type }) => isNonNullType(type) || draw([true, false, false]));
    const texts = given.map(({ name, type }) => {
      const variable = `v${declarations.length}`;
      declarations.push(`$${variable}: ${String(type)}`);
      variables[variable] = valueOf(type, ids, draw);
      return `${name}: $${variable}`;
    });
    return texts.length === 0 ? "" : `(${texts.join(", ")})`;
  };
  const selectionOf = (type: GraphQLCompositeType, depth: number): string => {
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    const reachable = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    const count = draw([1, 2, 3, 5]);
    const chosen = reachable.length === 0 ? [] : Array.from({ length: count }, () => draw(reachable));
    // An alias for each: the same field with other arguments is another question.
    const texts = chosen.map((field) => `a${(aliases += 1)}: ${fieldOf(field, depth - 1)}`);
    if (isAbstractType(type) && depth > 0 && draw([true, false])) {
      const member = draw(schema.getPossibleTypes(type));
      texts.push(`... on ${member.name} ${selectionOf(member, depth - 1)}`);
    }
    return `{ ${["__typename", ...texts].join(" ")} }`;
  };
  const fieldOf = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${selectionOf(type, depth)}` : "";
    return `${field.name}${argumentsOf(field.args)}${below}`;
  };
  const body = Array.from(
    { length: draw([1, 1, 1, 2]) },
    (_, place) => `r${place}: ${fieldOf(draw(roots), DEPTH)}`,
  );
  const head = declarations.length === 0 ? "query" : `query(${declarations.join(", ")})`;
  return { query: `${head} { ${body.join(" ")} }`, variables };
}

function valueOf(type: GraphQLInputType, ids: readonly string[], draw: Draw): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, ids, draw);
  if (isListType(type)) {
    const length = draw([1, 1, 2, 3, 0, 101]);
    const one = draw([true, false, false]) ? valueOf(type.ofType, ids, draw) : undefined;
    return Array.from({ length }, () => one ?? valueOf(type.ofType, ids, draw));
  }
  if (isEnumType(type)) return draw(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || draw([true, false, false]),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, ids, draw)]));
  }
  switch (type.name) {
    case "ID":
      return draw([ids, ids, ids, ids, ODD_TEXTS].map((texts) => draw(texts)));
    case "Int":
      return draw(INTEGERS);
    case "Float":
      return draw(FLOATS);
    case "Boolean":
      return draw([true, false]);
    case "Date":
      return draw(DAYS);
    default:
      return draw([...ODD_TEXTS, ...DAYS, "NVIDIA"]);
  }
}
