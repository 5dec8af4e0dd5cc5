import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Component")
export class ComponentType extends RecordNode {}
