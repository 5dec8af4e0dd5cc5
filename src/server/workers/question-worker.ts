import { parentPort, workerData } from "node:worker_threads";
import { isAtLeast } from "../../domain/change-set.ts";
import { unreachable } from "../../domain/errors.ts";
import { createContext } from "../../graphql/context.ts";
import { errorFormatter } from "../../graphql/format-error.ts";
import { startBudget, type RequestBudget } from "../../graphql/limits/request-budget.ts";
import { buildGraphqlSchema } from "../../graphql/schema.ts";
import { keepProjection } from "../../projection/projection-keeper.ts";
import { startApollo } from "../apollo-server.ts";
import { innermostError } from "../innermost-error.ts";
import { createLogger } from "../logger.ts";
import { openStore } from "../open-store.ts";
import type {
  FromWorker,
  MaskedError,
  QuestionTask,
  ToWorker,
  WorkerAnswer,
  WorkerStart,
} from "./messages.ts";

// Started by start-worker.ts: answers one question after the other with a schema, a store and a projection of its own.

/** How often a worker reads the graph again for a version that it has not reached: a read that runs already may be too early. */
const MAX_REFRESHES = 3;

const port = parentPort ?? unreachable("a worker without a parent");
const { config, givenUp, graph } = workerData as WorkerStart;
let shared = graph;
let masked: MaskedError[] = [];
let budget: RequestBudget | undefined;
let asked = 0;

const store = await openStore(config, { readOnly: true });
const keeper = keepProjection(store, {
  pollMilliseconds: 0,
  maxRecords: config.maxRecords,
  arraysOf: (version) => (shared.version === version ? shared.arrays : undefined),
});
const formatError = errorFormatter({
  report: (errorId, error) => masked.push({ errorId, err: loggedError(innermostError(error)) }),
  hidesSuggestions: !config.introspection,
});
const apollo = await startApollo({
  schema: await buildGraphqlSchema(),
  introspection: config.introspection,
  // The event loop lets only valid documents through, and its schema is the same.
  isValidated: true,
  formatError,
  logger: createLogger(config.logLevel),
});
await keeper.refresh();

port.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "ask":
      void ask(message.question, message.task);
      return;
    case "graph":
      shared = message.graph;
      // In the background: a question that needs it waits for it anyway, and says so when it fails.
      keeper.refresh().catch(() => undefined);
      return;
    case "giveUp":
      if (message.question === asked) budget?.abandon();
      return;
    case "stop":
      port.close();
      void store.close();
  }
});
say({ kind: "ready" });

function say(message: FromWorker): void {
  port.postMessage(message);
}

async function ask(question: number, task: QuestionTask): Promise<void> {
  asked = question;
  masked = [];
  budget = startBudget(task.milliseconds, {
    left: task.left,
    isGivenUp: () => Atomics.load(givenUp, 0) === question,
  });
  const answer = (await reaches(task)) ? await answerTo(task, budget) : null;
  budget.end();
  say({ kind: "answer", question, answer });
}

/** Brings the graph to the version that is asked for; false when that fails. */
async function reaches({ version }: QuestionTask): Promise<boolean> {
  for (let refreshes = 0; refreshes < MAX_REFRESHES; refreshes += 1) {
    if (isAtLeast(keeper.current().version, version)) return true;
    try {
      await keeper.refresh();
    } catch {
      return false;
    }
  }
  return isAtLeast(keeper.current().version, version);
}

async function answerTo(task: QuestionTask, within: RequestBudget): Promise<WorkerAnswer> {
  const { source: query, operationName, variables, today } = task;
  const projection = keeper.current();
  const context = createContext({ store, projection: () => projection }, { budget: within, today });
  const { body, http } = await apollo.executeOperation(
    {
      query,
      ...(operationName === undefined ? {} : { operationName }),
      ...(variables === undefined ? {} : { variables }),
    },
    { contextValue: { ...context, budget: within } },
  );
  if (body.kind !== "single") return unreachable("an answer in parts");
  const { data, errors } = body.singleResult;
  return {
    ...(data === undefined ? {} : { data: JSON.stringify(data) }),
    ...(errors === undefined ? {} : { errors }),
    ...(http.status === undefined ? {} : { status: http.status }),
    version: projection.version,
    wasCut: within.wasCut(),
    masked,
  };
}

function loggedError(error: unknown): MaskedError["err"] {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: "" };
  return { type: error.name, message: error.message, stack: error.stack ?? "" };
}
