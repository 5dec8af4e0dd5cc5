import { InvalidArgumentError, LimitExceededError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { resolveRedirect } from "../../risk/endpoint.ts";
import type { Question } from "../../risk/question.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";

/** Time of a question whose request brings no budget: a test's, or a script's. */
const DEFAULT_BUDGET_MILLISECONDS = 10_000;

/** What a question of a request runs under. Throws StoreUnavailableError while there is no projection. */
export function questionOf({ projection, today, budget }: RequestContext): Question {
  return {
    projection: projection(),
    today,
    budget: {
      milliseconds: budget?.forQuestion() ?? DEFAULT_BUDGET_MILLISECONDS,
      now: () => performance.now(),
      ...(budget === undefined ? {} : { isCancelled: budget.isCancelled, onTimeUp: budget.noteCut }),
    },
  };
}

/** Refuses a making as the end of a path: it is a step between a component and its maker, and no stop of a story. */
export function requireStop({ projection }: RequestContext, argument: string, id: RecordId): void {
  const { records } = projection();
  const kind = records.record(resolveRedirect(projection(), id))?.kind;
  if (kind !== "MAKES") return;
  throw new InvalidArgumentError(argument, `"${id}" (${kind})`, "the company or the component that it joins");
}

/** Refuses too long a list of ids. Throws LimitExceededError. */
export function requireShort(argument: string, ids: readonly unknown[] | null | undefined): void {
  const count = ids?.length ?? 0;
  if (count <= MAX_PAGE_SIZE) return;
  throw new LimitExceededError(argument, count, MAX_PAGE_SIZE, "name fewer");
}
