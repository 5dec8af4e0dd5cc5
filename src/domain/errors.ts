/**
 * The typed errors of the product. Every room throws these (the kernel has its own input error);
 * `src/graphql` alone maps each `code` to a GraphQL error.
 */
export type ErrorCode =
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "LIMIT_EXCEEDED"
  | "CONFLICT"
  | "DATASET_INVALID"
  | "TIMEOUT"
  | "STORE_UNAVAILABLE"
  | "UNAUTHENTICATED"
  | "FORBIDDEN";

export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** An id given to a question has no record. `what` is the kind that was looked for. */
export class NotFoundError extends DomainError {
  readonly code = "NOT_FOUND";
  readonly what: string;
  readonly id: string;

  constructor(what: string, id: string) {
    super(`no ${what} has the id "${id}"; look it up with search or resolve first`);
    this.what = what;
    this.id = id;
  }
}

/** An argument or configuration value that can't be used. */
export class InvalidArgumentError extends DomainError {
  readonly code = "BAD_USER_INPUT";
  readonly argument: string;
  readonly expectation: string;

  constructor(argument: string, got: string, expectation: string) {
    super(`${argument} is ${got}; expected ${expectation}`);
    this.argument = argument;
    this.expectation = expectation;
  }
}

/** Something larger than a configured limit was asked for or found. */
export class LimitExceededError extends DomainError {
  readonly code = "LIMIT_EXCEEDED";
  readonly limit: string;
  readonly actual: number;
  readonly allowed: number;

  constructor(limit: string, actual: number, allowed: number, advice: string) {
    super(`${limit} is ${actual}, more than the allowed ${allowed}; ${advice}`);
    this.limit = limit;
    this.actual = actual;
    this.allowed = allowed;
  }
}

/** A write found another version or revision than it expected; nothing was applied. */
export class ConflictError extends DomainError {
  readonly code = "CONFLICT";
  readonly what: string;
  readonly expected: string;
  readonly actual: string;

  constructor(
    what: string,
    expected: string,
    actual: string,
    message = `${what} is at ${actual}, not at the expected ${expected}; read it again and repeat the change`,
  ) {
    super(message);
    this.what = what;
    this.expected = expected;
    this.actual = actual;
  }
}

/** One problem of a dataset, at the place where the curator must mend it. */
export interface DatasetProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** A stable word for the kind of problem, such as `unknown-field`. */
  readonly rule: string;
  readonly message: string;
  /** The offending value, as written; absent when something is missing. */
  readonly value?: string;
}

/** A dataset was refused whole; `problems` is every problem found. */
export class DatasetInvalidError extends DomainError {
  readonly code = "DATASET_INVALID";
  readonly problems: readonly DatasetProblem[];

  constructor(problems: readonly DatasetProblem[]) {
    super(
      `the dataset has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}; nothing was changed`,
    );
    this.problems = problems;
  }
}

/** A computation ran out of its time budget. */
export class TimeoutError extends DomainError {
  readonly code = "TIMEOUT";
  readonly budgetMilliseconds: number;

  constructor(what: string, budgetMilliseconds: number) {
    super(`${what} did not finish within ${budgetMilliseconds} ms; ask for fewer hops or a narrower filter`);
    this.budgetMilliseconds = budgetMilliseconds;
  }
}

/** The store can't be reached, or is being loaded. */
export class StoreUnavailableError extends DomainError {
  readonly code = "STORE_UNAVAILABLE";
  readonly store: string;

  constructor(store: string, reason: string, options?: ErrorOptions) {
    super(`the ${store} store is unavailable: ${reason}`, options);
    this.store = store;
  }
}

export class UnauthenticatedError extends DomainError {
  readonly code = "UNAUTHENTICATED";

  constructor() {
    super("a curator's token is needed; send it as the header authorization: Bearer TOKEN");
  }
}

export class ForbiddenError extends DomainError {
  readonly code = "FORBIDDEN";

  constructor(what: string) {
    super(`${what} is not allowed on this server`);
  }
}

/** A state that the types exclude was reached: a defect of the program, never of its input. */
export function unreachable(what: string): never {
  throw new TypeError(`unreachable: ${what}`);
}
