import { FACT_KINDS, KINDS, type Kind } from "../domain/kind-names.ts";
import type { GraphRecord } from "../domain/record.ts";
import type { RecordDiff } from "./record-diff.ts";

/** How many records a version of a dataset gained, changed and gave up since the one before, and how many it has. */
export interface ReleaseCounts {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly total: number;
}

export interface ReleaseNote {
  /** Every kind that either version has, in the domain's order. */
  readonly byKind: readonly (ReleaseCounts & { readonly kind: Kind })[];
  /** All kinds that state something (FACT_KINDS). */
  readonly facts: ReleaseCounts;
}

/** What a release note says in numbers. */
export function releaseNote(diff: RecordDiff, records: readonly GraphRecord[]): ReleaseNote {
  const changed = diff.changed.map(({ after }) => after);
  const countsOf = (kinds: readonly Kind[]): ReleaseCounts => {
    const count = (all: readonly GraphRecord[]): number =>
      all.filter(({ kind }) => kinds.includes(kind)).length;
    return {
      added: count(diff.added),
      changed: count(changed),
      withdrawn: count(diff.removed),
      total: count(records),
    };
  };
  const byKind = KINDS.map((kind) => ({ kind, ...countsOf([kind]) }));
  return {
    byKind: byKind.filter(({ total, withdrawn }) => total + withdrawn > 0),
    facts: countsOf(FACT_KINDS),
  };
}
