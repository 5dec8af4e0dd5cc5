import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Contract")
export class ContractType extends RecordNode {}
