/**
 * A way from one state to another of a space that is given by its steps, by breadth-first search from both ends in turn. It ends
 * when the two meet, or when either has nowhere left to go: where one side is small, the other is not searched.
 */
export interface StepSpace {
  /** Calls `visit` for each step that leads away from the state. */
  readonly after: (state: number, visit: StepVisit) => void;
  /** Calls `visit` for each step that leads to the state, with the state that it comes from. */
  readonly before: (state: number, visit: StepVisit) => void;
}

/** `label` is the caller's: it comes back with the step. */
export type StepVisit = (state: number, label: number) => void;

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** The steps of one way, in order; `undefined` if there is none. `start` and `goal` differ. */
export function meetingWay(space: StepSpace, start: number, goal: number): readonly Step[] | undefined {
  const forwards = createSide(start, space.after);
  const backwards = createSide(goal, space.before);
  while (forwards.isOpen() && backwards.isOpen()) {
    const [side, other] = forwards.work() <= backwards.work() ? [forwards, backwards] : [backwards, forwards];
    const meeting = side.expand(other);
    if (meeting === undefined) continue;
    const head = forwards
      .chain(meeting)
      .map(({ state, label, next }) => ({ from: next, to: state, label }))
      .toReversed();
    const tail = backwards.chain(meeting).map(({ state, label, next }) => ({ from: state, to: next, label }));
    return [...head, ...tail];
  }
  return undefined;
}

/** How a state was reached: over a labelled step from or to `next`, which is nearer to the end that this side began at. */
interface Link {
  readonly state: number;
  readonly label: number;
  readonly next: number;
}

interface Side {
  readonly isOpen: () => boolean;
  /** Steps looked at so far. */
  readonly work: () => number;
  readonly has: (state: number) => boolean;
  /** Takes the next state in turn; returns one that both sides have, if there is any now. */
  readonly expand: (other: Side) => number | undefined;
  readonly chain: (state: number) => Link[];
}

function createSide(end: number, steps: (state: number, visit: StepVisit) => void): Side {
  const queue = [end];
  const labels = new Map<number, number>();
  const nexts = new Map([[end, end]]);
  let head = 0;
  let work = 0;
  return {
    isOpen: () => head < queue.length,
    work: () => work,
    has: (state) => nexts.has(state),
    expand(other) {
      const state = queue[head++]!;
      let meeting: number | undefined;
      steps(state, (reached, label) => {
        work++;
        if (nexts.has(reached)) return;
        nexts.set(reached, state);
        labels.set(reached, label);
        queue.push(reached);
        if (other.has(reached)) meeting ??= reached;
      });
      return meeting;
    },
    chain(from) {
      const links: Link[] = [];
      for (let state = from; state !== end; state = nexts.get(state)!) {
        links.push({ state, label: labels.get(state)!, next: nexts.get(state)! });
      }
      return links;
    },
  };
}
