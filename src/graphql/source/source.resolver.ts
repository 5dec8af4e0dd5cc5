import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { FactType } from "../fact/fact.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { SourceType } from "./source.type.ts";

const FactConnection = connectionOf("Fact", () => FactType);

@Resolver(() => SourceType)
export class SourceResolver {
  @FieldResolver(() => FactConnection, { description: "The facts that cite it, each once, by id." })
  async facts(
    @Root() { record }: SourceType,
    @Ctx() { loaders }: RequestContext,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<RecordNode>> {
    const { ids, cursors, hasMore, totalCount } = await loaders.facts.load(
      record.id,
      forwardPage({ first, after }),
    );
    const items = await loaders.node.loadMany(ids);
    const page = {
      items,
      cursors,
      hasNextPage: hasMore,
      hasPreviousPage: typeof after === "string",
      totalCount,
    };
    return toConnection(page, (node) => node);
  }
}
