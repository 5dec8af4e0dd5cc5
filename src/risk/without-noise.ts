/** Twelve digits: what adding and dividing binary fractions leaves behind them is no part of an answer. */
export function withoutNoise<Value extends number | null>(value: Value): Value {
  return (value === null ? null : Number(value.toPrecision(12))) as Value;
}
