import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Evidence")
export class EvidenceType extends RecordNode {}
