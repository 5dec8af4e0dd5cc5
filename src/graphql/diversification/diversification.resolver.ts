import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { CommonCause } from "../../risk/diversification/common-causes.ts";
import { causeSentence } from "../../risk/diversification/diversification-sentence.ts";
import { diversification, type Diversification } from "../../risk/diversification/diversification.ts";
import type { SupplyNeed } from "../../risk/diversification/supply-need.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { projectedNode, projectedNodeOrNull, projectedNodes } from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { DiversificationType, SupplyNeedType } from "./diversification.type.ts";
import { CommonCauseType, IndependenceType } from "./independence.type.ts";

const SupplyNeedConnection = connectionOf("SupplyNeed", () => SupplyNeedType);
const CommonCauseConnection = connectionOf("CommonCause", () => CommonCauseType);

/** A common cause with what its need says of it in words and by name. */
interface ToldCause extends Omit<CommonCause, "suppliers"> {
  readonly suppliers: readonly RecordId[];
  readonly sentence: string;
}

@Resolver(() => DiversificationType)
export class DiversificationResolver {
  @Query(() => DiversificationType, {
    description:
      "How many suppliers has each need of a thing: documented, delivering, qualified, and really independent once those that share a parent, a plant, a country or a supplier upstream are merged?",
  })
  diversification(
    @Ctx() context: RequestContext,
    @Arg("of", () => ID, {
      description:
        "A component: its makers and inputs. A company: what it buys. A facility: what it deploys.",
    })
    of: RecordId,
    @Arg("buyer", () => ID, {
      nullable: true,
      description:
        "Where suppliers have to be qualified: a company, or a component into which the part goes.",
    })
    buyer: RecordId | null,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): Diversification {
    return diversification(questionOf(context), {
      of,
      buyer: buyer ?? undefined,
      filter: toFactFilter(filter),
    });
  }

  @FieldResolver()
  of(@Root() { of }: Diversification, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, of);
  }

  @FieldResolver(() => SupplyNeedConnection, {
    description: "The needs: of a component its makers by role, then its inputs; else by component.",
  })
  needs(
    @Root() { needs }: Diversification,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<SupplyNeed> {
    const numbered = needs.map((entry, position) => ({ entry, position }));
    const positionOf = ({ entry, position }: (typeof numbered)[number]): { key: number; id: string } => ({
      key: position,
      id: entry.need.dependent,
    });
    return toConnection(
      pageOfList("supply-needs", numbered, positionOf, forwardPage({ first, after })),
      ({ entry }) => entry,
    );
  }
}

@Resolver(() => SupplyNeedType)
export class SupplyNeedResolver {
  @FieldResolver()
  buyer(@Root() { buyer }: SupplyNeed, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, buyer);
  }

  @FieldResolver()
  independent(@Root() { independence }: SupplyNeed): readonly object[] {
    return independence();
  }

  @FieldResolver()
  completeness(@Root() { completeness }: SupplyNeed, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, completeness);
  }

  @FieldResolver()
  withoutMaker(@Root() { withoutMaker }: SupplyNeed, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, withoutMaker);
  }

  @FieldResolver(() => CommonCauseConnection, {
    description:
      "What takes two or more of those that deliver at once: most suppliers first, then by kind and nearness.",
  })
  commonCauses(
    @Root() { commonCauses, delivering }: SupplyNeed,
    @Ctx() context: RequestContext,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<ToldCause> {
    const { records } = questionOf(context).projection;
    const positionOf = ({ kind, cause }: CommonCause): { key: string; id: string } => ({
      key: kind,
      id: cause,
    });
    return toConnection(
      pageOfList("common-causes", commonCauses(), positionOf, forwardPage({ first, after })),
      (cause) => ({
        ...cause,
        suppliers: cause.suppliers.flatMap((position) => delivering[position]?.companies ?? []),
        sentence: causeSentence(records, cause, delivering),
      }),
    );
  }
}

@Resolver(() => IndependenceType)
export class IndependenceResolver {
  @FieldResolver()
  smallestSet(
    @Root() { smallestSet }: { readonly smallestSet: readonly RecordId[] },
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, smallestSet);
  }

  @FieldResolver()
  unplaced(
    @Root() { unplaced }: { readonly unplaced: readonly (readonly RecordId[])[] },
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, [...new Set(unplaced.flat())]);
  }
}

@Resolver(() => CommonCauseType)
export class CommonCauseResolver {
  @FieldResolver()
  cause(@Root() { cause }: ToldCause, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, cause);
  }

  @FieldResolver()
  suppliers(@Root() { suppliers }: ToldCause, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, suppliers);
  }

  @FieldResolver()
  through(@Root() { through }: ToldCause, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, through);
  }
}
