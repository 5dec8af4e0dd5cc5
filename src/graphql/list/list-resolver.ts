import type { GraphQLResolveInfo } from "graphql";
import { Resolver } from "type-graphql";
import type { Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { PAGE_ARGUMENTS, walkPage } from "../connection/page-arguments.ts";
import { selectsField } from "../connection/selects-field.ts";
import type { RequestContext } from "../context.ts";
import { filterInputOf, toFieldFilters } from "../filter/filter-input.ts";
import { orderInputOf, toOrder } from "../filter/order-input.ts";
import type { ArgumentDefinition, FieldArguments } from "../kind/define-field.ts";
import { graphqlName } from "../kind/graphql-name.ts";
import { declaredClass } from "../kind/declared-class.ts";
import { nodeClassOf, toNode, type RecordNode } from "../kind/record-node.ts";
import { primeRecords } from "../loaders/record-loader.ts";
import { defineQuery } from "./define-query.ts";

/** The resolver of the list of a kind: `companies(filter, orderBy, first, after, last, before)`. */
export function listResolverOf(kind: Kind, queryName: string): Function {
  const connection = connectionOf(graphqlName(kind), () => nodeClassOf(kind));
  const ListResolver = declaredClass();
  Resolver()(ListResolver);
  defineQuery(ListResolver, {
    name: queryName,
    type: () => connection,
    description: `${kindSpecs[kind].description} All of them, or those that the filter lets through; by id unless ordered.`,
    nullable: false,
    arguments: listArguments(kind),
    resolve: (args, context, info) => listPage(kind, args, context, info),
  });
  return ListResolver;
}

function listArguments(kind: Kind): readonly ArgumentDefinition[] {
  const filter = filterInputOf(kind);
  const order = orderInputOf(kind);
  return [
    { name: "filter", type: () => filter, description: "Conditions; absent: all." },
    { name: "orderBy", type: () => order, description: "Order; absent: by id." },
    ...PAGE_ARGUMENTS,
  ];
}

async function listPage(
  kind: Kind,
  args: FieldArguments,
  { store, loaders }: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<RecordNode>> {
  const { page, backwards } = walkPage(args);
  const order = toOrder(kind, args["orderBy"] as object | undefined);
  const found = await store.list({
    kind,
    filters: toFieldFilters(kind, args["filter"] as object | undefined),
    page,
    backwards,
    counts: selectsField(info, "totalCount"),
    ...(order === undefined ? {} : { order }),
  });
  primeRecords(loaders.record, found.items);
  const hasCursor = page.after !== undefined;
  const { items, cursors, hasMore, totalCount } = found;
  return toConnection(
    {
      items,
      cursors,
      hasNextPage: backwards ? hasCursor : hasMore,
      hasPreviousPage: backwards ? hasMore : hasCursor,
      ...(totalCount === undefined ? {} : { totalCount }),
    },
    toNode,
  );
}
