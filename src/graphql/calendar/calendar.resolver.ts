import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { factOf, type CalendarEntry } from "../../risk/calendar/calendar-entry.ts";
import { calendar, type Calendar } from "../../risk/calendar/calendar.ts";
import type { Expectation } from "../../risk/calendar/expectation.ts";
import {
  answerConnectionOf,
  toAnswerConnection,
  type AnswerConnection,
} from "../answer/answer-connection.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { questionOf } from "../answer/question-of.ts";
import { forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { partialDate, partialDateOrNull, type PartialDateType } from "../partial-date/partial-date.type.ts";
import { CalendarArguments, toCalendarInput } from "./calendar.arguments.ts";
import { CalendarEntryType, ExpectationType } from "./calendar.type.ts";

const CalendarConnection = answerConnectionOf(
  "Calendar",
  () => CalendarEntryType,
  "One page of what falls due, by the last day that each date can mean, then the first, then the fact.",
);

@Resolver(() => CalendarEntryType)
export class CalendarResolver {
  @Query(() => CalendarConnection, {
    description:
      "What falls due between two days, expected and actual? Dates that are not precise enough to lie in the window for sure are marked.",
  })
  calendar(
    @Ctx() context: RequestContext,
    @Args(() => CalendarArguments) args: CalendarArguments,
  ): AnswerConnection<CalendarEntry, Calendar> {
    const page = forwardPage({ first: args.first, after: args.after });
    const answer = calendar(questionOf(context), toCalendarInput(args));
    return toAnswerConnection(answer, answer.entries, "calendar", positionOf, page);
  }

  @FieldResolver()
  subject(@Root() { subject }: CalendarEntry, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, subject);
  }

  @FieldResolver()
  milestone(@Root() { milestone }: CalendarEntry, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, milestone);
  }

  @FieldResolver()
  date(@Root() { date }: CalendarEntry): PartialDateType {
    return partialDate(date);
  }

  @FieldResolver()
  firstDay(@Root() { days }: CalendarEntry): string {
    return days.first;
  }

  @FieldResolver()
  lastDay(@Root() { days }: CalendarEntry): string {
    return days.last;
  }

  @FieldResolver()
  statedOn(@Root() { statedOn }: CalendarEntry): PartialDateType | null {
    return partialDateOrNull(statedOn ?? undefined);
  }

  @FieldResolver()
  history(@Root() { history }: CalendarEntry): readonly Expectation[] {
    return history.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  reachedBy(@Root() { reachedBy }: CalendarEntry, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, reachedBy);
  }

  @FieldResolver()
  replacedBy(@Root() { replacedBy }: CalendarEntry, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, replacedBy);
  }

  @FieldResolver()
  lastEvidence(@Root() { lastEvidence }: CalendarEntry): PartialDateType | null {
    return partialDateOrNull(lastEvidence ?? undefined);
  }

  @FieldResolver()
  delays(@Root() { delays }: CalendarEntry, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, delays.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  evidence(@Root() entry: CalendarEntry, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, [factOf(entry)]);
  }
}

function positionOf(entry: CalendarEntry): { readonly key: string; readonly id: string } {
  return { key: entry.field, id: factOf(entry) };
}

@Resolver(() => ExpectationType)
export class ExpectationResolver {
  @FieldResolver()
  milestone(@Root() { milestone }: Expectation, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, milestone);
  }

  @FieldResolver()
  date(@Root() { date }: Expectation): PartialDateType {
    return partialDate(date);
  }

  @FieldResolver()
  statedOn(@Root() { statedOn }: Expectation): PartialDateType | null {
    return partialDateOrNull(statedOn ?? undefined);
  }
}
