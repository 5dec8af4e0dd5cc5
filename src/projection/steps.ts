import { setImmediate } from "node:timers/promises";

/** Work in small steps with a result at its end: whoever drives it may do something else between two of them. */
export type Steps<T> = Generator<undefined, T>;

/** Longest time at one piece of work while others wait, in milliseconds; a step that takes longer is not cut. */
const SLICE_MILLISECONDS = 8;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does the work a little at a time, and lets the event loop answer others in between. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let end = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await setImmediate();
    end = performance.now() + SLICE_MILLISECONDS;
  }
}
