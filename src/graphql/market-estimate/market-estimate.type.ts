import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("MarketEstimate")
export class MarketEstimateType extends RecordNode {}
