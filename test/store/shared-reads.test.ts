import { describe, expect, it } from "vitest";
import { InvalidArgumentError, StoreUnavailableError } from "../../src/domain/errors.ts";
import type { RunStatement } from "../../src/store/neo4j/neo4j-statement.ts";
import { shareReads } from "../../src/store/neo4j/shared-reads.ts";

const run: RunStatement = (statement) => Promise.resolve([{ statement }]);

/** Counts its transactions; fails in all of them when it is told to. */
function transactions(failure?: Error): { readonly count: () => number; readonly read: Together } {
  let count = 0;
  const read: Together = async (work) => {
    count += 1;
    if (failure !== undefined) throw failure;
    return work(run);
  };
  return { count: () => count, read };
}
type Together = <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>;

describe("shared reads", () => {
  it("share one transaction in one turn, and each has its own answer", async () => {
    const { count, read } = transactions();
    const shared = shareReads(read);
    const answers = await Promise.all(["A", "B", "C"].map((name) => shared(async (each) => each(name))));
    expect(answers).toEqual([[{ statement: "A" }], [{ statement: "B" }], [{ statement: "C" }]]);
    expect(count()).toBe(1);
  });

  it("have a transaction of their own in a later turn", async () => {
    const { count, read } = transactions();
    const shared = shareReads(read);
    await shared(async (each) => each("A"));
    await shared(async (each) => each("B"));
    expect(count()).toBe(2);
  });

  it("fail alone: the others of the turn still get their answers", async () => {
    const shared = shareReads(transactions().read);
    const refused = new InvalidArgumentError("limit", "0", "at least 1");
    const [good, bad] = await Promise.allSettled([
      shared(async (each) => each("A")),
      shared(() => Promise.reject(refused)),
    ]);
    expect(good).toEqual({ status: "fulfilled", value: [{ statement: "A" }] });
    expect(bad).toEqual({ status: "rejected", reason: refused });
  });

  it("fail together, and are not tried one by one, while the server is away", async () => {
    const away = new StoreUnavailableError("neo4j", "it is away");
    const { count, read } = transactions(away);
    const shared = shareReads(read);
    const settled = await Promise.allSettled(["A", "B"].map((name) => shared(async (each) => each(name))));
    expect(settled).toEqual([
      { status: "rejected", reason: away },
      { status: "rejected", reason: away },
    ]);
    expect(count()).toBe(1);
  });
});
