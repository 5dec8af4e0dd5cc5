import { expect, it } from "vitest";
import { countCalls } from "../../src/store/counting-store.ts";
import { modelStore } from "../contract/model-store.ts";

it("counts each call of each method, those that fail too", async () => {
  const { store, calls } = countCalls(modelStore());
  expect(calls()).toEqual({});
  await store.info();
  await store.records([]);
  await store.records(["company:a"]);
  const wrong = { ids: [], direction: "OUT", types: ["ANSWERS"], page: { first: 1 } } as const;
  await expect(store.adjacent(wrong)).rejects.toThrow("types");
  expect(calls()).toEqual({ info: 1, records: 2, adjacent: 1 });
});

it("hands arguments and answers through", async () => {
  const { store } = countCalls(modelStore());
  const result = await store.apply({ id: "one", author: "ada", message: "", puts: [], removes: [] });
  expect(result).toMatchObject({ added: 0, unchanged: 0 });
  await store.close();
});
