import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom } from "./conflict-from.ts";
import type { KnownFacts } from "./known-facts.ts";
import { measuresTheSame, observationStatement } from "./observation-statements.ts";
import { isOpposed, type Statement } from "./statement.ts";
import { connectedGroups } from "./connected-groups.ts";

export interface Figure {
  readonly observation: StoredRecord;
  readonly statement: Statement;
}

/** The figures of a group of observations. */
export function figuresOf(known: KnownFacts, group: readonly StoredRecord[]): readonly Figure[] {
  return group.flatMap((observation) => {
    const statement = observationStatement(observation, known.evidenceOf(observation.id));
    return statement === undefined ? [] : [{ observation, statement }];
  });
}

/** Where figures of one subject that measure the same differ. */
export function observationConflicts(known: KnownFacts, group: readonly StoredRecord[]): readonly Conflict[] {
  const isAtOdds = (a: Figure, b: Figure): boolean =>
    measuresTheSame(a.observation, b.observation) && isOpposed(known.records, a.statement, b.statement);
  return connectedGroups(figuresOf(known, group), isAtOdds).map((figures) => {
    const [first] = figures;
    const observation = first?.observation;
    return conflictFrom(
      known.records,
      {
        kind: "OBSERVATIONS",
        subject: (observation && textField(observation, "subject")) ?? "",
        field: null,
        about: metricWords(observation),
        date: (observation && (textField(observation, "period") ?? textField(observation, "asOf"))) ?? null,
      },
      figures.map(({ statement }) => statement),
    );
  });
}

export function metricWords(observation: StoredRecord | undefined): string {
  if (observation === undefined) return "";
  const metric = textField(observation, "metric") ?? "";
  return textField(observation, "metricText") ?? metric.toLowerCase().replaceAll("_", " ");
}
