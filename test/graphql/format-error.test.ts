import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import * as errors from "../../src/domain/errors.ts";
import { errorFormatter, extensionsOf } from "../../src/graphql/format-error.ts";

const problem = { file: "seed/a.yaml", line: 3, column: 5, rule: "unknown-field", message: "no such field" };

/** One of every class of `src/domain/errors.ts`, with what its answer must carry. */
const samples: Readonly<Record<string, readonly [errors.DomainError, Readonly<Record<string, unknown>>]>> = {
  NotFoundError: [
    new errors.NotFoundError("company", "company:x"),
    { code: "NOT_FOUND", what: "company", id: "company:x" },
  ],
  InvalidArgumentError: [
    new errors.InvalidArgumentError("first", "-1", "a whole number from 1 to 100"),
    { code: "BAD_USER_INPUT", argument: "first", expectation: "a whole number from 1 to 100" },
  ],
  LimitExceededError: [
    new errors.LimitExceededError("query depth", 30, 20, "ask for less"),
    { code: "LIMIT_EXCEEDED", limit: "query depth", actual: 30, allowed: 20 },
  ],
  ConflictError: [
    new errors.ConflictError("the graph", "a-1", "a-2"),
    { code: "CONFLICT", what: "the graph", expected: "a-1", actual: "a-2" },
  ],
  DatasetInvalidError: [
    new errors.DatasetInvalidError([problem]),
    { code: "DATASET_INVALID", problems: [problem] },
  ],
  TimeoutError: [new errors.TimeoutError("reach", 500), { code: "TIMEOUT", budgetMilliseconds: 500 }],
  StoreUnavailableError: [
    new errors.StoreUnavailableError("neo4j", "no answer", { cause: new Error("MATCH (n) RETURN n") }),
    { code: "STORE_UNAVAILABLE", store: "neo4j" },
  ],
  UnauthenticatedError: [new errors.UnauthenticatedError(), { code: "UNAUTHENTICATED" }],
  ForbiddenError: [new errors.ForbiddenError("writing"), { code: "FORBIDDEN" }],
};

function isErrorClass(value: unknown): boolean {
  return (
    typeof value === "function" &&
    value !== errors.DomainError &&
    value.prototype instanceof errors.DomainError
  );
}

describe("the mapping of domain errors", () => {
  it("has a sample here for every class", () => {
    const classes = Object.entries(errors).flatMap(([name, value]) => (isErrorClass(value) ? [name] : []));
    expect(Object.keys(samples).toSorted()).toEqual(classes.toSorted());
  });

  it.each(Object.entries(samples))(
    "gives %s its code, its public fields and no more",
    (_, [error, expected]) => {
      expect(extensionsOf(error)).toEqual(expected);
      const format = errorFormatter({ report: () => expect.unreachable(), hidesSuggestions: false });
      const located = new GraphQLError(error.message, { originalError: error, path: ["company"] });
      expect(format({ ...located.toJSON(), extensions: {} }, located)).toEqual({
        message: error.message,
        path: ["company"],
        extensions: expected,
      });
    },
  );
});

describe("the masking of other errors", () => {
  const secret = "SELECT * FROM record WHERE id = ?";
  const unexpected: readonly (readonly [string, unknown])[] = [
    ["a plain error", new Error(secret)],
    ["a thrown text", secret],
    [
      "an error of a resolver",
      new GraphQLError(secret, { originalError: new TypeError(secret), path: ["a"] }),
    ],
    [
      "a GraphQL error with a code of its own",
      new GraphQLError(secret, { extensions: { code: "SQLITE_BUSY" } }),
    ],
  ];

  it.each(unexpected)("hides %s behind an id that is reported", (_, error) => {
    const reported: [string, unknown][] = [];
    const format = errorFormatter({
      report: (id, cause) => void reported.push([id, cause]),
      hidesSuggestions: false,
    });
    const formatted = error instanceof GraphQLError ? error.toJSON() : { message: secret };
    const answer = format(formatted, error);
    expect(JSON.stringify(answer)).not.toContain("SELECT");
    expect(answer.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(reported).toEqual([[answer.extensions?.["errorId"], error]]);
  });
});
