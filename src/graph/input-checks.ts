import { GraphInputError } from "./graph-input-error.ts";

/** Refuses anything but an integer in [0, nodeCount). */
export function requireNode(node: number, nodeCount: number, argument: string): void {
  if (!Number.isInteger(node) || node < 0 || node >= nodeCount) {
    throw new GraphInputError(argument, `a node id from 0 to ${nodeCount - 1}, got ${node}`);
  }
}

/** Refuses anything but an integer of at least `least`. */
export function requireCount(value: number, least: number, argument: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new GraphInputError(argument, `an integer of at least ${least}, got ${value}`);
  }
}

/** Refuses NaN, infinities and negative numbers. */
export function requireAmount(value: number, argument: string): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new GraphInputError(argument, `a finite number of at least 0, got ${value}`);
  }
}

/** `requireAmount` for each element; the message names the index. */
export function requireAmounts(values: ArrayLike<number>, argument: string): void {
  for (let i = 0; i < values.length; i++) requireAmount(values[i]!, `${argument}[${i}]`);
}

const checkedCosts = new WeakSet<object>();

/** Refuses costs by edge of another number, and NaN, infinities and negative ones; an array that passed is not read again. */
export function requireCosts(costs: ArrayLike<number> & object, edgeCount: number): void {
  requireLength(costs, edgeCount, "costs");
  if (checkedCosts.has(costs)) return;
  requireAmounts(costs, "costs");
  checkedCosts.add(costs);
}

/** Refuses an array of another length. */
export function requireLength(values: ArrayLike<unknown>, length: number, argument: string): void {
  if (values.length !== length) {
    throw new GraphInputError(argument, `of length ${length}, got ${values.length}`);
  }
}

/** Refuses a mask of another length; an absent mask allows everything. */
export function requireMask(mask: Uint8Array | undefined, length: number, argument: string): void {
  if (mask !== undefined) requireLength(mask, length, argument);
}

/** Refuses a probability outside [0, 1]. */
export function requireProbability(value: number, argument: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw new GraphInputError(argument, `a probability from 0 to 1, got ${value}`);
  }
}
