import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom } from "./conflict-from.ts";
import { connectedGroups } from "./connected-groups.ts";
import { shareConflict, sharesOutTheSame, statedShares } from "./estimate-conflicts.ts";
import { fieldWords, statementsByField, subjectOf } from "./field-conflicts.ts";
import type { KnownFacts } from "./known-facts.ts";
import { figuresOf, metricWords, type Figure } from "./observation-conflicts.ts";
import { hasSame, isForecast, isMarked, measuresTheSame } from "./observation-statements.ts";
import { isComparable, saysOtherwise, type Statement } from "./statement.ts";

/** Fields of which the other bases are observations, by the metric of these. */
const OTHER_BASES: Readonly<Record<string, string>> = {
  capacityMegawatts: "FACILITY_MW",
  value: "CONTRACT_AMOUNT",
};

/** The values of a field beside each other, with the observations on other bases, where some do not count the same. */
export function fieldsSideBySide(known: KnownFacts, fact: StoredRecord): readonly Conflict[] {
  return statementsByField(known, fact).flatMap(({ field, statements }) => {
    const all = [...statements, ...otherBases(known, fact, field)];
    if (!all.some((a) => all.some((b) => saysOtherwise(a, b) && !isComparable(a, b)))) return [];
    const about = `${fieldWords(field)} side by side`;
    const topic = { kind: "NOT_COMPARABLE", subject: subjectOf(fact), field, about, date: null } as const;
    return [conflictFrom(known.records, topic, all)];
  });
}

function otherBases(known: KnownFacts, fact: StoredRecord, field: string): readonly Statement[] {
  const metric = OTHER_BASES[field];
  if (metric === undefined) return [];
  const observations = known.records
    .referring(fact.id, "OBSERVATION_OF")
    .filter(
      (observation) =>
        textField(observation, "metric") === metric && known.stateOf(observation) === "ALLOWED",
    );
  return figuresOf(known, observations).map(({ statement }) => statement);
}

/** Figures of one subject, metric and time that count different things, and those that the curator marked and that do. */
export function figuresSideBySide(known: KnownFacts, group: readonly StoredRecord[]): readonly Conflict[] {
  return connectedGroups(figuresOf(known, group), isAlikeOnly).map((figures) => {
    const observation = figures[0]?.observation;
    const subject = (observation && textField(observation, "subject")) ?? "";
    const about = `${metricWords(observation)} side by side`;
    const topic = { kind: "NOT_COMPARABLE", subject, field: null, about, date: null } as const;
    return conflictFrom(
      known.records,
      topic,
      figures.map(({ statement }) => statement),
    );
  });
}

function isAlikeOnly(a: Figure, b: Figure): boolean {
  if (!saysOtherwise(a.statement, b.statement)) return false;
  const isSame = measuresTheSame(a.observation, b.observation) && isComparable(a.statement, b.statement);
  if (isSame) return false;
  const isOfOneTime = hasSame(["period", "asOf"], a.observation, b.observation);
  const isOnOtherBasis =
    a.statement.basis !== b.statement.basis || isForecast(a.observation) !== isForecast(b.observation);
  return isMarked(a.observation, b.observation) || (isOfOneTime && isOnOtherBasis);
}

/** Market statements that the curator set against each other and that measure otherwise, by member. */
export function sharesSideBySide(known: KnownFacts, estimates: readonly StoredRecord[]): readonly Conflict[] {
  return [...statedShares(known, estimates).values()].flatMap((shares) =>
    connectedGroups(
      shares,
      (a, b) =>
        isMarked(a.estimate, b.estimate) &&
        saysOtherwise(a.statement, b.statement) &&
        !sharesOutTheSame(a.estimate, b.estimate),
    ).map((group) => shareConflict(known, "NOT_COMPARABLE", group)),
  );
}
