import { Ctx, Query, Resolver } from "type-graphql";
import { KINDS } from "../../domain/kind-names.ts";
import type { RequestContext } from "../context.ts";
import { GraphInfoType } from "./graph-info.type.ts";

@Resolver()
export class GraphInfoResolver {
  @Query(() => GraphInfoType, {
    description: "The version of the graph, where it is kept and how much it holds.",
  })
  async graph(@Ctx() { store }: RequestContext): Promise<GraphInfoType> {
    const info = await store.info();
    const counts = KINDS.flatMap((kind) => {
      const count = info.counts[kind];
      return count === undefined ? [] : [{ kind, count }];
    });
    const recordCount = counts.reduce((sum, { count }) => sum + count, 0);
    return { version: info.version, store: info.store.toUpperCase(), recordCount, counts };
  }
}
