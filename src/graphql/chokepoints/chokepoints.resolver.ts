import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Effect } from "../../domain/channels.ts";
import { unreachable } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import type { Chokepoint, StoppedTarget } from "../../risk/chokepoints/chokepoint.ts";
import { countChokepoints, type ChokepointCount } from "../../risk/chokepoints/chokepoint-counts.ts";
import { chokepoints, MAX_ORDER, type Chokepoints } from "../../risk/chokepoints/chokepoints.ts";
import { MAX_TARGETS, type TargetSet } from "../../risk/chokepoints/target-set.ts";
import type { Verdict } from "../../risk/disruption.ts";
import type { NeedView, Witness } from "../../risk/witness.ts";
import { projectedNode, projectedNodeOrNull, projectedNodes } from "../answer/projected-node.ts";
import { ScopeArguments, toScope } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import { effectEnum, verdictEnum } from "../disruption/disruption.type.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { ChokepointsType, ChokepointType, StoppedTargetType, targetSetEnum } from "./chokepoints.type.ts";

const ChokepointConnection = connectionOf("Chokepoint", () => ChokepointType);
const StoppedTargetConnection = connectionOf("StoppedTarget", () => StoppedTargetType);

@Resolver(() => ChokepointsType)
export class ChokepointsResolver {
  @Query(() => ChokepointsType, {
    description:
      "What must not be lost? The inverse of `disruption`: single points of failure, and sets of two or three, each proved or by the documented providers, with the way from the target to it.",
  })
  chokepoints(
    @Ctx() context: RequestContext,
    @Arg("of", () => [ID], {
      description: `What must not stop, 1 to ${MAX_TARGETS}; companies where targets is FACILITIES_OF; [] where it is DATA_CENTRES.`,
    })
    of: readonly RecordId[],
    @Arg("targets", () => targetSetEnum, {
      nullable: true,
      defaultValue: "THEMSELVES",
      description: "What the ids stand for.",
    })
    targets: TargetSet | null,
    @Arg("effect", () => effectEnum, {
      nullable: true,
      defaultValue: "NEW",
      description: "The effect in which a target has to stop; a later one includes the earlier ones.",
    })
    effect: Effect | null,
    @Arg("maxOrder", () => Int, {
      nullable: true,
      defaultValue: 1,
      description: `How many losses at once are searched, 1 to ${MAX_ORDER}.`,
    })
    maxOrder: number | null,
    @Args(() => ScopeArguments) scope: ScopeArguments,
  ): Chokepoints {
    return chokepoints(questionOf(context), {
      of,
      targets: targets ?? undefined,
      effect: effect ?? undefined,
      maxOrder: maxOrder ?? undefined,
      ...toScope(scope),
    });
  }

  @FieldResolver()
  targets(@Root() { targets }: Chokepoints, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, targets.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  targetCount(@Root() { targets }: Chokepoints): number {
    return targets.length;
  }

  @FieldResolver()
  counts(@Root() answer: Chokepoints): readonly ChokepointCount[] {
    return countChokepoints(answer.chokepoints);
  }

  @FieldResolver()
  undocumentedNeeds(@Root() { undocumented }: Chokepoints): number {
    return undocumented.length;
  }

  @FieldResolver()
  undocumented(@Root() { undocumented }: Chokepoints): readonly NeedView[] {
    return undocumented.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver(() => ChokepointConnection, {
    name: "chokepoints",
    description: "By order, most targets stopped, megawatts, verdict, nearness to the target, then id.",
  })
  listed(
    @Root() { chokepoints: found }: Chokepoints,
    @Arg("order", () => Int, { nullable: true, description: "Only sets of this many; absent: all." })
    order: number | undefined,
    @Arg("verdict", () => verdictEnum, { nullable: true, description: "Only this verdict; absent: both." })
    verdict: Verdict | undefined,
    @Arg("kinds", () => [entityKindEnum], {
      nullable: true,
      description: "Only sets whose members are all of these kinds; absent: all.",
    })
    kinds: readonly EntityKind[] | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Chokepoint> {
    const wanted = found.filter(
      (entry) =>
        (order ?? entry.order) === entry.order &&
        (verdict ?? entry.verdict) === entry.verdict &&
        entry.kinds.every((kind) => (kinds ?? [kind]).includes(kind)),
    );
    const position = ({ members }: Chokepoint): { key: string; id: string } => ({
      key: members.slice(1).join(" "),
      id: members[0] ?? "",
    });
    const page = pageOfList("chokepoints", wanted, position, forwardPage({ first, after }));
    return toConnection(page, (entry) => entry);
  }
}

@Resolver(() => ChokepointType)
export class ChokepointResolver {
  @FieldResolver()
  members(@Root() { members }: Chokepoint, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, members);
  }

  @FieldResolver()
  stopsCount(@Root() { stops }: Chokepoint): number {
    return stops.length;
  }

  @FieldResolver()
  witness(@Root() { stops }: Chokepoint): Witness {
    return witnessOf(stops[0]);
  }

  @FieldResolver(() => StoppedTargetConnection, {
    description: "The targets that it takes all of the members to stop, by id.",
  })
  stops(
    @Root() { stops }: Chokepoint,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<StoppedTarget> {
    const position = ({ target }: StoppedTarget): { key: string; id: string } => ({ key: "", id: target });
    const page = pageOfList("stops", stops, position, forwardPage({ first, after }));
    return toConnection(page, (entry) => entry);
  }
}

@Resolver(() => StoppedTargetType)
export class StoppedTargetResolver {
  @FieldResolver()
  target(@Root() { target }: StoppedTarget, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, target);
  }

  @FieldResolver()
  witness(@Root() stopped: StoppedTarget): Witness {
    return witnessOf(stopped);
  }

  @FieldResolver()
  through(@Root() { through }: StoppedTarget, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, through());
  }
}

function witnessOf(stopped: StoppedTarget | undefined): Witness {
  return stopped?.steps()[0] ?? unreachable("a target that stops for want of nothing");
}
