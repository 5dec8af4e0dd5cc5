import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EmptyReason, Interval, SearchCut } from "../answer.ts";
import { dependencyPaths, type DependencyPaths } from "../dependency-paths.ts";
import { factsOfPath, type DependencyPath } from "../dependency-path.ts";
import type { FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import { labelOf } from "../sentence/labels.ts";

/** The shortest way, through others, by which one company depends on another. */
export interface IndirectExposure {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly path: DependencyPath | null;
  /** Product of the shares along the path; null unless every one is known. */
  readonly share: Interval | null;
  readonly shareReason: string | null;
  readonly reason: EmptyReason | null;
  readonly cut: SearchCut | null;
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}

/** Money, and what it buys. */
export const EXPOSURE_CHANNELS: readonly Channel[] = [
  "SUPPLY",
  "POWER",
  "CAPACITY",
  "REVENUE",
  "CREDIT",
  "CAPITAL",
  "EXPOSURE",
];
const MAX_HOPS = 6;
/** The direct way comes first, where there is one, and is left out. */
const WITH_DIRECT = 3;

/** One line each way: the company on the other, and the other on the company. */
export function indirectExposures(
  question: Question,
  company: RecordId,
  to: RecordId,
  filter: FactFilter | undefined,
): readonly IndirectExposure[] {
  return [indirectExposure(question, company, to, filter), indirectExposure(question, to, company, filter)];
}

function indirectExposure(
  question: Question,
  from: RecordId,
  to: RecordId,
  filter: FactFilter | undefined,
): IndirectExposure {
  const channels = EXPOSURE_CHANNELS;
  const ask = (k: number): DependencyPaths =>
    dependencyPaths(question, { from, to, channels, k, maxHops: MAX_HOPS, filter });
  const nearest = ask(1);
  const answer = nearest.paths[0]?.length === 1 ? ask(WITH_DIRECT) : nearest;
  const path = answer.paths.find(({ length }) => length > 1) ?? null;
  if (path === null) return noWay(question, from, to, answer);
  return {
    from,
    to,
    path,
    share: path.share,
    shareReason: path.share === null ? "no source states the share of every step" : null,
    reason: null,
    cut: null,
    facts: factsOfPath(path),
    sentence: path.sentence,
  };
}

function noWay(
  { projection }: Question,
  from: RecordId,
  to: RecordId,
  { cut, reason }: DependencyPaths,
): IndirectExposure {
  const [dependent, provider] = [labelOf(projection.records, from), labelOf(projection.records, to)];
  const found = cut === null ? "documented" : "found";
  return {
    from,
    to,
    path: null,
    share: null,
    shareReason: null,
    reason: cut === null ? (reason ?? "NOT_DOCUMENTED") : "SEARCH_CUT",
    cut,
    facts: [],
    sentence: `No way of at most ${MAX_HOPS} steps through others is ${found} by which ${dependent} depends on ${provider}.`,
  };
}
