import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { createFairQueue, type FairQueue } from "../../../src/server/workers/fair-queue.ts";

function queueOf(places: number, ...items: readonly string[]): FairQueue<string> {
  const queue = createFairQueue<string>(places);
  for (const item of items) queue.add(clientOf(item), item);
  return queue;
}

/** Items are called by their client's letter and a number. */
function clientOf(item: string): string {
  return item.charAt(0);
}

/** What is taken one after the other while nothing ends. */
function served(queue: FairQueue<string>): readonly string[] {
  const running: string[] = [];
  const countOf = (client: string): number => running.filter((item) => clientOf(item) === client).length;
  for (;;) {
    const item = queue.take(countOf);
    if (item === undefined) return running;
    running.push(item);
  }
}

describe("the queue", () => {
  it("lets clients take turns, each in the order in which it asked", () => {
    expect(served(queueOf(10, "a1", "a2", "a3", "b1", "c1", "b2"))).toEqual([
      "a1",
      "b1",
      "c1",
      "a2",
      "b2",
      "a3",
    ]);
  });

  it("serves the client with the fewest running first, whoever came first", () => {
    const queue = queueOf(10, "a1", "b1", "c1");
    const running: Readonly<Record<string, number>> = { a: 2, b: 1, c: 0 };
    const take = (): string | undefined => queue.take((client) => running[client] ?? 0);
    expect([take(), take(), take(), take()]).toEqual(["c1", "b1", "a1", undefined]);
  });

  it("remembers whose turn it was, though nothing of that client waited any more", () => {
    const queue = queueOf(10, "a1");
    const take = (): string | undefined => queue.take(() => 0);
    expect(take()).toBe("a1");
    for (const item of ["a2", "b1"]) queue.add(clientOf(item), item);
    expect([take(), take()]).toEqual(["b1", "a2"]);
  });

  it("takes one out that is not waited for any more, once", () => {
    const queue = queueOf(10, "a1", "a2", "b1");
    expect([queue.remove("a", "a1"), queue.remove("a", "a1"), queue.remove("d", "d1")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(queue.size()).toBe(2);
    expect(served(queue)).toEqual(["a2", "b1"]);
  });

  it("gives back the newest of the longest line when it is full, so that one client can't keep others out", () => {
    const queue = queueOf(3, "a1", "a2", "a3");
    expect(queue.add("b", "b1")).toBe("a3");
    expect(queue.add("a", "a4")).toBe("a4");
    expect(queue.add("c", "c1")).toBe("a2");
    expect(queue.add("d", "d1")).toBe("d1");
    expect(served(queue)).toEqual(["a1", "b1", "c1"]);
  });

  it("is empty once it is cleared", () => {
    const queue = queueOf(10, "a1", "b1", "a2");
    expect(queue.clear()).toEqual(["a1", "a2", "b1"]);
    expect([queue.size(), served(queue)]).toEqual([0, []]);
  });

  it("loses nothing and serves nothing twice, whatever is put in", () => {
    const clients = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });
    fc.assert(
      fc.property(clients, fc.integer({ min: 1, max: 20 }), (asked, places) => {
        const queue = createFairQueue<string>(places);
        const items = asked.map((client, position) => `${client}${position}`);
        const refused = items.flatMap((item) => queue.add(clientOf(item), item) ?? []);
        expect(queue.size()).toBe(Math.min(places, items.length));
        const taken = served(queue);
        expect([...refused, ...taken].toSorted()).toEqual(items.toSorted());
      }),
    );
  });

  it("serves no client twice before another that waits, when each ends before the next begins", () => {
    const clients = fc.array(fc.constantFrom<string>("a", "b", "c"), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(clients, (asked) => {
        const queue = queueOf(100, ...asked.map((client, position) => `${client}${position}`));
        const order = asked.map(() => clientOf(queue.take(() => 0) ?? ""));
        const servedTwice = order.filter((client, position) => {
          const waits = order.slice(position).some((other) => other !== client);
          return client === order[position - 1] && waits;
        });
        expect(servedTwice).toEqual([]);
      }),
    );
  });
});
