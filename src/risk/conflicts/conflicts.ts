import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isAbout } from "../about.ts";
import {
  coverageOf,
  distinctFacts,
  MAX_EXAMPLES,
  type Answer,
  type AnswerCoverage,
  type Exclusion,
} from "../answer.ts";
import { tallyExclusions } from "../exclusion-tally.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import { allConflicts } from "./all-conflicts.ts";
import type { Conflict } from "./conflict.ts";
import type { ConflictKind } from "./conflict-words.ts";
import { statementsByField } from "./field-conflicts.ts";
import { knownFacts, type KnownFacts } from "./known-facts.ts";
import { originsOf } from "./statement.ts";

export interface ConflictsInput {
  /** Only what is about this thing. */
  readonly about?: RecordId | undefined;
  /** Only these kinds; absent: all but NOT_COMPARABLE. */
  readonly kinds?: readonly ConflictKind[] | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Conflicts extends Answer {
  /**
   * Figures before words, and both before what is not comparable; where the weaker side has the better tier first; then by how far apart they are, the
   * farthest first; then by the first fact, the field and what is measured.
   */
  readonly conflicts: readonly Conflict[];
}

/**
 * Whose figures disagree: where sources of different origin differ on one thing, measured alike, by more than rounding. Figures of
 * other bases, units, dates or periods are no disagreement; they are told as NOT_COMPARABLE when asked for. Throws NotFoundError for an
 * unknown id, InvalidArgumentError for one of a kind that nothing is about.
 */
export function conflicts(question: Question, input: ConflictsInput): Conflicts {
  const { projection, today } = question;
  const under = resolveFilter(input.filter, { today, graphVersion: projection.version });
  const known = knownFacts(projection.records, under);
  const isAsked = isAskedOf(question, input);
  const about = [...allConflicts(question, known)].filter(isAsked);
  const wanted = about.filter(({ kind }) => input.kinds?.includes(kind) ?? kind !== "NOT_COMPARABLE");
  const excluded = excludedByFilter(question, input, under, isAsked);
  return {
    computedUnder: under,
    coverage: coverage(question, known, input),
    reason: wanted.length > 0 ? null : excluded.length > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED",
    cut: null,
    excluded: [...excluded, ...excludedByKind(about, wanted)],
    facts: () => distinctFacts(wanted.flatMap(({ subject, sides }) => [subject, ...factsOf(sides)])),
    conflicts: wanted.toSorted(bySignificance),
  };
}

function isAskedOf({ projection }: Question, { about }: ConflictsInput): (conflict: Conflict) => boolean {
  const isNear = isAbout(projection, about);
  return ({ subject, sides }) => isNear(subject) || factsOf(sides).some(isNear);
}

function factsOf(sides: Conflict["sides"]): readonly RecordId[] {
  return sides.flatMap(({ facts }) => facts);
}

/** What the kinds left out: figures that do not count the same are no disagreement, but somebody may look for them. */
function excludedByKind(about: readonly Conflict[], wanted: readonly Conflict[]): readonly Exclusion[] {
  const left = about.filter((conflict) => !wanted.includes(conflict));
  const examples = distinctFacts(left.flatMap(({ sides }) => factsOf(sides)));
  return left.length === 0
    ? []
    : [{ filter: "kinds", count: left.length, examples: examples.slice(0, MAX_EXAMPLES) }];
}

/** The facts at odds that a filter left out. */
function excludedByFilter(
  question: Question,
  { filter }: ConflictsInput,
  under: ComputedUnder,
  isAsked: (conflict: Conflict) => boolean,
): readonly Exclusion[] {
  if (filter === undefined || Object.values(filter).every((value) => value === undefined)) return [];
  const { records, version } = question.projection;
  const everything = resolveFilter({}, { today: question.today, graphVersion: version });
  const all = [...allConflicts(question, knownFacts(records, everything))].filter(isAsked);
  const known = knownFacts(records, under);
  const tally = tallyExclusions();
  for (const id of distinctFacts(all.flatMap(({ sides }) => factsOf(sides)))) {
    const fact = records.record(id);
    if (fact === undefined) continue;
    const hasLostEvidence = known.evidenceOf(id).length < records.evidenceOf(id).length;
    const state = known.stateOf(fact);
    tally.add(state === "ALLOWED" && hasLostEvidence ? "NOT_VALID" : state, () => [id]);
  }
  return tally.exclusions();
}

/** Sources can differ only where two of different origin speak. */
function coverage(question: Question, known: KnownFacts, { about }: ConflictsInput): AnswerCoverage {
  const isNear = isAbout(question.projection, about);
  const fields = known.contestable
    .filter((fact) => isNear(fact.id) || isNear(String(fact.fields["subject"] ?? "")))
    .flatMap((fact) => statementsByField(known, fact))
    .filter(({ statements }) => statements.length > 0);
  const compared = fields.filter(({ statements }) => originsOf(known.records, statements).size > 1);
  return coverageOf(
    "fields of which two sources of different origin give a value, of those of which one does",
    compared.length,
    fields.length,
    0,
  );
}

/** Figures first, then words, then what is no disagreement. */
const RANK_OF_KIND: Readonly<Record<ConflictKind, number>> = {
  VALUES: 0,
  OBSERVATIONS: 0,
  ESTIMATES: 0,
  CLAIMS: 1,
  DISPUTED: 1,
  NOT_COMPARABLE: 2,
};

function bySignificance(a: Conflict, b: Conflict): number {
  return (
    RANK_OF_KIND[a.kind] - RANK_OF_KIND[b.kind] ||
    compareStrings(weakerTier(a), weakerTier(b)) ||
    (b.spread ?? -1) - (a.spread ?? -1) ||
    compareStrings(positionOf(a), positionOf(b))
  );
}

/** The best tier of the second-best side: how good what stands against the best is. */
function weakerTier({ sides }: Conflict): string {
  return sides.map(({ tier }) => tier ?? "E").toSorted(compareStrings)[1] ?? "E";
}

/** One text for each conflict: its first fact, what of it is at odds, on what basis, and who says so. */
export function positionOf({ kind, field, about, sides }: Conflict): string {
  const [first = ""] = factsOf(sides).toSorted(compareStrings);
  const [evidence = ""] = sides.flatMap((side) => side.evidence).toSorted(compareStrings);
  return [first, kind, field ?? "", about, sides[0]?.value?.basis ?? "", evidence].join(" ");
}
