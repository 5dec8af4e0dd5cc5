import type { DatasetProblem } from "../../domain/errors.ts";
import { idPrefix } from "../../domain/ids.ts";
import { RELATIONSHIP_KINDS, type RelationshipKind } from "../../domain/kind-names.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { nameOf, placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

/** Fields that make a second relationship of the same ends another statement, besides its validity. */
const TELLING_FIELDS: Readonly<Partial<Record<RelationshipKind, readonly string[]>>> = {
  OWNS_STAKE: ["type", "state", "date", "asOf", "contract"],
  USES: ["usage"],
  POWERS: ["type", "capacityBasis"],
  MAKES: ["role", "roleText"],
  PRODUCES: ["company"],
  DEPLOYS: ["state", "asOf", "period", "unit", "sourceRow"],
  REQUIRES: ["group", "onlyFor"],
  QUALIFIED_FOR: ["buyer", "buyerName"],
  PARTY_TO: ["role", "roleText"],
  COVERS: ["capacityBasis", "unit"],
  FUNDS: ["valueBasis"],
  MEMBER_OF: ["role"],
};

/** Relationships whose two ends are of one kind, although the kind has several. */
const SAME_KIND: readonly RelationshipKind[] = ["PART_OF"];

/** No relationship says again what another says. */
export function duplicateRelationships({ ofKind }: LinkedDataset): DatasetProblem[] {
  return RELATIONSHIP_KINDS.flatMap((kind) => {
    const firsts = new Map<string, LocatedRecord>();
    return ofKind(kind).flatMap((located) => {
      const key = statementKey(kind, located.record);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, located);
        return [];
      }
      // The same id twice is reported as such.
      if (first.record.id === located.record.id) return [];
      const { from, to } = located.record;
      const telling = ["ends", ...(TELLING_FIELDS[kind] ?? []), "validFrom", "validTo"].join(", ");
      const message = `${kind} from ${from} to ${to} stands at ${showPosition(first.at)} already; expected other ${telling}, or one entry`;
      return [problemAt(located.at, "duplicate-relationship", message, located.record.id)];
    });
  });
}

function statementKey(kind: RelationshipKind, { from, to, fields }: GraphRecord): string {
  const telling = [...(TELLING_FIELDS[kind] ?? []), "validFrom", "validTo"];
  return JSON.stringify([from, to, ...telling.map((field) => fields[field] ?? null)]);
}

/** Nothing is related to itself, and a part is of the kind of its whole. */
export function relationshipEnds({ ofKind }: LinkedDataset): DatasetProblem[] {
  return RELATIONSHIP_KINDS.flatMap((kind) =>
    ofKind(kind).flatMap((located) => {
      const { from, to } = located.record;
      if (from === undefined || to === undefined) return [];
      const at = placeOf(located, "to");
      const name = nameOf(located, "to");
      if (from === to) {
        return [problemAt(at, "self-relationship", expected(name, to, "another record than its from"), to)];
      }
      if (!SAME_KIND.includes(kind) || idPrefix(from) === idPrefix(to)) return [];
      const what = `the id of the same kind as ${from}: ${idPrefix(from)}:…`;
      return [problemAt(at, "wrong-kind", expected(name, to, what), to)];
    }),
  );
}
