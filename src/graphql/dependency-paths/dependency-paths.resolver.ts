import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import {
  dependencyPaths,
  MAX_HOPS,
  MAX_PATHS,
  pathRank,
  type DependencyPaths,
  type PathRank,
} from "../../risk/dependency-paths.ts";
import { ScopeArguments, toScope } from "../answer/question-arguments.ts";
import { projectedNode } from "../answer/projected-node.ts";
import { questionOf, requireShort, requireStop } from "../answer/question-of.ts";
import type { RequestContext } from "../context.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { DependencyPathsType } from "./dependency-paths.type.ts";

const rankEnum = enumOf(pathRank);

@Resolver(() => DependencyPathsType)
export class DependencyPathsResolver {
  @Query(() => DependencyPathsType, {
    description:
      "How does one thing depend on another? Paths ignore whether a need has other providers: disruption tests that.",
  })
  dependencyPaths(
    @Ctx() context: RequestContext,
    @Arg("from", () => ID, { description: "What depends." }) from: RecordId,
    @Arg("to", () => ID, { description: "What it depends on." }) to: RecordId,
    @Arg("k", () => Int, {
      nullable: true,
      defaultValue: 5,
      description: `How many stories, 1 to ${MAX_PATHS}.`,
    })
    k: number | null,
    @Arg("maxHops", () => Int, {
      nullable: true,
      defaultValue: 12,
      description: `Most hops of a path, 1 to ${MAX_HOPS}.`,
    })
    maxHops: number | null,
    @Arg("avoid", () => [ID], {
      nullable: true,
      description: "No path may pass these: the break test; at most 100.",
    })
    avoid: readonly RecordId[] | undefined,
    @Arg("rank", () => rankEnum, { nullable: true, defaultValue: "HOPS", description: "What comes first." })
    rank: PathRank | null,
    @Args(() => ScopeArguments) scope: ScopeArguments,
  ): DependencyPaths {
    requireStop(context, "from", from);
    requireStop(context, "to", to);
    requireShort("avoid", avoid);
    return dependencyPaths(questionOf(context), {
      from,
      to,
      ...toScope(scope),
      k: k ?? undefined,
      maxHops: maxHops ?? undefined,
      avoid: avoid ?? undefined,
      rank: rank ?? undefined,
    });
  }

  @FieldResolver()
  from(@Root() { from }: DependencyPaths, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: DependencyPaths, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }
}
