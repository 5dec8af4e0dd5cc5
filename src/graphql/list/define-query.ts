import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Query } from "type-graphql";
import type { RequestContext } from "../context.ts";
import {
  defineArgument,
  type FieldArguments,
  type FieldDefinition,
  type FieldTarget,
} from "../kind/define-field.ts";

export type QueryDefinition = Omit<FieldDefinition, "resolve"> & {
  readonly resolve: (args: FieldArguments, context: RequestContext, info: GraphQLResolveInfo) => unknown;
};

/** Gives a resolver class a query, as the decorators would on a method. */
export function defineQuery(target: FieldTarget, query: QueryDefinition): void {
  const { name, description, nullable, resolve } = query;
  const args = query.arguments ?? [];
  const value = (...given: readonly unknown[]): unknown => {
    const named = Object.fromEntries(args.map((argument, index) => [argument.name, given[index]]));
    return resolve(named, given[args.length] as RequestContext, given[args.length + 1] as GraphQLResolveInfo);
  };
  const descriptor = { configurable: true, value };
  Object.defineProperty(target.prototype, name, descriptor);
  for (const [index, argument] of args.entries()) defineArgument(target.prototype, name, index, argument);
  Ctx()(target.prototype, name, args.length);
  Info()(target.prototype, name, args.length + 1);
  Query(query.type as () => Function, { description, nullable })(target.prototype, name, descriptor);
}
