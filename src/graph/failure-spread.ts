/**
 * The running system: everything works until something fails, then failures spread. Greatest fixed point of "works".
 *
 * Counters of spare providers a need and spare needs a node; synchronous rounds. One spread is built once and run for many
 * sets of failures: a run costs O(edges touched), because it undoes the last run by its own trace.
 */
import type { AndOrIndex } from "./and-or-graph.ts";

export interface FailureSpread {
  /** Lets `failed` fail. The result is readable until the next run. */
  readonly run: (failed: ArrayLike<number>) => void;
  /** Whether the node was down after the last run. */
  readonly isDown: (node: number) => boolean;
  /** By node after the last run: -1 works, 0 failed itself, n fell in round n. */
  readonly wave: Int32Array;
  /** By need after the last run: the round in which it was unfilled, -1 if it is filled. */
  readonly needWave: Int32Array;
  /** The fallen nodes of the last run in the order (wave, node id). */
  readonly fallen: () => readonly number[];
}

export function failureSpread(index: AndOrIndex): FailureSpread {
  const { needOwner, providedOffsets, providedNeeds } = index;
  const wave = new Int32Array(index.nodeCount).fill(-1);
  const needWave = new Int32Array(index.needCount).fill(-1);
  const needSpare = index.needSpare.slice();
  const nodeSpare = index.nodeSpare.slice();
  const unfilledAtStart = [...needSpare.keys()].filter((need) => needSpare[need]! < 0);
  let fallen: number[] = [];
  let unfilled: number[] = [];

  const undo = (): void => {
    for (const need of unfilled) {
      needWave[need] = -1;
      nodeSpare[needOwner[need]!]!++;
    }
    for (const node of fallen) {
      wave[node] = -1;
      for (let i = providedOffsets[node]!; i < providedOffsets[node + 1]!; i++)
        needSpare[providedNeeds[i]!]!++;
    }
    fallen = [];
    unfilled = [];
  };

  /** Marks a need as unfilled in this round; its node falls with it if it had none to spare. */
  const leaveUnfilled = (need: number, round: number): void => {
    needWave[need] = round;
    unfilled.push(need);
    const owner = needOwner[need]!;
    nodeSpare[owner]!--;
    if (nodeSpare[owner]! >= 0 || wave[owner] !== -1) return;
    wave[owner] = round;
    fallen.push(owner);
  };

  const run = (failed: ArrayLike<number>): void => {
    undo();
    for (let i = 0; i < failed.length; i++) {
      const node = failed[i]!;
      if (wave[node] === 0) continue;
      wave[node] = 0;
      fallen.push(node);
    }
    let roundStart = 0;
    for (let round = 1; round === 1 || roundStart < fallen.length; round++) {
      const roundEnd = fallen.length;
      if (round === 1) for (const need of unfilledAtStart) leaveUnfilled(need, round);
      for (let i = roundStart; i < roundEnd; i++) {
        const node = fallen[i]!;
        for (let p = providedOffsets[node]!; p < providedOffsets[node + 1]!; p++) {
          const need = providedNeeds[p]!;
          needSpare[need]!--;
          if (needSpare[need] === -1) leaveUnfilled(need, round);
        }
      }
      roundStart = roundEnd;
    }
  };

  return {
    run,
    isDown: (node) => wave[node] !== -1,
    wave,
    needWave,
    fallen: () => fallen.toSorted((a, b) => wave[a]! - wave[b]! || a - b),
  };
}
