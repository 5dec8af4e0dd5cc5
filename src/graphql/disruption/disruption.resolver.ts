import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Effect } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { disruption, MAX_FAILED, type Disruption, type Fallen, type Verdict } from "../../risk/disruption.ts";
import type { Loss } from "../../risk/loss.ts";
import { ScopeArguments, toScope } from "../answer/question-arguments.ts";
import { projectedNode, projectedNodes } from "../answer/projected-node.ts";
import { questionOf } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import { entityKindEnum } from "../kind/kind-enums.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { DisruptionType, effectEnum, FallenType, LossType, verdictEnum } from "./disruption.type.ts";

export const FallenConnection = connectionOf("Fallen", () => FallenType);
const LossConnection = connectionOf("Loss", () => LossType);

@Resolver(() => DisruptionType)
export class DisruptionResolver {
  @Query(() => DisruptionType, {
    description:
      "What falls when some things fail: NOW, NEW and LATER, proved or by the documented providers, with a witness each.",
  })
  disruption(
    @Ctx() context: RequestContext,
    @Arg("failed", () => [ID], {
      description: `What fails, 1 to ${MAX_FAILED}; a class stands for its models.`,
    })
    failed: readonly RecordId[],
    @Args(() => ScopeArguments) scope: ScopeArguments,
  ): Disruption {
    return disruption(questionOf(context), {
      failed,
      ...toScope(scope),
    });
  }

  @FieldResolver()
  failed(@Root() { failed }: Disruption, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, failed);
  }

  @FieldResolver(() => FallenConnection, { description: "What falls, by effect, verdict, wave and id." })
  fallen(
    @Root() { fallen }: Disruption,
    @Arg("effect", () => effectEnum, { nullable: true, description: "Only this effect; absent: all." })
    effect: Effect | undefined,
    @Arg("verdict", () => verdictEnum, { nullable: true, description: "Only this verdict; absent: both." })
    verdict: Verdict | undefined,
    @Arg("kinds", () => [entityKindEnum], { nullable: true, description: "Only these kinds; absent: all." })
    kinds: readonly EntityKind[] | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Fallen> {
    const wanted = fallen.filter(
      (entry) =>
        (effect ?? entry.effect) === entry.effect &&
        (verdict ?? entry.verdict) === entry.verdict &&
        (kinds ?? [entry.kind]).includes(entry.kind),
    );
    const position = (entry: Fallen): { key: string; id: string } => ({
      key: `${entry.effect} ${entry.verdict}`,
      id: entry.node,
    });
    return toConnection(
      pageOfList("fallen", wanted, position, forwardPage({ first, after })),
      (entry) => entry,
    );
  }

  @FieldResolver(() => LossConnection, {
    description: "What portfolios lose by the documented providers, by effect, then by customer.",
  })
  losses(
    @Root() { losses }: Disruption,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Loss> {
    const position = ({ effect, of, node }: Loss): { key: string; id: string } => ({
      key: `${effect} ${of.unit} ${of.basis ?? ""}`,
      id: node,
    });
    return toConnection(
      pageOfList("losses", losses, position, forwardPage({ first, after })),
      (entry) => entry,
    );
  }
}

@Resolver(() => FallenType)
export class FallenResolver {
  @FieldResolver()
  node(@Root() { node }: Fallen, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }
}

@Resolver(() => LossType)
export class LossResolver {
  @FieldResolver()
  node(@Root() { node }: Loss, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: Loss, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, contracts);
  }
}
