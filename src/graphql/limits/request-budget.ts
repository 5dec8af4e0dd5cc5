import { TimeoutError } from "../../domain/errors.ts";

/** The rest is for reading and sending what a question found. */
const QUESTION_SHARE = 0.8;

/** How long one request may take, and whether anybody still waits for its answer. */
export interface RequestBudget {
  readonly milliseconds: number;
  /** What is left of the time, in milliseconds; never less than none. */
  readonly left: () => number;
  /** What is left for one question, in milliseconds: less than all, so that it can still answer with what it found. */
  readonly forQuestion: () => number;
  /** Aborts when the time is up or the client has gone; its reason is a TimeoutError. */
  readonly signal: AbortSignal;
  /** True when the time is up. Reads the clock, so that work which never yields can ask too. */
  readonly isSpent: () => boolean;
  /** True when nobody waits any more, by what another thread says too. Cheaper than `isSpent`: reads no clock. */
  readonly isCancelled: () => boolean;
  /** Notes that a search ended early for want of time. */
  readonly noteCut: () => void;
  /** True when one did: the answer is then not the one that the same question gives on another day. */
  readonly wasCut: () => boolean;
  /** Throws TimeoutError when the time is up. */
  readonly check: () => void;
  /** The promise, or a TimeoutError as soon as the time is up. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Ends the request early, its client having gone. */
  readonly abandon: () => void;
  /** Stops the clock; to be called once when the answer is out. */
  readonly end: () => void;
}

export interface BudgetOptions {
  /** What is left of the time, where a part of it is gone already; default: all. */
  readonly left?: number;
  /** Whether another thread has given the request up. */
  readonly isGivenUp?: () => boolean;
}

export function startBudget(
  milliseconds: number,
  { left = milliseconds, isGivenUp = () => false }: BudgetOptions = {},
): RequestBudget {
  const deadline = performance.now() + left;
  const controller = new AbortController();
  const { signal } = controller;
  const expire = (what: string): void => controller.abort(new TimeoutError(what, milliseconds));
  const timer = setTimeout(expire, left, "the request");
  let hasCut = false;
  const isSpent = (): boolean => {
    if (!signal.aborted && (isGivenUp() || performance.now() >= deadline)) expire("the request");
    return signal.aborted;
  };
  const timeLeft = (): number => (signal.aborted ? 0 : Math.max(0, deadline - performance.now()));
  const spent = once(() => rejectionOf(signal));
  return {
    milliseconds,
    // A timer may fire a fraction of a millisecond early by this clock, and then nothing is left either.
    left: timeLeft,
    forQuestion: () => timeLeft() * QUESTION_SHARE,
    signal,
    isSpent,
    isCancelled: () => signal.aborted || isGivenUp(),
    noteCut: () => void (hasCut = true),
    wasCut: () => hasCut,
    check() {
      if (isSpent()) signal.throwIfAborted();
    },
    race: (work) => Promise.race([work, spent()]),
    abandon: () => expire("a request whose client has gone"),
    end: () => clearTimeout(timer),
  };
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  const rejection = new Promise<never>((_, reject) => {
    const rejectWithReason = (): void => reject(signal.reason as TimeoutError);
    if (signal.aborted) rejectWithReason();
    else signal.addEventListener("abort", rejectWithReason, { once: true });
  });
  // A request that ends with an answer leaves nobody who waits for this.
  rejection.catch(() => undefined);
  return rejection;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
