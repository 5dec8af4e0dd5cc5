import { MAX_CHANGE_SET_RECORDS, type ChangeSet } from "../domain/change-set.ts";
import { InvalidArgumentError, LimitExceededError } from "../domain/errors.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { checkRecord } from "../domain/record-check.ts";
import type { GraphRecord } from "../domain/record.ts";

/** Throws for a change set that no store may apply, whatever the graph holds. */
export function checkChangeSet(changeSet: ChangeSet): void {
  const { id, puts, removes } = changeSet;
  if (id === "") throw new InvalidArgumentError("the change set's id", "empty", "a text that is used once");
  const size = puts.length + removes.length;
  if (size > MAX_CHANGE_SET_RECORDS) {
    const advice = "split it, or load it into an empty graph";
    throw new LimitExceededError("the change set's size", size, MAX_CHANGE_SET_RECORDS, advice);
  }
  const seen = new Set<string>();
  for (const touched of [...puts.map((put) => put.id), ...removes]) {
    if (seen.has(touched)) refuseTwice(touched);
    seen.add(touched);
  }
  for (const put of puts) checkWhole(put);
}

/** Throws InvalidArgumentError for a record that may not be stored, naming the record and its first problem. */
export function checkWhole(record: GraphRecord): void {
  if (!Object.hasOwn(kindSpecs, record.kind)) {
    throw new InvalidArgumentError(`the kind of ${record.id}`, `"${record.kind}"`, "a kind of the domain");
  }
  const [problem] = checkRecord(record);
  if (problem === undefined) return;
  const { field, value, expectation } = problem;
  const got = value === undefined ? "not right" : `"${value}"`;
  throw new InvalidArgumentError(`${field} of ${record.id}`, got, expectation);
}

export function refuseTwice(id: string): never {
  throw new InvalidArgumentError("the set of records", `naming ${id} twice`, "each id once");
}
