import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Redirect")
export class RedirectType extends RecordNode {}
