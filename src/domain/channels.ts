import { vocabulary, type WordOf } from "./vocabulary.ts";

export const channel = vocabulary("Channel", "In what way one thing depends on another.", {
  SUPPLY: "Parts, materials, tools and making.",
  OPERATION: "Who operates or develops a site.",
  POWER: "Electricity.",
  LICENCE: "Permits.",
  CAPACITY: "Rented space, power or computing.",
  PLACE: "A common cause: a country, region or grid.",
  REVENUE: "Who pays.",
  CREDIT: "Money lent: the lender depends on the borrower.",
  CAPITAL: "Money still to come: the borrower depends on the lender.",
  EXPOSURE: "Money invested: the investor depends on the company.",
  CONTROL: "Who controls whom.",
  TECHNOLOGY: "Partnerships.",
});
export type Channel = WordOf<typeof channel>;

export const CHANNELS = Object.keys(channel.values) as readonly Channel[];

export const phase = vocabulary("Phase", "When a need is felt.", {
  RUN: "While it runs.",
  BUILD: "While it is built or added to.",
  SUSTAIN: "To go on making, once tools wear out.",
  REFINANCE: "When money falls due.",
});
export type Phase = WordOf<typeof phase>;

export const effect = vocabulary("Effect", "What a failure touches.", {
  NOW: "What runs stops.",
  NEW: "What cannot be added or finished.",
  LATER: "What cannot be kept up.",
});
export type Effect = WordOf<typeof effect>;

/** The phases whose needs an effect evaluates. */
export const PHASES_OF_EFFECT: Readonly<Record<Effect, readonly Phase[]>> = {
  NOW: ["RUN"],
  NEW: ["RUN", "BUILD"],
  LATER: ["RUN", "BUILD", "SUSTAIN"],
};

export const profile = vocabulary("Profile", "A set of channels.", {
  PHYSICAL: "Supply, operation, power, licence, capacity and place.",
  MONEY: "Revenue, credit, capital and exposure.",
  CONTROL: "Control.",
  TECHNOLOGY: "Technology.",
  ALL: "Every channel.",
});
export type Profile = WordOf<typeof profile>;

export const CHANNELS_OF_PROFILE: Readonly<Record<Profile, readonly Channel[]>> = {
  PHYSICAL: ["SUPPLY", "OPERATION", "POWER", "LICENCE", "CAPACITY", "PLACE"],
  MONEY: ["REVENUE", "CREDIT", "CAPITAL", "EXPOSURE"],
  CONTROL: ["CONTROL"],
  TECHNOLOGY: ["TECHNOLOGY"],
  ALL: CHANNELS,
};

export const certainty = vocabulary("Certainty", "How sure it is that a dependence is there, surest last.", {
  POSSIBLE: "One choice among substitutes or models: nothing says that this one is used there.",
  INFERRED: "A marked inference is in it.",
  DOCUMENTED: "Sources state it.",
});
export type Certainty = WordOf<typeof certainty>;

/** From the least to the most certain. */
export const CERTAINTIES = Object.keys(certainty.values) as readonly Certainty[];

/** From the least to the most confident. */
export const CONFIDENCES = ["LOW", "MEDIUM", "HIGH"] as const;
