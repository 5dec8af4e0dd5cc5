import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LimitExceededError } from "../../domain/errors.ts";
import { collectFields, type FieldGroups } from "./collect-fields.ts";
import {
  INTROSPECTION_FACTOR,
  LEAF_PRICE,
  OBJECT_PRICE,
  PAGE_SIZE,
  PLAIN_LIST_SIZE,
  PRICES,
  type FieldPrice,
  type PriceTable,
} from "./prices.ts";

/** Most fields that are priced in one request, fragments expanded: pricing itself must stay cheap. */
export const MAX_EXPANDED_FIELDS = 5_000;

type Values = Readonly<Record<string, unknown>>;
/** Lengths of lists that a field above has set, by coordinate. */
type Sizes = ReadonlyMap<string, number>;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Values;
  readonly prices: PriceTable;
  expanded: number;
}

/**
 * The price of an operation with its variables, before it is executed, in points of the table of prices, rounded up.
 * The document must be valid. Variables that do not fit cost nothing: execution refuses them.
 * Throws LimitExceededError when fragments expand to more than MAX_EXPANDED_FIELDS fields.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
  prices: PriceTable = PRICES,
): number {
  const root = schema.getRootType(operation.operation);
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (root === undefined || root === null || coerced.coerced === undefined) return 0;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const walk: Walk = { schema, fragments, variables: coerced.coerced, prices, expanded: 0 };
  const price = selectionPrice(walk, [operation.selectionSet], root, new Map());
  // Ten leaves are one point, whatever floating-point sums make of ten tenths.
  return Math.ceil(price - 1e-6);
}

/** The price of what is asked of one object: of an abstract type, the dearest of the types it can be. */
function selectionPrice(
  walk: Walk,
  selectionSets: Parameters<typeof collectFields>[1],
  parent: GraphQLCompositeType,
  sizes: Sizes,
): number {
  const { shared, byType } = collectFields(walk, selectionSets, parent);
  let dearest = 0;
  for (const [type, groups] of byType) {
    dearest = Math.max(dearest, groupsPrice(walk, groups, type, sizes));
  }
  return (
    dearest + [...shared].reduce((sum, [type, groups]) => sum + groupsPrice(walk, groups, type, sizes), 0)
  );
}

function groupsPrice(walk: Walk, groups: FieldGroups, parent: GraphQLCompositeType, sizes: Sizes): number {
  let price = 0;
  for (const nodes of groups.values()) price += fieldPrice(walk, nodes, parent, sizes);
  return price;
}

function fieldPrice(
  walk: Walk,
  nodes: readonly FieldNode[],
  parent: GraphQLCompositeType,
  sizes: Sizes,
): number {
  countField(walk);
  const [node] = nodes;
  const field = node === undefined ? undefined : fieldOf(walk.schema, parent, node.name.value);
  if (node === undefined || field === undefined) return LEAF_PRICE;
  const args = argumentsOf(field, node, walk.variables);
  // Refused by execution before its resolver runs.
  if (args === null) return LEAF_PRICE;
  const entry = priceEntry(walk.prices, parent, field.name);
  const type = getNamedType(field.type);
  const own = ownPrice(entry, args);
  if (!isCompositeType(type)) return own + LEAF_PRICE;
  const count = itemCount(field, parent, entry, args, sizes);
  const below = selectionPrice(
    walk,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    type,
    sizesBelow(field, type, entry, args, sizes, count),
  );
  const times = isListType(getNullableType(field.type)) ? count : 1;
  return (own + times * (OBJECT_PRICE + below)) * (parent.name.startsWith("__") ? 1 : factorOf(type.name));
}

function countField(walk: Walk): void {
  walk.expanded += 1;
  if (walk.expanded <= MAX_EXPANDED_FIELDS) return;
  throw new LimitExceededError(
    "number of fields with fragments expanded",
    walk.expanded,
    MAX_EXPANDED_FIELDS,
    "spread fewer fragments within fragments",
  );
}

/** Introspection is entered once, from outside: its factor is applied there. */
function factorOf(typeName: string): number {
  return typeName.startsWith("__") ? INTROSPECTION_FACTOR : 1;
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === "__schema" && parent === schema.getQueryType()) return SchemaMetaFieldDef;
  if (name === "__type" && parent === schema.getQueryType()) return TypeMetaFieldDef;
  return "getFields" in parent ? parent.getFields()[name] : undefined;
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Values,
): Values | null {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return null;
  }
}

function priceEntry(prices: PriceTable, parent: GraphQLCompositeType, field: string): FieldPrice {
  const interfaces = "getInterfaces" in parent ? parent.getInterfaces() : [];
  for (const type of [parent, ...interfaces]) {
    const entry = prices[`${type.name}.${field}`];
    if (entry !== undefined) return entry;
  }
  return {};
}

function ownPrice({ base = 0, perArgument = {} }: FieldPrice, args: Values): number {
  return Object.entries(perArgument).reduce(
    (sum, [name, price]) => sum + price * (amountOf(args[name]) ?? 0),
    base,
  );
}

/** A number argument by its value, a list by its length; nothing negative, so that no argument lowers a price. */
function amountOf(value: unknown): number | undefined {
  if (typeof value === "number") return Math.max(0, value);
  return Array.isArray(value) ? value.length : undefined;
}

/** How many items the field gives, at least 1: what is asked of none is still worked out once. */
function itemCount(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType,
  entry: FieldPrice,
  args: Values,
  sizes: Sizes,
): number {
  const isPaged = field.args.some(({ name }) => name === "first" || name === "last");
  const asked = Math.max(
    ...["first", "last", entry.sizeArgument ?? "first"].map((name) => amountOf(args[name]) ?? -1),
  );
  const set = asked < 0 ? sizes.get(`${parent.name}.${field.name}`) : asked;
  return Math.max(1, set ?? entry.size ?? (isPaged ? PAGE_SIZE : PLAIN_LIST_SIZE));
}

function sizesBelow(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLCompositeType,
  entry: FieldPrice,
  args: Values,
  sizes: Sizes,
  count: number,
): Sizes {
  const isConnection = type.name.endsWith("Connection") && !isListType(getNullableType(field.type));
  if (!isConnection && entry.sizesBelow === undefined) return sizes;
  const below = new Map(sizes);
  for (const [coordinate, argument] of Object.entries(entry.sizesBelow ?? {})) {
    const amount = amountOf(args[argument]);
    if (amount !== undefined) below.set(coordinate, amount);
  }
  if (isConnection) {
    below.set(`${type.name}.edges`, count);
    below.set(`${type.name}.nodes`, count);
  }
  return below;
}
