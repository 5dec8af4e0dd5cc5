import type { GraphQLResolveInfo } from "graphql";
import type { Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { AdjacencyDirection } from "../../store/graph-store.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { FORWARD_ARGUMENTS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { selectsField } from "../connection/selects-field.ts";
import type { RequestContext } from "../context.ts";
import { filterInputOf, toFieldFilters } from "../filter/filter-input.ts";
import { hasOrder, orderInputOf, toOrder } from "../filter/order-input.ts";
import {
  defineField,
  type ArgumentDefinition,
  type FieldArguments,
  type FieldTarget,
} from "../kind/define-field.ts";
import { graphqlName } from "../kind/graphql-name.ts";
import { nodeClassOf, toNode, type RecordNode } from "../kind/record-node.ts";
import { adjacencyPage, type AdjacencyPageQuery } from "./adjacency-page.ts";

/** A field that follows one kind of relationship, or one link backwards, from the records of a kind. */
export interface AdjacencyField {
  readonly name: string;
  readonly description: string;
  readonly direction: AdjacencyDirection;
  /** What the store knows it by: a relationship kind or the name of a link. */
  readonly type: string;
  /** The kind of the items. */
  readonly kind: Kind;
}

/** Gives a type a connection over what hangs on it, with the conditions and orders that the domain gives its kind. */
export function defineAdjacency(target: FieldTarget, field: AdjacencyField): void {
  const { name, description, kind } = field;
  const type = connectionOf(graphqlName(kind), () => nodeClassOf(kind));
  defineField(target, {
    name,
    type: () => type,
    description,
    nullable: false,
    arguments: adjacencyArguments(kind),
    resolve: ({ record }, args, context, info) => connection(record, field, args, context, info),
  });
}

/** Gives a type a plain list of what hangs on it, for children that the dataset keeps to 100. */
export function defineBoundedAdjacency(target: FieldTarget, field: AdjacencyField): void {
  const { name, description, direction, type, kind } = field;
  const order = toOrder(kind, { field: "DATE", direction: "ASC" });
  defineField(target, {
    name,
    type: () => [nodeClassOf(kind)],
    description,
    nullable: false,
    resolve: async ({ record }, _args, { loaders }) => {
      const page = { first: MAX_PAGE_SIZE };
      const query = {
        id: record.id,
        direction,
        types: [type],
        page,
        ...(order === undefined ? {} : { order }),
      };
      return (await loaders.adjacency.load(query)).items.map(toNode);
    },
  });
}

/** `filter`, `orderBy` where the kind can be ordered, and the page. */
function adjacencyArguments(kind: Kind): readonly ArgumentDefinition[] {
  const filter = filterInputOf(kind);
  return [
    { name: "filter", type: () => filter, description: "Conditions; absent: all." },
    ...(hasOrder(kind) ? [orderArgument(kind)] : []),
    ...FORWARD_ARGUMENTS,
  ];
}

function orderArgument(kind: Kind): ArgumentDefinition {
  const order = orderInputOf(kind);
  return { name: "orderBy", type: () => order, description: "Order; absent: by id." };
}

async function connection(
  { id }: StoredRecord,
  { direction, type, kind }: AdjacencyField,
  args: FieldArguments,
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<RecordNode>> {
  const filter = args["filter"] as (object & { readonly asOf?: string | null }) | null | undefined;
  const order = toOrder(kind, args["orderBy"] as object | undefined);
  const asOf = isRelationshipKind(kind) ? (filter?.asOf ?? undefined) : undefined;
  const query: AdjacencyPageQuery = {
    id,
    direction,
    types: [type],
    filters: toFieldFilters(kind, filter),
    ...(order === undefined ? {} : { order }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const page = await adjacencyPage(
    loaders.adjacency,
    query,
    forwardPage(args),
    selectsField(info, "totalCount"),
  );
  return toConnection(page, toNode);
}
