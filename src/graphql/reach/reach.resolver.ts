import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { MAX_HOPS } from "../../risk/dependency-paths.ts";
import { reach, type Direction, type Reach, type Reached } from "../../risk/reach.ts";
import { ScopeArguments, toScope } from "../answer/question-arguments.ts";
import { projectedNode } from "../answer/projected-node.ts";
import { questionOf, requireStop } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { directionEnum, ReachedType, ReachType } from "./reach.type.ts";

const ReachedConnection = connectionOf("Reached", () => ReachedType);

@Resolver(() => ReachType)
export class ReachResolver {
  @Query(() => ReachType, {
    description: "What does a thing depend on, or what depends on it, and how far away is it?",
  })
  reach(
    @Ctx() context: RequestContext,
    @Arg("from", () => ID, { description: "Where the look starts." }) from: RecordId,
    @Arg("direction", () => directionEnum, { description: "Which way it looks." }) direction: Direction,
    @Arg("kinds", () => [entityKindEnum], {
      nullable: true,
      description: "Only these kinds are listed, others are still walked through; absent: all.",
    })
    kinds: readonly EntityKind[] | undefined,
    @Arg("maxHops", () => Int, {
      nullable: true,
      defaultValue: 12,
      description: `Most hops, 1 to ${MAX_HOPS}.`,
    })
    maxHops: number | null,
    @Args(() => ScopeArguments) scope: ScopeArguments,
  ): Reach {
    requireStop(context, "from", from);
    return reach(questionOf(context), {
      from,
      direction,
      kinds: kinds ?? undefined,
      ...toScope(scope),
      maxHops: maxHops ?? undefined,
    });
  }

  @FieldResolver()
  from(@Root() { from }: Reach, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver(() => ReachedConnection, { description: "What is reached, by tier, then id." })
  nodes(
    @Root() { reached }: Reach,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Reached> {
    const page = forwardPage({ first, after });
    return toConnection(
      pageOfList("reach", reached, ({ tier, node }) => ({ key: tier, id: node }), page),
      (entry) => entry,
    );
  }
}

@Resolver(() => ReachedType)
export class ReachedResolver {
  @FieldResolver()
  node(@Root() { node }: Reached, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }
}
