import { textField } from "../../domain/record.ts";
import { KindType } from "../kind/kind-type.ts";
import { RecordNode } from "../kind/record-node.ts";

@KindType("Source")
export class SourceType extends RecordNode {
  /** Every entity has a name: a source is called by its title. */
  get name(): string {
    return textField(this.record, "title") ?? this.record.id;
  }
}
