import type { DatasetProblem } from "../../domain/errors.ts";
import { foldName } from "../../domain/fold.ts";
import { listField, textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

/** No name or alias of a company is that of another. */
export function sharedAliases({ ofKind }: LinkedDataset): DatasetProblem[] {
  const firsts = new Map<string, LocatedRecord>();
  return ofKind("Company").flatMap((located) =>
    namesOf(located).flatMap(([field, name, index]) => {
      const first = firsts.get(foldName(name)) ?? located;
      firsts.set(foldName(name), first);
      if (first.record.id === located.record.id) return [];
      const what = `a name that tells it from ${first.record.id} at ${showPosition(first.at)}`;
      return [problemAt(placeOf(located, field, index), "shared-alias", expected(field, name, what), name)];
    }),
  );
}

function namesOf({ record }: LocatedRecord): readonly [field: string, name: string, index?: number][] {
  const aliases = listField(record, "aliases").map((name, index): [string, string, number] => [
    "aliases",
    name,
    index,
  ]);
  return [["name", textField(record, "name") ?? record.id], ...aliases];
}
