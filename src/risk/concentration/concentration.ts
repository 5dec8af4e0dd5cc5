import type { FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import { chooseEstimate } from "./estimate-choice.ts";
import type { Concentration } from "./market-answer.ts";
import { marketByAmounts } from "./market-by-amounts.ts";
import { marketByEstimate } from "./market-by-estimate.ts";
import { marketContext, type MarketContext } from "./market-context.ts";
import { requireMarket } from "./market-request.ts";
import type { MarketGroup, MarketInput } from "./market.ts";

export interface ConcentrationInput {
  readonly market: MarketInput;
  /** Default: the first that the kind of market takes. */
  readonly groupBy?: MarketGroup | undefined;
  readonly filter?: FactFilter | undefined;
}

/** How concentrated is a market? One published statement, or what contracts or sites add up to; bounds wherever a share is unknown. */
export function concentration(
  question: Question,
  { market, groupBy, filter }: ConcentrationInput,
): Concentration {
  return concentrationIn(marketContext(question, filter), market, groupBy);
}

/** The same within a context that several markets share. */
export function concentrationIn(
  context: MarketContext,
  input: MarketInput,
  groupBy: MarketGroup | undefined,
): Concentration {
  const { projection, under } = context;
  const request = requireMarket(projection, input, groupBy);
  const choice = chooseEstimate(projection.records, request.market, under);
  for (const { id, filter } of choice.filtered) context.leaveOut(id, filter);
  const isByAmounts = request.amounts !== null && choice.chosen === null && input.estimate === undefined;
  return isByAmounts && request.amounts !== null
    ? marketByAmounts(
        context,
        request,
        request.amounts,
        choice.others.map(({ id }) => id),
      )
    : marketByEstimate(context, request, choice);
}
