import type { NeedCollector } from "../need-collector.ts";
import { canDoWithout, placesAround } from "../places-around.ts";
import type { RecordIndex } from "../record-index.ts";
import type { Steps } from "../steps.ts";

/**
 * A facility in a place lies in every place around it: Denton is in Texas and in the United States. Each is a common cause of its own;
 * the places directly named are derived by the table's row, the ones around them here, behind the same relationships and the PART_OF between.
 */
export function* derivePlaces(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const located of index.ofKind("LOCATED_IN")) {
    yield;
    if (located.from === undefined || located.to === undefined) continue;
    for (const { id, path } of placesAround(index, located.to)) {
      needs.add(
        {
          dependent: located.from,
          key: `PLACE ${id}`,
          channel: "PLACE",
          phase: "RUN",
          mode: "ONE_OF",
          closure: { kind: canDoWithout(index, located.from, id) ? "OPEN" : "STATED" },
        },
        {
          provider: id,
          pattern: "location",
          relationships: [located.id, ...path.map((partOf) => partOf.id)],
          isChoice: false,
          isConcluded: false,
        },
      );
    }
  }
}
