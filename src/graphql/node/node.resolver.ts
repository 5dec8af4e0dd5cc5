import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { LimitExceededError } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { toNodeOrNull, type RecordNode } from "../kind/record-node.ts";
import { NodeType } from "./node.type.ts";

@Resolver(() => NodeType)
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "The record of an id, of any kind; null when there is none.",
  })
  async node(
    @Arg("id", () => ID, { description: "Its id; one that was given up works too." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<RecordNode | null> {
    return toNodeOrNull(await loaders.lookup.load(id));
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "The records of the ids, in their order, with null where there is none.",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: `Their ids, at most ${MAX_PAGE_SIZE}.` }) ids: string[],
    @Ctx() { loaders }: RequestContext,
  ): Promise<(RecordNode | null)[]> {
    if (ids.length > MAX_PAGE_SIZE) {
      throw new LimitExceededError("ids", ids.length, MAX_PAGE_SIZE, "ask in several requests");
    }
    const records = await Promise.all(ids.map((id) => loaders.lookup.load(id)));
    return records.map(toNodeOrNull);
  }

  @FieldResolver(() => [ID], {
    description:
      "Ids that were given up and lead here, at most 100. Asking by one of them gives this record.",
  })
  async redirectedFrom(@Root() { id }: RecordNode, @Ctx() { loaders }: RequestContext): Promise<string[]> {
    const page = { first: MAX_PAGE_SIZE };
    const { items } = await loaders.adjacency.load({ id, direction: "IN", types: ["REDIRECTED_TO"], page });
    return items.flatMap((redirect) => textField(redirect, "oldId") ?? []);
  }
}
