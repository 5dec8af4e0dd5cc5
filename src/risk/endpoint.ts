import { InvalidArgumentError, NotFoundError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";

/**
 * The node of an id that a question names; a redirected id stands for its target. Throws NotFoundError for an unknown id,
 * InvalidArgumentError for a record that nothing depends on, such as a source.
 */
export function requireNodeNumber(projection: Projection, argument: string, id: RecordId): number {
  const current = resolveRedirect(projection, id);
  const node = projection.nodeNumber(current);
  if (node !== undefined) return node;
  const record = projection.records.record(current);
  if (record === undefined) throw new NotFoundError("record", id);
  throw new InvalidArgumentError(
    argument,
    `"${id}" (${record.kind})`,
    "a company, facility, component, contract, partnership, place or event",
  );
}

/** The id that took the place of a given-up one; the id itself otherwise. */
export function resolveRedirect({ records }: Projection, id: RecordId): RecordId {
  if (records.record(id) !== undefined) return id;
  const redirect = records.ofKind("Redirect").find((record) => textField(record, "oldId") === id);
  return (redirect && textField(redirect, "target")) ?? id;
}

/** The current id of the company that a question names. Throws NotFoundError for an unknown id, InvalidArgumentError for another kind. */
export function requireCompany(projection: Projection, argument: string, id: RecordId): RecordId {
  const current = resolveRedirect(projection, id);
  const record = projection.records.record(current);
  if (record === undefined) throw new NotFoundError("company", id);
  if (record.kind === "Company") return current;
  throw new InvalidArgumentError(argument, `"${id}" (${record.kind})`, "a company");
}
