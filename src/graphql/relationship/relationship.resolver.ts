import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Query, Resolver } from "type-graphql";
import { InvalidArgumentError } from "../../domain/errors.ts";
import { RELATIONSHIP_KINDS, type RelationshipKind } from "../../domain/kind-names.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { FieldFilter, GraphStore, PageRequest } from "../../store/graph-store.ts";
import { toConnection, type Connection, type Page } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { selectsField } from "../connection/selects-field.ts";
import type { RequestContext } from "../context.ts";
import { relationshipKindEnum } from "../kind/kind-enums.ts";
import { toNode, type RecordNode } from "../kind/record-node.ts";
import { RelationshipListFilterInput, relationshipFilters } from "./relationship-filter.input.ts";
import { RelationshipConnection } from "./relationship-connection.ts";

@Resolver()
export class RelationshipResolver {
  @Query(() => RelationshipConnection, {
    description: "Relationships of some kinds, or of all: kind after kind, by id.",
  })
  async relationships(
    @Ctx() { store }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("types", () => [relationshipKindEnum], {
      nullable: true,
      description: "Only these kinds; absent: all.",
    })
    types: readonly RelationshipKind[] | undefined,
    @Arg("filter", () => RelationshipListFilterInput, {
      nullable: true,
      description: "Conditions; absent: all.",
    })
    filter: RelationshipListFilterInput | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS)
    first: number,
    @Arg("after", () => String, AFTER_OPTIONS)
    after: string | undefined,
  ): Promise<Connection<RecordNode>> {
    const kinds = RELATIONSHIP_KINDS.filter((kind) => types === undefined || types.includes(kind));
    const filters = relationshipFilters(filter);
    const page = await pageOfKinds(store, kinds, filters, forwardPage({ first, after }));
    const counted = selectsField(info, "totalCount")
      ? { totalCount: await countKinds(store, kinds, filters) }
      : {};
    return toConnection({ ...page, ...counted }, toNode);
  }
}

/** Walks the kinds one after the other; a cursor is `KIND cursor-of-the-store`. */
async function pageOfKinds(
  store: GraphStore,
  kinds: readonly RelationshipKind[],
  filters: readonly FieldFilter[],
  { first, after }: PageRequest,
): Promise<Page<StoredRecord>> {
  const items: StoredRecord[] = [];
  const cursors: string[] = [];
  const start = parseCursor(after, kinds);
  let cursor = start.cursor;
  for (const kind of kinds.slice(start.index)) {
    // One more than is missing, so that a full page still learns whether anything follows.
    const page = { first: first - items.length + 1, ...(cursor === undefined ? {} : { after: cursor }) };
    const found = await store.list({ kind, filters, page });
    items.push(...found.items);
    cursors.push(...found.cursors.map((given) => `${kind} ${given}`));
    if (items.length > first) break;
    cursor = undefined;
  }
  return {
    items: items.slice(0, first),
    cursors: cursors.slice(0, first),
    hasNextPage: items.length > first,
    hasPreviousPage: after !== undefined,
  };
}

function parseCursor(
  after: string | undefined,
  kinds: readonly RelationshipKind[],
): { readonly index: number; readonly cursor?: string } {
  if (after === undefined) return { index: 0 };
  const space = after.indexOf(" ");
  const index = kinds.findIndex((kind) => kind === after.slice(0, Math.max(space, 0)));
  if (index === -1) throw new InvalidArgumentError("after", `"${after}"`, "a cursor of this list of kinds");
  return { index, cursor: after.slice(space + 1) };
}

async function countKinds(
  store: GraphStore,
  kinds: readonly RelationshipKind[],
  filters: readonly FieldFilter[],
): Promise<number> {
  let total = 0;
  for (const kind of kinds) {
    const { totalCount = 0 } = await store.list({ kind, filters, page: { first: 1 }, counts: true });
    total += totalCount;
  }
  return total;
}
