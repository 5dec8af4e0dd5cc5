import type { DatasetProblem } from "../../domain/errors.ts";
import { foldName } from "../../domain/fold.ts";
import { textField } from "../../domain/record.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

/** Legal forms at the end of a name tell no firm from another. */
const LEGAL_FORM =
  /(?: (?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|ag|se|sa|nv|gmbh|kk|bhd|spa|ab))+$/u;

/** No name or alias of a company is that of another, whatever its case, accents, signs and legal form. */
export function sharedAliases({ ofKind }: LinkedDataset): DatasetProblem[] {
  const firsts = new Map<string, LocatedRecord>();
  return ofKind("Company").flatMap((located) =>
    namesOf(located).flatMap(([field, name, index]) => {
      const key = bareName(name);
      const first = firsts.get(key) ?? located;
      firsts.set(key, first);
      if (first.record.id === located.record.id) return [];
      const what = `a name that tells it from ${first.record.id} at ${showPosition(first.at)}`;
      return [problemAt(placeOf(located, field, index), "shared-alias", expected(field, name, what), name)];
    }),
  );
}

function namesOf(located: LocatedRecord): readonly [field: string, name: string, index?: number][] {
  const aliases = listedIds(located, "aliases").map(([name, index]): [string, string, number] => [
    "aliases",
    name,
    index,
  ]);
  return [["name", textField(located.record, "name") ?? located.record.id], ...aliases];
}

/** "Core-Scientific, Inc." and "Core Scientific" are one name; one of signs alone stays as it is. */
function bareName(name: string): string {
  const folded = foldName(name);
  const words = folded.replace(/[^\p{L}\p{N}&+]+/gu, " ").trim();
  return words.replace(LEGAL_FORM, "").replaceAll(" ", "") || folded;
}
