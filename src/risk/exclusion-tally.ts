import type { RecordId } from "../domain/ids.ts";
import { MAX_EXAMPLES, type Exclusion } from "./answer.ts";
import { FILTER_NAMES } from "./slot-filter.ts";

/** Counts what filters took away, by the argument that did, with a few relationships by name. */
export interface ExclusionTally {
  /** Counts one arc; a state that no filter decides counts for nothing. */
  add(state: string, relationships: () => readonly RecordId[]): void;
  /** In the order of the filter's arguments. */
  exclusions(): readonly Exclusion[];
}

const NAMES: ReadonlyMap<string, string> = new Map([...Object.entries(FILTER_NAMES), ["AVOIDED", "avoid"]]);

export function tallyExclusions(): ExclusionTally {
  const found = new Map<string, { count: number; examples: readonly RecordId[] }>();
  return {
    add: (state, relationships) => {
      const name = NAMES.get(state);
      if (name === undefined) return;
      const { count, examples } = found.get(name) ?? { count: 0, examples: [] };
      const more = examples.length < MAX_EXAMPLES ? relationships() : [];
      found.set(name, {
        count: count + 1,
        examples: [...new Set([...examples, ...more])].slice(0, MAX_EXAMPLES),
      });
    },
    exclusions: () =>
      [...NAMES.values()].flatMap((filter) => {
        const entry = found.get(filter);
        return entry === undefined ? [] : [{ filter, ...entry }];
      }),
  };
}
