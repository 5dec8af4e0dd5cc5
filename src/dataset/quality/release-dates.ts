import { dayRange, isDay, type Day } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import type { DatasetManifest } from "../manifest.ts";
import { expected, problemAt } from "../problem.ts";

/** A date of something that has happened. */
interface PastDate {
  readonly kind: Kind;
  readonly field: string;
  /** Which records of the kind; absent: all. */
  readonly when?: (record: GraphRecord) => boolean;
}

const isActual = (record: GraphRecord): boolean => textField(record, "timing") === "ACTUAL";

const PAST_DATES: readonly PastDate[] = [
  { kind: "Source", field: "published" },
  { kind: "Source", field: "accessed" },
  { kind: "Evidence", field: "asOf" },
  { kind: "Milestone", field: "date", when: isActual },
  { kind: "Milestone", field: "statedOn" },
  { kind: "Observation", field: "period", when: isActual },
  { kind: "Observation", field: "asOf", when: isActual },
  { kind: "MarketEstimate", field: "statedOn" },
  { kind: "Completeness", field: "asOf" },
  { kind: "Claim", field: "date" },
  { kind: "OpenQuestion", field: "askedOn" },
  { kind: "Contract", field: "signed" },
  { kind: "Contract", field: "outcomeDate" },
  { kind: "Facility", field: "outcomeDate" },
  { kind: "Partnership", field: "announced" },
  { kind: "Partnership", field: "ended" },
  { kind: "OWNS_STAKE", field: "asOf" },
  { kind: "DEPLOYS", field: "asOf", when: (record) => textField(record, "state") === "OPERATING" },
];

/** Nothing that has happened is of a day after the release, where its version is a day (`2026.11.25`). */
export function releaseDates(
  { ofKind }: LinkedDataset,
  manifest: DatasetManifest | null,
): readonly DatasetProblem[] {
  const release = releaseDay(manifest?.version ?? "");
  if (release === undefined) return [];
  return PAST_DATES.flatMap(({ kind, field, when }) =>
    ofKind(kind).flatMap((located) => {
      const date = textField(located.record, field);
      if (date === undefined || when?.(located.record) === false || dayRange(date).first <= release)
        return [];
      const message = expected(field, date, `a date that is not after this release, ${release}`);
      return [problemAt(placeOf(located, field), "after-release", message, date)];
    }),
  );
}

function releaseDay(version: string): Day | undefined {
  const day = version.replaceAll(".", "-");
  return isDay(day) ? day : undefined;
}
