import { vocabulary, type WordOf } from "../vocabulary.ts";

export const ladder = vocabulary("Ladder", "One of the three ladders that a contract or a site climbs.", {
  LEGAL: "From rumour to a signed contract.",
  FUNDING: "From the search for money to money drawn.",
  DELIVERY: "From a plan to a finished thing.",
});
export type Ladder = WordOf<typeof ladder>;

export const rung = vocabulary("Rung", "A rung of a ladder.", {
  RUMOURED: "LEGAL: unnamed people speak of it.",
  TALKS: "LEGAL: the parties are said to negotiate.",
  NON_BINDING: "LEGAL: a letter of intent or memorandum.",
  ANNOUNCED: "LEGAL: a party announced it; no signed contract is known.",
  DEFINITIVE: "LEGAL: signed.",
  SOUGHT: "FUNDING: money is looked for.",
  COMMITTED: "FUNDING: lenders or investors committed.",
  CLOSED: "FUNDING: the financing closed.",
  DRAWN: "FUNDING: money flowed.",
  PLANNED: "DELIVERY: planned.",
  PERMITTED: "DELIVERY: permitted.",
  UNDER_CONSTRUCTION: "DELIVERY: being built.",
  ENERGISED: "DELIVERY: under power.",
  BILLING: "DELIVERY: delivering for pay.",
  COMPLETE: "DELIVERY: finished; a plant makes something.",
});
export type Rung = WordOf<typeof rung>;

export const milestoneTiming = vocabulary(
  "MilestoneTiming",
  "Whether a milestone was reached or is expected.",
  {
    ACTUAL: "Reached.",
    EXPECTED: "Expected, as stated on the date of the statement.",
  },
);

export const outcome = vocabulary("Outcome", "How a contract, partnership, event or project ended.", {
  COMPLETED: "Carried out.",
  EXPIRED: "Ran out.",
  TERMINATED: "Ended by a party before its time.",
  REJECTED: "Voted down or refused.",
  WITHDRAWN: "Taken back before it bound.",
  LAPSED: "An option or offer was not taken up.",
  SUPERSEDED: "Replaced by another.",
  REPAID: "Paid back.",
  CANCELLED: "An order or project was called off.",
  RESCINDED: "A rule was taken back.",
  AVERTED: "Did not come to pass.",
});

export const stage = vocabulary(
  "Stage",
  "The commitment of a thing at a date: the highest rung reached on its ladders, lowest first.",
  {
    RUMOURED: "Spoken of, or negotiated; also what a laddered thing without a known rung counts as.",
    NON_BINDING: "A letter of intent.",
    ANNOUNCED: "Announced by a party, or planned.",
    DEFINITIVE: "Signed.",
    FINANCED: "Its money is closed or drawn.",
    UNDER_CONSTRUCTION: "Being built.",
    DELIVERING: "Delivering.",
  },
);
export type Stage = WordOf<typeof stage>;
