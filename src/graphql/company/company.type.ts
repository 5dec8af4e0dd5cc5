import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Company")
export class CompanyType extends RecordNode {}
