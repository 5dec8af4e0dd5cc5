import type { EngineRun } from "./engine-process.ts";

const TOLERANCE = 1e-9;

/**
 * What engines answered differently, one sentence each; they may have run fewer
 * inputs than the first, never others, and give fewer numbers.
 */
export function disagreements(ours: EngineRun, others: readonly EngineRun[]): readonly string[] {
  return others.flatMap((other) =>
    other.results.flatMap(({ task, answers }) => {
      const expected = ours.results.find((result) => result.task === task)?.answers ?? [];
      return answers.flatMap((answer, input) => {
        const same = expected[input];
        if (same === undefined || areEqual(same, answer)) return [];
        return [
          `${task}, input ${String(input)}: ${other.name} has ${answer.join(", ")}, ${ours.name} has ${same.join(", ")}`,
        ];
      });
    }),
  );
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return b.every((value, i) => Math.abs(value - (a[i] ?? NaN)) <= TOLERANCE * Math.max(1, Math.abs(value)));
}
