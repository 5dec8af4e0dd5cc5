import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";

export const calendarEntryKind = vocabulary("CalendarEntryKind", "What a date of the calendar is.", {
  MILESTONE:
    "A contract, site, partnership, event or component reached a rung of a ladder, or is expected to.",
  SIGNATURE: "A contract was signed, and no milestone says so.",
  TERM_START: "The term of a contract starts.",
  TERM_END: "The term of a contract ends.",
  MATURITY: "A debt is due.",
  DRAW_END: "The last day on which the money of a debt can be drawn.",
  OUTCOME: "A contract or the project of a site ended; its outcome says how.",
  VOTE: "A vote is held.",
  EVENT_START: "Another event begins, such as a rule or an outage.",
  EVENT_END: "An event ends.",
  SUSPENSION_START: "An event, such as a ban, is suspended.",
  SUSPENSION_END: "The suspension of an event runs out; it returns unless the suspension is renewed.",
  RELEASE: "A component comes out; its releaseKind says in what sense.",
  END_OF_LIFE: "A component is no longer made.",
  PARTNERSHIP_START: "A partnership is announced.",
  PARTNERSHIP_END: "A partnership ends.",
  PRODUCTION_START: "A plant is expected to make a component.",
  STAKE: "A stake is acquired or agreed.",
  QUALIFICATION: "A maker's part reached its state at a buyer.",
  VALID_FROM: "Another fact holds from that day.",
  VALID_TO: "A fact no longer holds from that day.",
});
export type CalendarEntryKind = WordOf<typeof calendarEntryKind>;

export const calendarStatus = vocabulary(
  "CalendarStatus",
  "What had become of a date by the day of the answer.",
  {
    HAPPENED: "A source says that it came to pass.",
    AHEAD: "It is still to come, or its last day has not passed.",
    REACHED: "Expected, and reached: `reachedBy` says by which milestone.",
    REPLACED: "Expected, and a later statement about the same thing took its place.",
    OVERDUE:
      "Expected, its last day has passed, and no milestone says that it was reached, though a source on its subject came out later: see `lastEvidence`.",
    NOT_FOLLOWED:
      "Expected, its last day has passed, and no source on its subject surely came out after that day: nothing says that it was reached, nor that it was not.",
    UNCLEAR:
      "Expected, its last day has passed, and what sources tell since may be about it or about another part.",
    PASSED:
      "Set by a contract or a rule, and its last day has passed; the graph does not follow whether it was kept.",
    VOID: "No longer due: the thing ended first.",
  },
);
export type CalendarStatus = WordOf<typeof calendarStatus>;

export const windowMembership = vocabulary(
  "WindowMembership",
  "Whether a date lies in a window of days, as far as its precision tells.",
  {
    YES: "Every day that it can mean lies in the window.",
    MAYBE: "Some of the days that it can mean lie outside.",
  },
);
export type WindowMembership = WordOf<typeof windowMembership>;
