import type { DatasetProblem } from "../../domain/errors.ts";
import { RELATIONSHIP_KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";

/** What is known to be none is a field or relationship that the record could have, and does not. */
export function documentedNone({ records }: LinkedDataset): DatasetProblem[] {
  return records.flatMap((located) =>
    listedIds(located, "documentedNone").flatMap(([name, index]) => {
      const { kind, fields } = located.record;
      const at = placeOf(located, "documentedNone", index);
      if (fields[name] !== undefined) {
        const message = `${name} is documented as none, but it is ${String(fields[name])}; expected one of the two`;
        return [problemAt(at, "none-contradicted", message, name)];
      }
      const known = namesOf(kind);
      if (known.includes(name)) return [];
      const what = `a field or relationship of ${kind}: one of ${known.join(", ")}`;
      const message = expected("documentedNone", name, what, nearMiss(name, known));
      return [problemAt(at, "unknown-none", message, name)];
    }),
  );
}

function namesOf(kind: Kind): readonly string[] {
  const relationships = RELATIONSHIP_KINDS.filter((relationship) => {
    const { from, to } = kindSpecs[relationship];
    return [from, to].some((kinds) => kinds === undefined || kinds.includes(kind));
  });
  return [...Object.keys(kindSpecs[kind].fields), ...relationships];
}
