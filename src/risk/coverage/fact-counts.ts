import type { Day } from "../../domain/date.ts";
import { freshnessOf, STALE_AFTER_DAYS } from "../../domain/freshness.ts";
import { FACT_KINDS } from "../../domain/kind-names.ts";
import { booleanField } from "../../domain/record.ts";
import { verificationOf, type RecordLookup } from "../../domain/verification.ts";
import {
  freshnessClass,
  verification,
  type FreshnessClass,
  type Verification,
} from "../../domain/vocabularies/envelope.ts";
import type { RecordIndex } from "../../projection/record-index.ts";

/** How many facts the evidence of which adds up to a word. */
export interface VerificationCount {
  readonly verification: Verification;
  readonly count: number;
}

/** How old the youngest evidence of the facts of a class is on the day. */
export interface FreshnessCount {
  readonly freshnessClass: FreshnessClass;
  readonly staleAfterDays: number;
  /** Young enough, or history, which can't change any more. */
  readonly fresh: number;
  readonly stale: number;
  /** No source says when it came out or was read, or none says it precisely enough to tell. */
  readonly undated: number;
}

export interface FactCounts {
  /** Records that state something, so that they carry evidence. */
  readonly total: number;
  /** Every word of the vocabulary, in its order; the counts add up to the total. */
  readonly verification: readonly VerificationCount[];
  /** Every class of the vocabulary, in its order; the counts add up to the total. */
  readonly freshness: readonly FreshnessCount[];
  /** Marked inferences: no source states them, a rule concludes them. */
  readonly inferred: number;
  /** Without any evidence: inferences that name their inputs instead. */
  readonly withoutEvidence: number;
}

const VERIFICATIONS = Object.keys(verification.values) as readonly Verification[];
const CLASSES = Object.keys(freshnessClass.values) as readonly FreshnessClass[];

/** What the evidence of all facts adds up to, and how old it is on the day. */
export function countFacts(records: RecordIndex, day: Day): FactCounts {
  const lookup: RecordLookup = (id) => records.record(id);
  const facts = FACT_KINDS.flatMap((kind) => records.ofKind(kind)).map((fact) => {
    const evidence = records.evidenceOf(fact.id);
    return {
      verification: verificationOf(evidence, lookup),
      freshness: freshnessOf(fact, evidence, lookup, day),
      isInferred: booleanField(fact, "inferred"),
      hasEvidence: evidence.length > 0,
    };
  });
  return {
    total: facts.length,
    verification: VERIFICATIONS.map((word) => ({
      verification: word,
      count: facts.filter((fact) => fact.verification === word).length,
    })),
    freshness: CLASSES.map((name) => {
      const own = facts.flatMap(({ freshness }) => (freshness.freshnessClass === name ? [freshness] : []));
      return {
        freshnessClass: name,
        staleAfterDays: STALE_AFTER_DAYS[name],
        fresh: own.filter(({ isStale }) => isStale === false).length,
        stale: own.filter(({ isStale }) => isStale === true).length,
        undated: own.filter(({ isStale }) => isStale === null).length,
      };
    }),
    inferred: facts.filter(({ isInferred }) => isInferred).length,
    withoutEvidence: facts.filter(({ hasEvidence }) => !hasEvidence).length,
  };
}
