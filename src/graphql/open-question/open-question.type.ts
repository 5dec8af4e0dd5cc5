import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("OpenQuestion")
export class OpenQuestionType extends RecordNode {}
