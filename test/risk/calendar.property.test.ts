import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartialDate } from "../../src/domain/date.ts";
import { buildProjection } from "../../src/projection/projection.ts";
import { calendar, type Calendar, type CalendarInput } from "../../src/risk/calendar/calendar.ts";
import { daysApart } from "../../src/risk/calendar/days-apart.ts";
import { questionTo, recordsOf } from "../support/graph-builder.ts";
import { ALWAYS, ask, site } from "./ask-calendar.ts";

describe("laws of a calendar", () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  const date: fc.Arbitrary<PartialDate> = fc.oneof(
    day,
    day.map((text) => text.slice(0, 7)),
    day.map((text) => text.slice(0, 4)),
    fc.tuple(day, day).map((pair) => pair.toSorted().join("/")),
  );
  const promise = fc.tuple(
    date,
    fc.option(date, { nil: undefined }),
    fc.constantFrom(undefined, "one", "two"),
  );
  const reached = fc.tuple(date, fc.constantFrom(undefined, "one", "two"));
  const world = fc.tuple(fc.array(promise, { maxLength: 5 }), fc.array(reached, { maxLength: 3 }));
  const keys = (answer: Calendar) => answer.entries.map((entry) => JSON.stringify(entry));

  it("hold that two windows side by side show what one over both shows", () => {
    fc.assert(
      fc.property(world, fc.tuple(day, day, day), ([promises, met], days) => {
        const [from, middle, to] = days.toSorted() as [string, string, string];
        fc.pre(from < middle && middle < to);
        const describeGraph = site(promises, met);
        const milestones = (window: Partial<CalendarInput>) =>
          ask(describeGraph, window).entries.map(({ milestone }) => milestone);
        const parts = new Set([...milestones({ from, to: middle }), ...milestones({ from: middle, to })]);
        expect(new Set(milestones({ from, to }))).toEqual(parts);
      }),
    );
  });

  it("hold that the order of the records changes nothing", () => {
    fc.assert(
      fc.property(world, fc.integer(), ([promises, met], turn) => {
        const records = recordsOf(site(promises, met));
        const cut = Math.abs(turn) % (records.length + 1);
        const turned = [...records.slice(cut), ...records.slice(0, cut)];
        const answerOf = (list: typeof records) => calendar(questionTo(buildProjection(list, "v")), ALWAYS);
        expect(keys(answerOf(turned))).toEqual(keys(answerOf(records)));
      }),
    );
  });

  it("hold that no expectation is both reached and overdue, and none passed before its last day", () => {
    fc.assert(
      fc.property(world, ([promises, met]) => {
        const wrong = ask(site(promises, met), {
          statuses: ["OVERDUE", "NOT_FOLLOWED", "UNCLEAR"],
        }).entries.filter(
          ({ days, reachedBy, replacedBy }) =>
            days.last >= "2026-11-25" || reachedBy !== null || replacedBy !== null,
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("hold that days apart turn round with the dates", () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [there, back] = [daysApart(a, b), daysApart(b, a)];
        expect([there.low, there.high]).toEqual([0 - (back.high ?? 0), 0 - (back.low ?? 0)]);
        expect(there.low).toBeLessThanOrEqual(there.high ?? 0);
      }),
    );
  });
});
