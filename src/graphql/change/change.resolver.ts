import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Day } from "../../domain/date.ts";
import type { ChangePage, PageRequest } from "../../store/graph-store.ts";
import { toConnection, uncountedConnectionOf, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { toNodeOrNull, type RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { ChangeType, RevisionType, toChange } from "./change.type.ts";

const ChangeConnection = uncountedConnectionOf("Change", () => ChangeType);
const RevisionConnection = uncountedConnectionOf("Revision", () => RevisionType);

@Resolver(() => ChangeType)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description: "What changed in the graph between two days, newest first, then by id.",
  })
  async changes(
    @Ctx() { store }: RequestContext,
    @Arg("from", () => DateScalar, { description: "The first day, included." }) from: Day,
    @Arg("to", () => DateScalar, { description: "The day on which the time ends, itself not included." })
    to: Day,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<ChangeType>> {
    const page = forwardPage({ first, after });
    return toChanges(await store.changesBetween(from, to, page), page);
  }

  @Query(() => RevisionConnection, {
    description:
      "The changes of one record, newest first; of one that was removed too. Empty for an id that never was.",
  })
  async history(
    @Ctx() { store, loaders }: RequestContext,
    @Arg("id", () => ID, { description: "Its id; one that was given up works too." }) id: string,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<ChangeType>> {
    const page = forwardPage({ first, after });
    const record = await loaders.lookup.load(id);
    return toChanges(await store.history(record?.id ?? id, page), page);
  }

  @FieldResolver(() => NodeType, {
    nullable: true,
    description: "The record as it is now; null when it was removed.",
  })
  async record(
    @Root() { recordId }: ChangeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<RecordNode | null> {
    return toNodeOrNull(await loaders.record.load(recordId));
  }
}

function toChanges({ items, cursors, hasMore }: ChangePage, { after }: PageRequest): Connection<ChangeType> {
  return toConnection(
    { items, cursors, hasNextPage: hasMore, hasPreviousPage: after !== undefined },
    toChange,
  );
}
