import type { DatasetProblem } from "../../domain/errors.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** Coordinates come in pairs, and those of a site say what they point at. */
export function coordinates({ ofKind }: LinkedDataset): DatasetProblem[] {
  const groups = [
    { kind: "Facility", fields: ["latitude", "longitude", "coordinatePrecision"] },
    { kind: "Place", fields: ["latitude", "longitude"] },
  ] as const;
  return groups.flatMap(({ kind, fields }) =>
    ofKind(kind).flatMap((located) => {
      const present = fields.filter((field) => isWritten(located, field));
      const [first] = present;
      if (first === undefined || present.length === fields.length) return [];
      const missing = fields.filter((field) => !present.includes(field));
      const message = `${present.join(" and ")} without ${missing.join(" and ")}; expected all of ${fields.join(", ")}, or none`;
      const value = located.record.fields[first];
      return [problemAt(placeOf(located, first), "incomplete-coordinates", message, value)];
    }),
  );
}
