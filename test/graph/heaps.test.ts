import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBinaryHeap } from "../../src/graph/binary-heap.ts";
import { createIndexedHeap } from "../../src/graph/indexed-heap.ts";
import { createKeyedHeap } from "../../src/graph/keyed-heap.ts";
import { countSteps } from "../../src/graph/stop-check.ts";

test("a binary heap gives its elements back in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = createBinaryHeap<number>((a, b) => a < b);
      for (const number of numbers) heap.push(number);
      expect(numbers.map(() => heap.pop())).toEqual(numbers.toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

test("a keyed heap gives its values back by least key, and can be used again", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 200 }), (keys) => {
      const heap = createKeyedHeap();
      for (let round = 0; round < 2; round++) {
        for (const key of keys) heap.push(key, 7 * key);
        expect(heap.size()).toBe(keys.length);
        for (const key of keys.toSorted((a, b) => a - b)) {
          expect(heap.leastKey()).toBe(key);
          expect(heap.pop()).toBe(7 * key);
        }
        expect(heap.leastKey()).toBe(Infinity);
        heap.push(1, 1);
        heap.clear();
      }
    }),
  );
});

describe("an indexed heap", () => {
  test("gives nodes back by least key, then id", () => {
    const entry = fc.tuple(fc.nat(9), fc.nat(5));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const heap = createIndexedHeap(10);
        const keys = new Map<number, number>();
        for (const [node, key] of entries) {
          heap.push(node, key);
          keys.set(node, Math.min(key, keys.get(node) ?? Infinity));
        }
        expect(heap.size()).toBe(keys.size);
        const expected = [...keys].toSorted(([a, x], [b, y]) => x - y || a - b).map(([node]) => node);
        expect(expected.map(() => heap.pop())).toEqual(expected);
      }),
    );
  });

  test("takes a node again after it was taken out", () => {
    const heap = createIndexedHeap(1);
    heap.push(0, 1);
    expect(heap.pop()).toBe(0);
    heap.push(0, 2);
    expect(heap.size()).toBe(1);
  });
});

describe("countSteps", () => {
  test("asks at the first step and then now and then, and stays stopped", () => {
    const asked: number[] = [];
    const counter = countSteps((steps) => {
      asked.push(steps);
      return steps > 500;
    });
    while (counter.step());
    expect(asked).toEqual([1, 256, 512]);
    expect([counter.steps(), counter.stopped(), counter.step()]).toEqual([512, true, false]);
    expect(asked).toHaveLength(3);
  });

  test("never stops without a budget", () => {
    const counter = countSteps(undefined);
    for (let i = 0; i < 1000; i++) counter.step();
    expect(counter.stopped()).toBe(false);
  });
});
