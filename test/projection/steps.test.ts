import { describe, expect, it } from "vitest";
import { atOnce, inSlices, type Steps } from "../../src/projection/steps.ts";
import { buildProjection, projectionSteps } from "../../src/projection/projection.ts";
import { arraysOf } from "../../src/projection/projection-arrays.ts";
import { recordsOf } from "../support/graph-builder.ts";

/** So many steps that never yield by themselves and take some time each. */
function* slowSteps(count: number, log: string[]): Steps<string> {
  for (let step = 0; step < count; step += 1) {
    const end = performance.now() + 10;
    while (performance.now() < end);
    log.push("work");
    yield;
  }
  return "done";
}

describe("work in steps", () => {
  it("lets others have their turn between two slices", async () => {
    const log: string[] = [];
    const other = (): void => void log.push("other");
    setImmediate(other);
    expect(await inSlices(slowSteps(3, log))).toBe("done");
    expect(log.indexOf("other")).toBe(1);
    expect(log.filter((entry) => entry === "work")).toHaveLength(3);
  });

  it("is the same work at once", () => {
    const log: string[] = [];
    expect(atOnce(slowSteps(2, log))).toBe("done");
    expect(log).toEqual(["work", "work"]);
  });

  it("fails as the work does", async () => {
    function* broken(): Steps<void> {
      yield;
      throw new RangeError("broken");
    }
    await expect(inSlices(broken())).rejects.toThrow(RangeError);
    expect(() => atOnce(broken())).toThrow(RangeError);
  });
});

describe("a projection in steps", () => {
  const records = recordsOf((g) => {
    for (let number = 0; number < 50; number += 1) g.company(`c${number}`);
  });

  it("is cut finer than by records, and is the one that is built at once", () => {
    const steps = projectionSteps(records, "graph-1");
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(records.length);
    const once = buildProjection(records, "graph-1");
    expect(step.value.model).toEqual(once.model);
    expect(arraysOf(step.value)).toEqual(arraysOf(once));
    expect(step.value.search.search("c4")).toEqual(once.search.search("c4"));
  });
});
