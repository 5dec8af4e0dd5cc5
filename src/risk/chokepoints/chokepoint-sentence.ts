import type { Effect } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";
import type { Verdict } from "../disruption.ts";
import type { Evaluation } from "../evaluation.ts";
import { slotRange } from "../need-coverage.ts";
import { labelInText, labelOf, listOf } from "../sentence/labels.ts";
import { needClause } from "../sentence/need-words.ts";
import type { LineStep } from "./stop-explanation.ts";

export interface ChokepointStory {
  readonly target: RecordId;
  readonly members: readonly RecordId[];
  readonly verdict: Verdict;
  /** The first effect in which it stops. */
  readonly effect: Effect;
  readonly line: readonly LineStep[];
}

/** "Without ASML, TSMC N3 cannot be made once tools wear out: making it takes …; only ASML makes EUV scanners." */
export function chokepointSentence(
  projection: Projection,
  evaluation: Evaluation,
  story: ChokepointStory,
): string {
  const { records } = projection;
  const { target, members, verdict, line } = story;
  const [filter, needs] = [evaluation.filter(), evaluation.needs()];
  const clauses = line
    .filter(({ need }) => projection.need(need).key !== "MAKER")
    .map(({ need }) => {
      const providers = slotRange(projection, need)
        .filter((slot) => filter.allowed[slot] === 1)
        .map((slot) => projection.slot(slot).provider);
      const isClosed = needs.closed[need] === 1;
      return needClause(projection, {
        need: projection.need(need),
        providers: [...new Set(providers)],
        isClosed,
      });
    });
  const end = line.at(-1)?.provider;
  const kind = end !== undefined && !members.includes(end) ? classWords(projection, end, members) : [];
  const lost = listOf(members.map((id) => labelInText(records, id)));
  const stops = `${labelOf(records, target)} ${stopWords(projection, story)}`;
  const start =
    verdict === "PROVED" ? `Without ${lost}, ${stops}` : `As far as is documented, ${stops} without ${lost}`;
  return `${start}: ${[...clauses, ...kind].join("; ")}.`;
}

/** The line ends at a model that is lost with its class. */
function classWords(
  { records }: Projection,
  model: RecordId,
  members: readonly RecordId[],
): readonly string[] {
  const lostClass = members.find((id) => records.record(id)?.kind === "Component");
  return lostClass === undefined
    ? []
    : [`${labelOf(records, model)} is a kind of ${labelOf(records, lostClass)}`];
}

function stopWords({ records }: Projection, { target, effect }: ChokepointStory): string {
  const words = STOP_WORDS[records.record(target)?.kind ?? ""] ?? ["falls", "falls"];
  const [now, later] = words;
  if (effect === "LATER") return `${later} once tools wear out`;
  return effect === "NOW" ? now : later;
}

const STOP_WORDS: Readonly<Record<string, readonly [now: string, later: string]>> = {
  Component: ["cannot be made", "cannot be made"],
  Facility: ["cannot run", "cannot be finished"],
  Contract: ["cannot be fulfilled", "cannot be fulfilled"],
};

/** "Without Texas, 33 of the 114 targets stop, all of them proved." */
export function countSentence(
  { records }: Projection,
  members: readonly RecordId[],
  { stopped, of, proved }: { readonly stopped: number; readonly of: number; readonly proved: number },
): string {
  const lost = listOf(members.map((id) => labelInText(records, id)));
  const sure =
    proved === 0
      ? "by the documented providers only"
      : proved === stopped
        ? `${stopped === 1 ? "it is" : "all of them"} proved`
        : `${proved} of them proved`;
  return `Without ${lost}, ${stopped} of the ${of} targets ${stopped === 1 ? "stops" : "stop"}, ${sure}.`;
}
