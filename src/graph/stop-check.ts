/**
 * A caller's budget. It is asked now and then with the number of steps taken so far; `true` ends the search, and the
 * answer then says `truncated`. Deadlines, visit limits and cancellation all fit in it, and the kernel reads no clock.
 */
export type StopCheck = (steps: number) => boolean;

/** How many steps pass between two questions to a `StopCheck`: a clock is too dear to read at each. */
const STEPS_BETWEEN_CHECKS = 256;

/** Counts steps and remembers that the budget ran out. */
export interface StepCounter {
  /** Takes one step; `false` once the search must end. */
  readonly step: () => boolean;
  readonly steps: () => number;
  readonly stopped: () => boolean;
}

export function countSteps(stop: StopCheck | undefined): StepCounter {
  let steps = 0;
  let stopped = false;
  return {
    step() {
      steps++;
      if (!stopped && stop !== undefined && (steps === 1 || steps % STEPS_BETWEEN_CHECKS === 0)) {
        stopped = stop(steps);
      }
      return !stopped;
    },
    steps: () => steps,
    stopped: () => stopped,
  };
}
