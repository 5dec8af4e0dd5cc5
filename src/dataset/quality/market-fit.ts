import type { DatasetProblem } from "../../domain/errors.ts";
import { foldName } from "../../domain/fold.ts";
import { listField, numberField, textField } from "../../domain/record.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { problemAt } from "../problem.ts";

/** Rounding lets the greatest shares of a statement sum to a little less than all. */
const LEAST_SUM = 0.995;

/** A statement shares its market out whole if it says so, among firms that are each one firm and under one name. */
export function marketFit(dataset: LinkedDataset): DatasetProblem[] {
  const names = companyNames(dataset);
  return dataset.ofKind("MarketEstimate").flatMap((estimate) => {
    const members = dataset.pointingTo("MarketMember", "estimate", estimate.record.id);
    return [
      ...missingShares(estimate, members),
      ...members.flatMap((member) => [...noFirms(dataset, member), ...unlinkedNames(names, member)]),
    ];
  });
}

function missingShares(estimate: LocatedRecord, members: readonly LocatedRecord[]): DatasetProblem[] {
  const sum = members.reduce((total, { record }) => total + (numberField(record, "high") ?? 1), 0);
  if (estimate.record.fields["isComplete"] !== true || sum >= LEAST_SUM) return [];
  const percent = `${Number((sum * 100).toFixed(2))} %`;
  const message = `the greatest shares of ${estimate.record.id} sum to ${percent} although its members are all there are; expected 100 % less half a percent of rounding, or isComplete: false`;
  return [problemAt(placeOf(estimate, "isComplete"), "shares-below-one", message, percent)];
}

function noFirms({ byId }: LinkedDataset, member: LocatedRecord): DatasetProblem[] {
  return listedIds(member, "companies").flatMap(([id, index]) => {
    const fields = byId.get(id)?.record.fields ?? {};
    if (fields["entityType"] !== "PLACEHOLDER" && fields["isAggregate"] !== true) return [];
    const message = `${id} is no firm and counts as one in a market; expected names: for whom nobody names, companies: for a group`;
    return [problemAt(placeOf(member, "companies", index), "no-firm-in-market", message, id)];
  });
}

/** A firm of the graph under its name alone would be counted beside itself. */
function unlinkedNames(names: ReadonlyMap<string, LocatedRecord>, member: LocatedRecord): DatasetProblem[] {
  return listField(member.record, "names").flatMap((name, index) => {
    const company = names.get(foldName(name));
    if (company === undefined) return [];
    const message = `${name} is the name of ${company.record.id} at ${showPosition(company.at)}; expected its id under companies:`;
    return [problemAt(placeOf(member, "names", index), "name-of-company", message, name)];
  });
}

function companyNames({ ofKind }: LinkedDataset): ReadonlyMap<string, LocatedRecord> {
  return new Map(
    ofKind("Company").flatMap((company) => {
      const all = [textField(company.record, "name") ?? "", ...listField(company.record, "aliases")];
      return all.map((name): [string, LocatedRecord] => [foldName(name), company]);
    }),
  );
}
