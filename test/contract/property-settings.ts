export interface PropertySettings {
  /** Names seed and runs, so that a failed run can be repeated. */
  readonly title: string;
  readonly parameters: { readonly seed: number; readonly numRuns: number };
}

/** Seed and number of runs of a property: CHOKEPOINT_TEST_SEED and CHOKEPOINT_TEST_RUNS, or a new seed and the usual number. */
export function propertySettings(usualRuns: number): PropertySettings {
  const seed = Number(process.env["CHOKEPOINT_TEST_SEED"] ?? Date.now() % 2147483647);
  const numRuns = Number(process.env["CHOKEPOINT_TEST_RUNS"] ?? usualRuns);
  return { title: `seed ${seed}, ${numRuns} runs`, parameters: { seed, numRuns } };
}
