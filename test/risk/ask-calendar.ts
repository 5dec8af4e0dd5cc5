import { expect } from "vitest";
import type { CalendarEntry } from "../../src/risk/calendar/calendar-entry.ts";
import { calendar, type Calendar, type CalendarInput } from "../../src/risk/calendar/calendar.ts";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";

export const ALWAYS = { from: "1900-01-01", to: "2200-01-01" } as const;

export function ask(describeGraph: (g: GraphBuilder) => void, input: Partial<CalendarInput> = {}): Calendar {
  return calendar(questionTo(graphOf(describeGraph)), { ...ALWAYS, ...input });
}

export function only(answer: Calendar): CalendarEntry {
  expect(answer.entries).toHaveLength(1);
  return answer.entries[0] as CalendarEntry;
}

export const expected = (date: string, statedOn?: string, note?: string) => ({
  date,
  statedOn,
  note,
  timing: "EXPECTED",
});

/** A site with what was expected of its power, and when it came. */
export function site(
  promises: readonly (readonly [date: string, statedOn?: string | undefined, note?: string | undefined])[],
  reached: readonly (readonly [date: string | undefined, note?: string | undefined])[] = [],
): (g: GraphBuilder) => void {
  return (g) => {
    g.facility("denton");
    for (const [date, statedOn, note] of promises)
      g.milestone("facility:denton", "ENERGISED", date, expected(date, statedOn, note));
    for (const [date, note] of reached) g.milestone("facility:denton", "ENERGISED", date, { note });
  };
}
