import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { MarketContext } from "./market-context.ts";
import { mergeParticipants, type Participant } from "./participant.ts";

interface Line {
  readonly parents: readonly RecordId[];
  readonly parts: readonly Participant[];
}

/**
 * Counts companies under one ultimate parent at the date as one participant. Lines that share a parent become one: where one of them is
 * a figure for several firms, the bounds of the merged line are wider than the truth, never narrower.
 */
export function groupByParent(
  { projection: { records }, parentOf }: MarketContext,
  participants: readonly Participant[],
): readonly Participant[] {
  let lines: readonly Line[] = [];
  for (const participant of participants) {
    const parents = [...new Set(participant.nodes.map(parentOf))];
    const touching = lines.filter((line) => line.parents.some((id) => parents.includes(id)));
    const merged: Line = {
      parents: [...new Set([...touching.flatMap((line) => line.parents), ...parents])].toSorted(
        compareStrings,
      ),
      parts: [...touching.flatMap((line) => line.parts), participant],
    };
    lines = [...lines.filter((line) => !touching.includes(line)), merged];
  }
  return lines.map((line) => participantOf(records, line));
}

function participantOf(records: RecordIndex, { parents, parts }: Line): Participant {
  const [only] = parts;
  const isUnchanged =
    only !== undefined && parts.length === 1 && only.nodes.every((id) => parents.includes(id));
  if (isUnchanged && only.nodes.length === parents.length) return only;
  const unnamed = Math.max(...parts.map(({ firms, nodes }) => firms - nodes.length));
  const label = listOf(
    parents.map((id) => labelOf(records, id)),
    8,
  );
  const key = parents.join(" ");
  return mergeParticipants(key, label, parents, parts, Math.max(1, parents.length + unnamed));
}
