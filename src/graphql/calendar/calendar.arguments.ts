import { ArgsType, Field, ID, Int } from "type-graphql";
import type {
  CalendarEntryKind,
  CalendarStatus,
  WindowMembership,
} from "../../risk/calendar/calendar-words.ts";
import type { CalendarInput } from "../../risk/calendar/calendar.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS } from "../connection/page-arguments.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { entryKindEnum, membershipEnum, statusEnum } from "./calendar.type.ts";

@ArgsType()
export class CalendarArguments extends FilterArguments {
  @Field(() => DateScalar, { description: "The first day, included." })
  readonly from!: string;

  @Field(() => DateScalar, { description: "The day on which the time ends, itself not included." })
  readonly to!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Only what is about this: its own dates, those of its contracts, sites, parts, partnerships and events, and of its relationships.",
  })
  readonly about?: string | null;

  @Field(() => [entryKindEnum], { nullable: true, description: "Only these kinds of entry; absent: all." })
  readonly kinds?: readonly CalendarEntryKind[] | null;

  @Field(() => [statusEnum], { nullable: true, description: "Only these statuses; absent: all." })
  readonly statuses?: readonly CalendarStatus[] | null;

  @Field(() => membershipEnum, {
    nullable: true,
    description: "Only what lies in the window for sure, or only what may; absent: both.",
  })
  readonly inWindow?: WindowMembership | null;

  @Field(() => Int, FIRST_OPTIONS)
  readonly first?: number | null;

  @Field(() => String, AFTER_OPTIONS)
  readonly after?: string | null;
}

/** The arguments as the question takes them. */
export function toCalendarInput(args: CalendarArguments): CalendarInput {
  const { from, to, about, kinds, statuses, inWindow, filter } = args;
  return {
    from,
    to,
    about: about ?? undefined,
    kinds: kinds ?? undefined,
    statuses: statuses ?? undefined,
    inWindow: inWindow ?? undefined,
    filter: toFactFilter(filter),
  };
}
