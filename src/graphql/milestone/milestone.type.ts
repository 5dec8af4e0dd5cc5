import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Milestone")
export class MilestoneType extends RecordNode {}
