import { writeSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts tests. A file that broke without a failed test, and an error outside of any test, count as one failure each. */
function count(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const tally: Tally = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") tally.passed += 1;
      else if (state === "failed") failedHere += 1;
      else tally.skipped += 1;
    }
    tally.failed += !module.ok() && failedHere === 0 ? 1 : failedHere;
  }
  return tally;
}

/**
 * Prints `N passed, N failed, N skipped` as the very last line, after every other reporter and the coverage
 * report, and fails a run in which no test was executed.
 */
export default class TallyReporter implements Reporter {
  private tally: Tally = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    process.once("exit", () => {
      this.print();
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.tally = count(modules, unhandled);
  }

  private print(): void {
    const { passed, failed, skipped } = this.tally;
    if (passed + failed === 0) {
      writeSync(2, "no test was executed\n");
      process.exitCode = 1;
    }
    writeSync(1, `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped\n`);
  }
}
