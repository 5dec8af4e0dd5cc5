/** On CI always the same, so that a change is judged by what it does and not by luck; elsewhere a new one for each run. */
const CI_SEED = 20_260_101;

/** The seed of random tests: CHOKEPOINT_TEST_SEED where it is set. */
export function propertySeed(): number {
  const { CHOKEPOINT_TEST_SEED: asked, CI: isCi } = process.env;
  return Number(asked ?? (isCi === undefined ? Date.now() % 2147483647 : CI_SEED));
}
