import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { channel, profile, type Channel, type Profile } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import {
  MAX_DEPTH,
  MAX_NODES,
  neighborhood,
  type Subgraph,
  type SubgraphNode,
} from "../../risk/neighborhood/neighborhood.ts";
import type { SubgraphLink } from "../../risk/neighborhood/subgraph-link.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { projectedNode, projectedNodes } from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf, requireStop } from "../answer/question-of.ts";
import type { RequestContext } from "../context.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { SubgraphLinkType, SubgraphNodeType, SubgraphType } from "./subgraph.type.ts";

const [channelEnum, profileEnum] = [enumOf(channel), enumOf(profile)];

@ArgsType()
class NeighborhoodArguments extends FilterArguments {
  @Field(() => ID, { description: "The record in the middle: a thing of any kind but a source." })
  readonly id!: RecordId;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: `Hops to go, 1 to ${MAX_DEPTH}.` })
  readonly depth?: number | null;

  @Field(() => profileEnum, {
    nullable: true,
    defaultValue: "ALL",
    description: "The set of channels; ALL also draws relationships from which no dependence follows.",
  })
  readonly profile?: Profile | null;

  @Field(() => [channelEnum], { nullable: true, description: "These channels in place of a profile." })
  readonly channels?: readonly Channel[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Draw contracts and partnerships as nodes of their own; otherwise they are on the links that they make.",
  })
  readonly contracts?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 200, description: `Most nodes, 1 to ${MAX_NODES}.` })
  readonly maxNodes?: number | null;
}

@Resolver(() => SubgraphType)
export class NeighborhoodResolver {
  @Query(() => SubgraphType, {
    description: "What lies around a record, either way, to be drawn as a graph?",
  })
  neighborhood(
    @Ctx() context: RequestContext,
    @Args(() => NeighborhoodArguments) asked: NeighborhoodArguments,
  ): Subgraph {
    requireStop(context, "id", asked.id);
    return neighborhood(questionOf(context), {
      id: asked.id,
      depth: asked.depth ?? undefined,
      profile: asked.profile ?? undefined,
      channels: asked.channels ?? undefined,
      contracts: asked.contracts ?? undefined,
      maxNodes: asked.maxNodes ?? undefined,
      filter: toFactFilter(asked.filter),
    });
  }

  @FieldResolver()
  center(@Root() { center }: Subgraph, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, center);
  }
}

@Resolver(() => SubgraphNodeType)
export class SubgraphNodeResolver {
  @FieldResolver()
  node(@Root() { node }: SubgraphNode, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }
}

@Resolver(() => SubgraphLinkType)
export class SubgraphLinkResolver {
  @FieldResolver()
  from(@Root() { from }: SubgraphLink, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: SubgraphLink, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }

  @FieldResolver()
  relationships(
    @Root() { relationships }: SubgraphLink,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, relationships);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: SubgraphLink, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, contracts);
  }
}
