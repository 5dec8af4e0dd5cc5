import { RELATIONSHIP_KINDS } from "../../domain/kind-names.ts";
import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

/** Makes the GraphQL type of every kind of relationship; a new kind in the domain needs nothing here. Done once. */
export function defineRelationshipTypes(): void {
  for (const kind of RELATIONSHIP_KINDS) {
    KindType(kind)(class extends RecordNode {});
  }
}
