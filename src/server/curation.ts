import type { ApplyResult, GraphVersion } from "../domain/change-set.ts";
import { ConflictError, DatasetInvalidError } from "../domain/errors.ts";
import { changeSetOf } from "../dataset/change-set-of.ts";
import { parseChangeSet, type ParsedChangeSet } from "../dataset/parse-change-set.ts";
import type { Curation, CurationOptions } from "../graphql/context.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { WholeGraph } from "./seed-store.ts";

/** How often a change is read against the graph again when another one came first. */
const MAX_ATTEMPTS = 5;

/** What a curation reads and tells. */
export interface CurationParts {
  readonly store: Pick<GraphStore, "apply">;
  /** The graph as the store has it now. */
  readonly newest: () => Promise<WholeGraph>;
  /** Waited for. */
  readonly afterWrite: () => Promise<void>;
}

/** What the API writes with: change sets in the format of a dataset file. */
export function curationOf({ store, newest, afterWrite }: CurationParts): Curation {
  return {
    async apply(changeSet, options) {
      const result = await applyAgainstNewest({ store, newest }, changeSet, options, MAX_ATTEMPTS);
      if (!options.dryRun) await afterWrite();
      return result;
    },
  };
}

/** A change is checked against one version of the graph and applied to no other. */
async function applyAgainstNewest(
  parts: Omit<CurationParts, "afterWrite">,
  changeSet: unknown,
  options: CurationOptions,
  attempts: number,
): Promise<ApplyResult> {
  const { records, version } = await parts.newest();
  const parsed = parseChangeSet(changeSet, records);
  if (parsed.problems.length > 0) throw new DatasetInvalidError(parsed.problems);
  if (options.dryRun) return foreseen(parsed, version, options.expectedVersion);
  const { diff, id, message } = parsed;
  const written = changeSetOf(diff, {
    author: options.author,
    message: message ?? "applied over the API",
    expectedVersion: options.expectedVersion ?? version,
    ...(id === undefined ? {} : { id }),
  });
  try {
    const result = await parts.store.apply(written);
    return { ...result, unchanged: Math.max(result.unchanged, diff.unchanged) };
  } catch (error) {
    const isOvertaken = error instanceof ConflictError && options.expectedVersion === undefined;
    if (!isOvertaken || attempts <= 1) throw error;
    return applyAgainstNewest(parts, changeSet, options, attempts - 1);
  }
}

function foreseen(
  { diff }: ParsedChangeSet,
  version: GraphVersion,
  expectedVersion: GraphVersion | undefined,
): ApplyResult {
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw new ConflictError("the graph", expectedVersion, version);
  }
  return {
    version,
    added: diff.added.length,
    changed: diff.changed.length,
    removed: diff.removed.length,
    unchanged: diff.unchanged,
  };
}
