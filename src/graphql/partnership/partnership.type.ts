import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Partnership")
export class PartnershipType extends RecordNode {}
