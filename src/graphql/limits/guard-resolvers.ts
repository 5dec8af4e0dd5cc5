import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { RequestBudget } from "./request-budget.ts";

/** What the guarded resolvers need of a request's context. */
export interface BudgetContext {
  readonly budget: RequestBudget;
}

const guarded = new WeakSet<GraphQLSchema>();

/**
 * Makes every resolver that gives objects end when the budget of its request is spent: it is not started any more, and one that
 * waits is no longer waited for. A write that has begun is waited for: its caller must learn how it ended.
 */
export function guardResolvers(schema: GraphQLSchema): GraphQLSchema {
  if (guarded.has(schema)) return schema;
  guarded.add(schema);
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) guardField(field, type === mutation);
  }
  return schema;
}

function guardField(field: GraphQLField<unknown, BudgetContext>, isWrite: boolean): void {
  const { resolve } = field;
  if (resolve === undefined || !isCompositeType(getNamedType(field.type))) return;
  const guardedResolve: GraphQLFieldResolver<unknown, BudgetContext> = (source, args, context, info) => {
    const { budget } = context;
    budget.check();
    const result: unknown = resolve(source, args, context, info);
    return result instanceof Promise && !isWrite ? budget.race(result) : result;
  };
  field.resolve = guardedResolve;
}
