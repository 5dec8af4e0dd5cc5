import { propertySeed } from "../support/property-seed.ts";

export interface PropertySettings {
  /** Names seed and runs, so that a failed run can be repeated. */
  readonly title: string;
  readonly parameters: { readonly seed: number; readonly numRuns: number };
}

/** Seed and number of runs of a property: the latter from CHOKEPOINT_TEST_RUNS, or the usual number. */
export function propertySettings(usualRuns: number): PropertySettings {
  const seed = propertySeed();
  const numRuns = Number(process.env["CHOKEPOINT_TEST_RUNS"] ?? usualRuns);
  return { title: `seed ${seed}, ${numRuns} runs`, parameters: { seed, numRuns } };
}
