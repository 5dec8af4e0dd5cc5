import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { compareStrings } from "../../domain/compare.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { MATCHES, type SearchHit } from "../../projection/search-index.ts";
import { decodeCursor, encodeCursor, type Position } from "../../store/cursor.ts";
import type { PageRequest } from "../../store/graph-store.ts";
import { toConnection, type Page } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import { toNode } from "../kind/record-node.ts";
import { SearchConnectionType } from "./search.type.ts";

const CURSOR_SCOPE = "search";

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnectionType, {
    description:
      "Entities by the words of their names, aliases and descriptions: exact names first, ties by id.",
  })
  async search(
    @Ctx() { projection, loaders }: RequestContext,
    @Arg("text", () => String, { description: "The words; parts such as 1.6T or 2xDR4 are found too." })
    text: string,
    @Arg("kinds", () => [entityKindEnum], { nullable: true, description: "Only these kinds; absent: all." })
    kinds: readonly EntityKind[] | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<SearchConnectionType> {
    const hits = projection().search.search(text, kinds ?? undefined);
    const page = pageOfHits(hits, forwardPage({ first, after }));
    const found = await Promise.all(page.items.map(({ id }) => loaders.record.load(id)));
    // The index may be a moment older than the store: what was removed since is left out.
    const present = page.items.flatMap((hit, index) => {
      const record = found[index] ?? null;
      return record === null ? [] : [{ hit, record, cursor: page.cursors[index] ?? "" }];
    });
    const connection = toConnection(
      { ...page, items: present.map(({ record }) => record), cursors: present.map(({ cursor }) => cursor) },
      (record: StoredRecord) => toNode(record),
    );
    const edges = connection.edges.map((edge, index) => ({
      ...edge,
      match: present[index]?.hit.match ?? "DESCRIPTION",
    }));
    return { ...connection, edges, totalCount: hits.length };
  }
}

function pageOfHits(hits: readonly SearchHit[], { first, after }: PageRequest): Page<SearchHit> {
  const position = after === undefined ? null : decodeCursor(CURSOR_SCOPE, after);
  const following = position === null ? hits : hits.filter((hit) => isAfter(hit, position));
  const items = following.slice(0, first);
  return {
    items,
    cursors: items.map(({ id, match }) => encodeCursor(CURSOR_SCOPE, { key: MATCHES.indexOf(match), id })),
    hasNextPage: following.length > first,
    hasPreviousPage: after !== undefined,
  };
}

/** Hits are ordered by how they match, then by id. */
function isAfter({ match, id }: SearchHit, position: Position): boolean {
  const rank = MATCHES.indexOf(match) - Number(position.key);
  return rank > 0 || (rank === 0 && compareStrings(id, position.id) > 0);
}
