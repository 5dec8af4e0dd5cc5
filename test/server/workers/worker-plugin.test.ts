import { buildSchema, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { LimitExceededError, TimeoutError } from "../../../src/domain/errors.ts";
import type { WorkerAnswer } from "../../../src/server/workers/messages.ts";
import type { WorkerPool } from "../../../src/server/workers/worker-pool.ts";
import { standIn, type StandIn } from "../stand-in.ts";
import { ANSWER } from "./fake-threads.ts";

const QUESTION = "query Ask($n: Int) { question(n: $n) { sum } }";

/** A schema with one question, which the event loop answers with 1, and one look-up. */
function schemaOfQuestions(): GraphQLSchema {
  const schema = buildSchema(`
    interface Answer { sum: Int }
    type Question implements Answer { sum: Int }
    type Query { question(n: Int): Question ping: String }
  `);
  const fields = schema.getQueryType()?.getFields() ?? {};
  if (fields["question"] !== undefined) fields["question"].resolve = () => ({ sum: 1 });
  if (fields["ping"] !== undefined) fields["ping"].resolve = () => "here";
  return schema;
}

interface Offloading extends StandIn {
  /** Who asked what of the workers, in order. */
  readonly asked: (readonly [client: string, source: string, variables: unknown])[];
  readonly caughtUp: () => number;
}

async function offloading(
  answer: () => Promise<WorkerAnswer | null>,
  { isReady = true, env = {} }: { readonly isReady?: boolean; readonly env?: Record<string, string> } = {},
): Promise<Offloading> {
  const asked: [string, string, unknown][] = [];
  let caughtUp = 0;
  const pool: WorkerPool = {
    isReady: () => isReady,
    ask(client, { source, variables }) {
      asked.push([client, source, variables]);
      return answer();
    },
    update: () => undefined,
    state: () => ({ waiting: 0, running: 0, ready: 1 }),
    close: () => Promise.resolve(),
  };
  const catchUp = (): Promise<void> => {
    caughtUp += 1;
    return Promise.resolve();
  };
  const server = await standIn({
    env,
    parts: { schema: schemaOfQuestions(), workers: { pool, version: () => "graph-1", catchUp } },
  });
  return { ...server, asked, caughtUp: () => caughtUp };
}

const answered =
  (answer: Partial<WorkerAnswer> = {}) =>
  () =>
    Promise.resolve({ ...ANSWER, data: '{"question":{"sum":2}}', ...answer });

describe("a question", () => {
  it("is answered by the workers, as they wrote it", async () => {
    const { ask, asked } = await offloading(answered());
    const { data, text } = await ask(QUESTION, { variables: { n: 3 } });
    expect([data, text]).toEqual([{ question: { sum: 2 } }, '{"data":{"question":{"sum":2}}}\n']);
    expect(asked).toEqual([["127.0.0.1", QUESTION, { n: 3 }]]);
  });

  it("is asked in the name of its curator", async () => {
    const { ask, asked } = await offloading(answered(), {
      env: { CHOKEPOINT_TOKENS: "alice:correct-horse" },
    });
    await ask(QUESTION, { headers: { authorization: "Bearer correct-horse" } });
    expect(asked.map(([client]) => client)).toEqual(["curator alice"]);
  });

  it("never reaches them when it is not valid, or too dear", async () => {
    const { ask, asked } = await offloading(answered(), { env: { CHOKEPOINT_MAX_COST: "1" } });
    expect((await ask("{ question { product } }")).status).toBe(400);
    expect((await ask("{ question { sum } }")).errors[0]?.extensions["code"]).toBe("LIMIT_EXCEEDED");
    expect(asked).toEqual([]);
  });

  it("has its price beside their answer when it wants to know it", async () => {
    const { ask } = await offloading(answered());
    const { text } = await ask(QUESTION, { headers: { "x-chokepoint-cost": "1" } });
    expect(JSON.parse(text)).toEqual({
      data: { question: { sum: 2 } },
      extensions: { cost: { price: 2, allowed: 50_000 } },
    });
  });

  it("has their errors and their status, and is logged by them", async () => {
    const errors = [{ message: "no node has the id", path: ["question"], extensions: { code: "NOT_FOUND" } }];
    const { ask, log } = await offloading(answered({ data: "null", errors, status: 418 }));
    const answer = await ask(QUESTION);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([418, { data: null, errors }]);
    expect(log()).toMatchObject([{ operation: "Ask", code: "NOT_FOUND", status: 418 }]);
  });

  it("has the errors that they mask in the log of the server, under the id of its answer", async () => {
    const errorId = "b5d5f3c1-0000-4000-8000-000000000000";
    const errors = [{ message: "masked", extensions: { code: "INTERNAL_SERVER_ERROR", errorId } }];
    const masked = [
      { errorId, err: { type: "RangeError", message: "broken", stack: "RangeError: broken at x" } },
    ];
    const { ask, log, logText } = await offloading(answered({ data: "null", errors, masked }));
    const { text } = await ask(QUESTION);
    expect(text).not.toContain("broken");
    expect(log()).toMatchObject([
      { msg: "unexpected error", errorId, err: { message: "broken" } },
      { code: "INTERNAL_SERVER_ERROR", errorIds: [errorId] },
    ]);
    expect(logText()).toContain("broken at x");
  });

  it("is a masked error, with an id that is in the log, when a worker dies at it", async () => {
    const { ask, log } = await offloading(() => Promise.reject(new RangeError("out of memory")));
    const { status, data, errors } = await ask(QUESTION);
    const errorId = errors[0]?.extensions["errorId"];
    expect([status, data]).toEqual([200, null]);
    expect(errors).toEqual([
      {
        message: `something went wrong on the server; its log tells more under the id ${String(errorId)}`,
        extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
      },
    ]);
    expect(log()[0]).toMatchObject({ errorId, err: { message: "out of memory" } });
  });

  it("is TIMEOUT at each of its fields, without work, when none of them came to an end with it in time", async () => {
    const late = async (): Promise<never> => {
      await new Promise((resolve) => void setTimeout(resolve, 60));
      throw new TimeoutError("the request", 50);
    };
    const { ask, log } = await offloading(late, { env: { CHOKEPOINT_TIME_BUDGET_MS: "50" } });
    const { status, data, errors } = await ask(QUESTION);
    expect(errors[0]?.path).toEqual(["question"]);
    expect([status, data, errors[0]?.extensions]).toEqual([
      200,
      { question: null },
      { code: "TIMEOUT", budgetMilliseconds: 50 },
    ]);
    expect(log()).toMatchObject([{ code: "TIMEOUT" }]);
  });

  it("is refused as busy when too many wait, with the time after which to ask again", async () => {
    const full = new LimitExceededError("number of questions that wait", 101, 100, "ask again later");
    const { ask } = await offloading(() => Promise.reject(full));
    const { status, headers, errors, text } = await ask(QUESTION);
    expect([status, headers["retry-after"], errors[0]?.extensions["code"]]).toEqual([
      503,
      "1",
      "LIMIT_EXCEEDED",
    ]);
    expect(text).not.toContain('"data"');
  });

  it("makes the event loop catch up when they answered from a newer graph, and only then", async () => {
    const older = await offloading(answered());
    await older.ask(QUESTION);
    const newer = await offloading(answered({ version: "graph-2" }));
    await newer.ask(QUESTION);
    expect([older.caughtUp(), newer.caughtUp()]).toEqual([0, 1]);
  });

  it("is answered on the event loop while no worker is ready, and when none reaches its version", async () => {
    const early = await offloading(answered(), { isReady: false });
    const behind = await offloading(() => Promise.resolve(null));
    for (const { ask } of [early, behind]) {
      expect((await ask(QUESTION)).data).toEqual({ question: { sum: 1 } });
    }
  });
});

describe("a look-up", () => {
  it("stays on the event loop", async () => {
    const { ask, asked } = await offloading(answered());
    expect([(await ask("{ ping }")).data, asked]).toEqual([{ ping: "here" }, []]);
  });
});
