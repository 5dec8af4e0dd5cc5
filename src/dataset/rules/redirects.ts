import type { DatasetProblem } from "../../domain/errors.ts";
import { idPrefix, isRecordId } from "../../domain/ids.ts";
import { kindOfPrefix } from "../../domain/kinds.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

/** An old id is no longer in use, and following it ends at a record. */
export function redirects({ ofKind, byId, isRedirected, redirectOf }: LinkedDataset): DatasetProblem[] {
  return ofKind("Redirect").flatMap((located) => {
    const oldId = textField(located.record, "oldId");
    const target = textField(located.record, "target");
    if (oldId === undefined || target === undefined) return [];
    const at = placeOf(located, "oldId");
    const user = byId.get(oldId);
    if (!isRecordId(oldId) || kindOfPrefix(idPrefix(oldId)) === undefined) {
      return [problemAt(at, "bad-id", expected("oldId", oldId, "an id, such as company:old-name"), oldId)];
    }
    if (user !== undefined) {
      const what = `an id that is no longer in use, but a record at ${showPosition(placeOf(user, "id"))} has it`;
      return [problemAt(at, "redirect-of-existing", expected("oldId", oldId, what), oldId)];
    }
    if (isRedirected(target) && redirectOf(oldId) === undefined) {
      const what = "an id that leads to a record; these redirects lead in a circle";
      return [
        problemAt(placeOf(located, "target"), "redirect-loop", expected("target", target, what), target),
      ];
    }
    return [];
  });
}
