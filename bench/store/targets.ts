import { target, type Target } from "../target-table.ts";

const ONE_CALL = 0.025;

/** What the figures of the embedded store should be: milliseconds of the clock. Those of single calls are the same at every size. */
export const TARGETS: readonly Target[] = [
  target("start from the store", "p50", { "100k": 800 }, { "100k": 400 }),
  target("start from a snapshot", "p50", { "100k": 500 }, { "100k": 200 }),
  target("look-up by id", "p50", both(ONE_CALL), both(0.01)),
  target("look-up by id", "p99", both(0.1), both(0.03)),
  target("batch of 100 ids", "p50", both(1.2), both(0.45)),
  target("neighbours by type", "p50", both(0.03), both(0.01)),
  target("durable commit", "p50", both(2), both(0.4)),
];

function both(milliseconds: number): Target["must"] {
  return { curated: milliseconds, "100k": milliseconds };
}
