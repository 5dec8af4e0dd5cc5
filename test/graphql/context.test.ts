import { expect, it } from "vitest";
import { today } from "../../src/domain/date.ts";
import { createContext } from "../../src/graphql/context.ts";
import { questionOf } from "../../src/graphql/answer/question-of.ts";
import { startBudget } from "../../src/graphql/limits/request-budget.ts";
import { buildProjection } from "../../src/projection/projection.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";

const store = await openEmbeddedStore({ directory: ":memory:" });
let version = 0;
const services = { store, projection: () => buildProjection([], `graph-${(version += 1)}`) };

it("shows one request one projection, and the next request the newest", () => {
  const request = createContext(services);
  const first = request.projection();
  expect(request.projection()).toBe(first);
  expect(createContext(services).projection().version).not.toBe(first.version);
});

it("remembers what was read for one request only", () => {
  expect(createContext(services).loaders).not.toBe(createContext(services).loaders);
});

it("answers as of today in UTC unless the request says otherwise", () => {
  expect(createContext(services).today).toBe(today());
  expect(createContext(services, { today: "2025-01-01" }).today).toBe("2025-01-01");
});

it("lets no resolver begin to work with the graph once the time of its request is up", () => {
  const budget = startBudget(60_000);
  const context = createContext(services, { budget });
  expect(context.projection().version).toContain("graph-");
  budget.abandon();
  expect(() => context.projection()).toThrow("did not finish within 60000 ms");
  budget.end();
});

it("runs questions under the request's budget", () => {
  const budget = startBudget(50);
  budget.end();
  const question = questionOf(createContext(services, { budget }));
  expect(question.budget.milliseconds).toBeLessThanOrEqual(50);
  expect(question.budget.isCancelled?.()).toBe(false);
  budget.abandon();
  expect(question.budget.isCancelled?.()).toBe(true);
  expect(questionOf(createContext(services)).budget.isCancelled).toBeUndefined();
});
