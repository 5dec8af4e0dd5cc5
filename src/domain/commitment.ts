import { dayRange, type Day } from "./date.ts";
import { textField, type GraphRecord } from "./record.ts";
import { stage, type Rung, type Stage } from "./vocabularies/stages.ts";

/** Stages from the least to the most binding. */
export const STAGES = Object.keys(stage.values) as readonly Stage[];

/** The one table from the rungs of the three ladders to the stages of commitment. */
const STAGE_OF_RUNG: Readonly<Record<Rung, Stage>> = {
  RUMOURED: "RUMOURED",
  TALKS: "RUMOURED",
  NON_BINDING: "NON_BINDING",
  ANNOUNCED: "ANNOUNCED",
  DEFINITIVE: "DEFINITIVE",
  SOUGHT: "RUMOURED",
  COMMITTED: "DEFINITIVE",
  CLOSED: "FINANCED",
  DRAWN: "FINANCED",
  PLANNED: "ANNOUNCED",
  PERMITTED: "ANNOUNCED",
  UNDER_CONSTRUCTION: "UNDER_CONSTRUCTION",
  ENERGISED: "DELIVERING",
  BILLING: "DELIVERING",
  COMPLETE: "DELIVERING",
};

/** The stage that reaching a rung means. */
export function stageOfRung(rung: Rung): Stage {
  return STAGE_OF_RUNG[rung];
}

export function stageRank(value: Stage): number {
  return STAGES.indexOf(value);
}

export interface CommitmentAt {
  readonly stage: Stage;
  /** False when no milestone says so and the least stage is assumed. */
  readonly isKnown: boolean;
}

/**
 * The highest stage that a thing had reached on a day, by its ACTUAL milestones. A milestone counts from the first
 * day that its date can mean, or always when it has none: its source reports it as reached.
 */
export function commitmentAt(milestones: readonly GraphRecord[], day: Day): CommitmentAt {
  let best = -1;
  for (const milestone of milestones) {
    if (textField(milestone, "timing") !== "ACTUAL") continue;
    const date = textField(milestone, "date");
    if (date !== undefined && dayRange(date).first > day) continue;
    best = Math.max(best, stageRank(stageOfRung(textField(milestone, "rung") as Rung)));
  }
  const reached = STAGES[best];
  return reached === undefined ? { stage: "RUMOURED", isKnown: false } : { stage: reached, isKnown: true };
}
