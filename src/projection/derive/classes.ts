import { classesOf } from "../component-classes.ts";
import type { NeedCollector } from "../need-collector.ts";
import type { RecordIndex } from "../record-index.ts";
import type { Steps } from "../steps.ts";

/**
 * What depends on a model depends on something of its class: the last step of a path that asks for the class.
 * It is no dependence of the model on the class, so it fails nothing and no path goes on from it.
 */
export function* deriveClasses(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const component of index.ofKind("Component")) {
    yield;
    for (const { id, path } of classesOf(index, component.id)) {
      needs.add(
        {
          dependent: component.id,
          key: `CLASS ${id}`,
          channel: "SUPPLY",
          phase: "RUN",
          mode: "EXPOSURE",
          closure: { kind: "OPEN" },
        },
        {
          provider: id,
          pattern: "kind-of",
          relationships: path.map((isA) => isA.id),
          isChoice: false,
          isConcluded: false,
        },
      );
    }
  }
}
