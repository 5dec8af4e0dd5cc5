import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { queryCost } from "./query-cost.ts";

type Values = Readonly<Record<string, unknown>>;
type CostOf = typeof queryCost;

/** How many prices of one document are remembered: it may be asked with pages of many sizes. */
const REMEMBERED_PRICES = 100;

/**
 * As `queryCost`, remembering what a document cost with variables of the same sizes: clients ask the same few documents again and
 * again, and the server keeps them parsed. To be used with one schema.
 */
export function rememberedCost(costOf: CostOf = queryCost): CostOf {
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Values,
  ) => {
    const prices = known.get(document) ?? new Map<string, number>();
    known.set(document, prices);
    const key = keyOf(document, operation, variables);
    const price = prices.get(key) ?? costOf(schema, document, operation, variables);
    // Nothing is also the price of variables that do not fit, and others of the same sizes may.
    if (price === 0) return price;
    if (prices.size >= REMEMBERED_PRICES) prices.clear();
    prices.set(key, price);
    return price;
  };
}

function keyOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Values): string {
  const sizes = Object.entries(variables).map(([name, value]) => [name, sizeOf(value)]);
  return JSON.stringify([document.definitions.indexOf(operation), sizes]);
}

/** What of a value a price can depend on: a number, a switch, whether there is one, the length of a list. */
function sizeOf(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return Array.isArray(value) ? [value.length] : typeof value;
}
