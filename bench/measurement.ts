/** One line of a result: what was done, and how long it took over several runs. */
export interface Measurement {
  readonly what: string;
  readonly runs: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** What a reader compares it with. */
  readonly target?: string;
}

/** From the times of single runs, in milliseconds. */
export function measurementOf(what: string, times: readonly number[], target?: string): Measurement {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return {
    what,
    runs: sorted.length,
    p50Milliseconds: at(0.5),
    p99Milliseconds: at(0.99),
    ...(target === undefined ? {} : { target }),
  };
}

/** A Markdown table. */
export function showMeasurements(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, runs, p50Milliseconds, p99Milliseconds, target }) =>
    [what, runs, inWords(p50Milliseconds), inWords(p99Milliseconds), target ?? ""].join(" | "),
  );
  return ["what | runs | p50 | p99 | target", "--- | ---: | ---: | ---: | ---", ...rows]
    .map((row) => `| ${row} |`)
    .join("\n");
}

function inWords(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
