import type { Day } from "../domain/date.ts";
import { TimeoutError } from "../domain/errors.ts";
import type { StopCheck } from "../graph/stop-check.ts";
import type { Projection } from "../projection/projection.ts";

/** What every question runs under: one graph version, one day, one budget. */
export interface Question {
  readonly projection: Projection;
  /** The day that stands for "now" when a filter names none. */
  readonly today: Day;
  readonly budget: Budget;
}

/** Time and cancellation of one question. */
export interface Budget {
  readonly milliseconds: number;
  /** True once nobody waits for the answer any more. Asked within a search, so it must be cheap and need no event loop. */
  readonly isCancelled?: () => boolean;
  /** Told when a search ends early because its time is up: its answer depends on how fast the machine was. */
  readonly onTimeUp?: () => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Node visits after which a path search stops and says so. */
export const MAX_VISITS = 2_000_000;

/** A stop check for the kernel: time, visits or cancellation. */
export function startBudget({ milliseconds, isCancelled, onTimeUp, now }: Budget): StopCheck {
  const end = now() + milliseconds;
  return (steps) => {
    if (steps > MAX_VISITS) return true;
    if (isCancelled?.() !== true && now() <= end) return false;
    onTimeUp?.();
    return true;
  };
}

/** Throws TimeoutError once the question was cancelled. */
export function requireNotCancelled({ budget }: Question): void {
  if (budget.isCancelled?.() === true) throw new TimeoutError("the question", budget.milliseconds);
}
