import type { DatasetProblem } from "../../domain/errors.ts";
import { foldName } from "../../domain/fold.ts";
import { listField, numberField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { problemAt } from "../problem.ts";

/** Rounding lets the shares of a statement sum to a little more than all. */
const GREATEST_SUM = 1.005;

/** A member says whose share it is. */
export function memberSubjects({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("MarketMember").flatMap((located) => {
    if (["companies", "country", "components", "names"].some((field) => isWritten(located, field))) return [];
    const message = "a member names nobody; expected companies, country, components or names";
    return [problemAt(located.at, "empty-member", message)];
  });
}

/** The shares of one statement fit into one market, and nobody stands in two of them. */
export function marketShares({ ofKind, pointingTo }: LinkedDataset): DatasetProblem[] {
  return ofKind("MarketEstimate").flatMap((estimate) => {
    const members = pointingTo("MarketMember", "estimate", estimate.record.id);
    return [...excessShares(estimate, members), ...countedTwice(members)];
  });
}

function excessShares(estimate: LocatedRecord, members: readonly LocatedRecord[]): DatasetProblem[] {
  const sum = members.reduce((total, { record }) => total + (numberField(record, "low") ?? 0), 0);
  if (sum <= GREATEST_SUM) return [];
  const percent = `${Number((sum * 100).toFixed(2))} %`;
  const message = `the least shares of ${estimate.record.id} sum to ${percent}; expected at most 100 % and half a percent of rounding`;
  return [problemAt(estimate.at, "shares-above-one", message, percent)];
}

function countedTwice(members: readonly LocatedRecord[]): DatasetProblem[] {
  const firsts = new Map<string, LocatedRecord>();
  return members.flatMap((located) =>
    membersOf(located.record).flatMap(([field, name, index]) => {
      const key = foldName(name);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, located);
        return [];
      }
      const where = first === located ? "this member" : `the member at ${showPosition(first.at)}`;
      const message = `${name} is in ${where} already; expected each in one member of a statement`;
      return [problemAt(placeOf(located, field, index), "counted-twice", message, name)];
    }),
  );
}

type Member = readonly [field: string, name: string, index: number | undefined];

function membersOf(record: GraphRecord): Member[] {
  const lists = ["companies", "components", "names"].flatMap((field) =>
    listField(record, field).map((name, index): Member => [field, name, index]),
  );
  const country = textField(record, "country");
  return country === undefined ? lists : [...lists, ["country", country, undefined]];
}
