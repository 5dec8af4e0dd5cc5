import type { Kind } from "../../domain/kind-names.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { defineField } from "../kind/define-field.ts";
import { nodeClassOf } from "../kind/record-node.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { stageAt } from "./stage-at.ts";
import { StageAtType } from "./stage-at.type.ts";

/** Kinds that climb the ladders of commitment. */
const LADDERED_KINDS: readonly Kind[] = ["Contract", "Facility", "Partnership"];

/** Gives the kinds that climb a ladder the field `stage(asOf)`. Done once. */
export function defineStages(): void {
  for (const kind of LADDERED_KINDS) {
    defineField(nodeClassOf(kind), {
      name: "stage",
      type: () => StageAtType,
      description: "How far it is committed: the highest rung of its ladders that it had reached.",
      nullable: false,
      arguments: [
        { name: "asOf", type: () => DateScalar, description: "On which day; default: today in UTC." },
      ],
      resolve: async ({ record }, { asOf }, { loaders, today }) => {
        const order = { field: "date", direction: "ASC" } as const;
        const query = { id: record.id, direction: "IN", types: ["MILESTONE_OF"], order } as const;
        const { items } = await loaders.adjacency.load({ ...query, page: { first: MAX_PAGE_SIZE } });
        return stageAt(record, items, typeof asOf === "string" ? asOf : today);
      },
    });
  }
}
