import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("MarketMember")
export class MarketEstimateMemberType extends RecordNode {}
