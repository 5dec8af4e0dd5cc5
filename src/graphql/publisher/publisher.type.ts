import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Publisher")
export class PublisherType extends RecordNode {}
