import * as fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isEntityKind } from "../../../src/domain/kinds.ts";
import { createContext } from "../../../src/graphql/context.ts";
import { errorFormatter } from "../../../src/graphql/format-error.ts";
import { DEFAULT_QUERY_LIMITS } from "../../../src/graphql/limits/query-limits.ts";
import { startBudget } from "../../../src/graphql/limits/request-budget.ts";
import { buildGraphqlSchema } from "../../../src/graphql/schema.ts";
import { keepProjection } from "../../../src/projection/projection-keeper.ts";
import type { Projection } from "../../../src/projection/projection.ts";
import { startApollo } from "../../../src/server/apollo-server.ts";
import { costPlugin } from "../../../src/server/cost-plugin.ts";
import { createLogger } from "../../../src/server/logger.ts";
import { newOutcome } from "../../../src/server/request-scope.ts";
import { propertySettings } from "../../contract/property-settings.ts";
import { TODAY } from "../ask.ts";
import { seedAsker } from "../seed-asker.ts";
import { randomOperation, type RandomOperation } from "./random-operation.ts";

const { title, parameters } = propertySettings(5000);
const BUDGET_MILLISECONDS = 10_000;
/** Codes that an operation of the right form can be refused with; an unexpected error is none of them. */
const CODES = ["NOT_FOUND", "BAD_USER_INPUT", "LIMIT_EXCEEDED", "TIMEOUT"];

interface Api {
  readonly schema: GraphQLSchema;
  readonly ids: readonly string[];
  readonly stop: () => Promise<void>;
  /** The codes of the errors of an operation, none for an answer. */
  readonly codesOf: (operation: RandomOperation) => Promise<readonly unknown[]>;
}

async function startApi(): Promise<Api> {
  const { store } = await seedAsker();
  const keeper = keepProjection(store);
  await keeper.refresh();
  keeper.stop();
  const schema = await buildGraphqlSchema();
  const apollo = await startApollo({
    schema,
    introspection: true,
    formatError: errorFormatter({ report: (_id, error) => console.error(error), hidesSuggestions: false }),
    logger: createLogger("silent"),
    plugins: [costPlugin(DEFAULT_QUERY_LIMITS.maxCost)],
  });
  return {
    schema,
    ids: idsOf(keeper.current()),
    stop: () => apollo.stop(),
    async codesOf({ query, variables }) {
      const budget = startBudget(BUDGET_MILLISECONDS);
      const context = createContext({ store, projection: () => keeper.current() }, { today: TODAY, budget });
      const contextValue = { ...context, budget, outcome: newOutcome() };
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
      budget.end();
      if (body.kind !== "single") throw new TypeError("the answer came in parts");
      // What can't be sent is no answer.
      JSON.stringify(body.singleResult.data);
      return (body.singleResult.errors ?? []).map(({ extensions }) => extensions?.["code"]);
    },
  };
}

/** Ids of things above all, for most arguments want one, and of a few records of each other kind. */
function idsOf({ records }: Projection): readonly string[] {
  const perKind = new Map<string, number>();
  return [...records.all()]
    .filter(({ kind }) => {
      const count = (perKind.get(kind) ?? 0) + 1;
      perKind.set(kind, count);
      return isEntityKind(kind) || count <= 5;
    })
    .map(({ id }) => id);
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
}, 120_000);
afterAll(() => api.stop());

describe(`random operations on the curated dataset (${title})`, () => {
  it(
    "are answered within their budget or refused with a code that says what is wrong",
    { timeout: 600_000 },
    async () => {
      const seen = new Map<unknown, number>();
      await fc.assert(
        fc.asyncProperty(randomOperation(api.schema, api.ids), async (operation) => {
          const begun = performance.now();
          const codes = await api.codesOf(operation);
          for (const code of codes.length === 0 ? ["answered"] : codes)
            seen.set(code, (seen.get(code) ?? 0) + 1);
          expect(codes.filter((code) => !CODES.includes(String(code)))).toEqual([]);
          expect(performance.now() - begun).toBeLessThan(2 * BUDGET_MILLISECONDS);
        }),
        parameters,
      );
      // A run that is refused as a whole would show nothing.
      expect(seen.get("answered")).toBeGreaterThan(parameters.numRuns / 5);
    },
  );
});
