import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { Conflict, ConflictSide } from "../../risk/conflicts/conflict.ts";
import type { ConflictKind } from "../../risk/conflicts/conflict-words.ts";
import { conflicts, positionOf, type Conflicts } from "../../risk/conflicts/conflicts.ts";
import {
  answerConnectionOf,
  toAnswerConnection,
  type AnswerConnection,
} from "../answer/answer-connection.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { projectedNode, projectedNodes } from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { partialDateOrNull, type PartialDateType } from "../partial-date/partial-date.type.ts";
import { conflictKindEnum, ConflictSideType, ConflictType } from "./conflict.type.ts";

const ConflictConnection = answerConnectionOf(
  "Conflict",
  () => ConflictType,
  "One page of what sources disagree about: figures first, then words; where the weaker side has the better sources first, then the farthest apart.",
);

@Resolver(() => ConflictType)
export class ConflictsResolver {
  @Query(() => ConflictConnection, {
    description:
      "Whose figures disagree? Sources of different origin that differ on one thing, measured alike, by more than rounding; what counts something else is no disagreement.",
  })
  conflicts(
    @Ctx() context: RequestContext,
    @Arg("about", () => ID, {
      nullable: true,
      description:
        "Only what is about this: itself, its contracts, sites, parts, partnerships and events, and its relationships.",
    })
    about: RecordId | null | undefined,
    @Arg("kinds", () => [conflictKindEnum], {
      nullable: true,
      description: "Only these kinds; absent: all but NOT_COMPARABLE.",
    })
    kinds: readonly ConflictKind[] | null | undefined,
    @Args(() => FilterArguments) { filter }: FilterArguments,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): AnswerConnection<Conflict, Conflicts> {
    const page = forwardPage({ first, after });
    const answer = conflicts(questionOf(context), {
      about: about ?? undefined,
      kinds: kinds ?? undefined,
      filter: toFactFilter(filter),
    });
    const position = (conflict: Conflict): { readonly key: string; readonly id: string } => ({
      key: positionOf(conflict),
      id: conflict.subject,
    });
    return toAnswerConnection(answer, answer.conflicts, "conflicts", position, page);
  }

  @FieldResolver()
  subject(@Root() { subject }: Conflict, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, subject);
  }

  @FieldResolver()
  date(@Root() { date }: Conflict): PartialDateType | null {
    return partialDateOrNull(date ?? undefined);
  }

  @FieldResolver()
  sides(@Root() { sides }: Conflict): readonly ConflictSide[] {
    return sides.slice(0, MAX_PAGE_SIZE);
  }
}

@Resolver(() => ConflictSideType)
export class ConflictSideResolver {
  @FieldResolver()
  asOf(@Root() { asOf }: ConflictSide): PartialDateType | null {
    return partialDateOrNull(asOf ?? undefined);
  }

  @FieldResolver()
  facts(@Root() { facts }: ConflictSide, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, facts.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  notes(@Root() { notes }: ConflictSide): readonly string[] {
    return notes.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  evidence(@Root() { evidence }: ConflictSide, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, evidence.slice(0, MAX_PAGE_SIZE));
  }
}
