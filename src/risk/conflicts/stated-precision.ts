/** What a source says of a quantity: a number, a range, or a limit; null: open on that side. */
export interface Quantity {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Half a unit of the last digit that a number is stated to: of its last digit that is no zero at the end, but at the least of the
 * second digit, and of whole numbers the ones. So 3.2 billion is 3.15 to 3.25, 20 billion is 19.5 to 20.5, 7 is 6.5 to 7.5.
 */
export function halfUnit(value: number): number {
  if (value === 0) return 0.5;
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const first = Number(exponent);
  const lastStated = first - (mantissa.split(".")[1] ?? "").length;
  return 0.5 * 10 ** Math.min(lastStated, Math.max(first - 1, 0));
}

/** Whether two quantities differ by more than the rounding of either. */
export function differs(a: Quantity, b: Quantity): boolean {
  return isBelow(a.high, b.low) || isBelow(b.high, a.low);
}

function isBelow(high: number | null, low: number | null): boolean {
  if (high === null || low === null) return false;
  const tolerance = Math.max(halfUnit(high), halfUnit(low));
  // Sums of decimal fractions miss by a few units of the last place of the machine.
  return low - high > tolerance * (1 + 1e-9);
}
