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
  readonly signal?: AbortSignal;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Node visits after which a path search stops and says so. */
export const MAX_VISITS = 2_000_000;

/** A stop check for the kernel: time, visits or cancellation. */
export function startBudget({ milliseconds, signal, now }: Budget): StopCheck {
  const end = now() + milliseconds;
  return (steps) => steps > MAX_VISITS || signal?.aborted === true || now() > end;
}

/** Throws TimeoutError once the question was cancelled. */
export function requireNotCancelled({ budget }: Question): void {
  if (budget.signal?.aborted === true) throw new TimeoutError("the question", budget.milliseconds);
}
