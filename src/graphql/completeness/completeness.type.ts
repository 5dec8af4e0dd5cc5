import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Completeness")
export class CompletenessType extends RecordNode {}
