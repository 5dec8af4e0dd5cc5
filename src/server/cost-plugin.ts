import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from "@apollo/server";
import { DomainError, LimitExceededError } from "../domain/errors.ts";
import { rememberedCost } from "../graphql/limits/remembered-cost.ts";
import { requestError } from "./request-error.ts";
import type { ServerContext } from "./request-scope.ts";

/** A request with this header, set to 1, is told its price in `extensions.cost`. */
export const COST_HEADER = "x-chokepoint-cost";

type PricedContext = Pick<ServerContext, "budget" | "outcome">;

/** Prices every operation with its variables and refuses what is too dear, before it is executed. */
export function costPlugin(maxCost: number): ApolloServerPlugin<PricedContext> {
  const costOf = rememberedCost();
  return {
    requestDidStart: () => {
      let cost: number | undefined;
      return Promise.resolve({
        didResolveOperation: (request) => {
          cost = priceOf(request, costOf);
          request.contextValue.outcome.price = cost;
          if (cost > maxCost) throw requestError(tooDear(cost, maxCost));
          return Promise.resolve();
        },
        willSendResponse: ({ request, response }) => {
          const { body } = response;
          if (
            request.http?.headers.get(COST_HEADER) === "1" &&
            body.kind === "single" &&
            cost !== undefined
          ) {
            const price = { price: cost, allowed: maxCost };
            body.singleResult.extensions = { ...body.singleResult.extensions, cost: price };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function priceOf(
  { schema, document, operation, request }: GraphQLRequestContextDidResolveOperation<PricedContext>,
  costOf: ReturnType<typeof rememberedCost>,
): number {
  // An operation that can't be found has no price; execution says so.
  if (operation === undefined) return 0;
  try {
    return costOf(schema, document, operation, request.variables ?? {});
  } catch (error) {
    throw error instanceof DomainError ? requestError(error) : error;
  }
}

function tooDear(cost: number, maxCost: number): LimitExceededError {
  return new LimitExceededError(
    "query cost",
    cost,
    maxCost,
    "ask for smaller pages (first, last), fewer levels, or a smaller k and maxHops",
  );
}
