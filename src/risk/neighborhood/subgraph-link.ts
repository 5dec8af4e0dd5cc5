import { CHANNELS, type Certainty, type Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import type { Projection } from "../../projection/projection.ts";
import { hopOfArcs } from "../hop.ts";
import type { PathArcs } from "../path-arcs.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { relationshipSentence } from "./relationship-sentence.ts";

/** A line of the drawing: a dependence in one channel, or a relationship from which none follows. */
export interface SubgraphLink {
  /** What depends, or where the relationship starts. */
  readonly from: RecordId;
  readonly to: RecordId;
  /** Null where no dependence follows. */
  readonly channel: Channel | null;
  readonly sentence: string;
  readonly relationships: readonly RecordId[];
  readonly contracts: readonly RecordId[];
  readonly certainty: Certainty;
  readonly commitment: Stage | null;
  readonly confidence: Confidence;
  readonly isMaybe: boolean;
}

/** The dependences from one node on another, one a channel, of arcs that the filter allows. */
export function dependencyLinks(
  projection: Projection,
  filter: SlotFilter,
  arcs: PathArcs,
  between: readonly number[],
): readonly SubgraphLink[] {
  return CHANNELS.flatMap((_, channel) => {
    const open = between.filter((arc) => projection.story.channel[arc] === channel);
    if (open.length === 0) return [];
    const { from, to, channel: word, ...hop } = hopOfArcs(projection, filter, arcs, open);
    const { relationships, contracts, certainty, commitment, confidence, isMaybe } = hop;
    return [
      {
        from,
        to,
        channel: word,
        sentence: sentenceOf(projection, from, to, hop),
        relationships,
        contracts,
        certainty,
        commitment,
        confidence,
        isMaybe,
      },
    ];
  });
}

/** Where a contract or partnership is an end, what the other end is in it. */
function sentenceOf(
  { records }: Projection,
  from: RecordId,
  to: RecordId,
  { sentence, relationships }: Pick<SubgraphLink, "sentence" | "relationships">,
): string {
  const isTie = [from, to].some((id) => TIES.has(records.record(id)?.kind ?? ""));
  const relationship = records.record(relationships[0] ?? "");
  return isTie && relationship !== undefined ? relationshipSentence(records, relationship) : sentence;
}

const TIES: ReadonlySet<string> = new Set(["Contract", "Partnership"]);

export function plainLink(
  projection: Projection,
  relationship: StoredRecord,
  isMaybe: boolean,
): SubgraphLink {
  return {
    from: relationship.from ?? "",
    to: relationship.to ?? "",
    channel: null,
    sentence: relationshipSentence(projection.records, relationship),
    relationships: [relationship.id],
    contracts: [],
    certainty: booleanField(relationship, "inferred") ? "INFERRED" : "DOCUMENTED",
    commitment: null,
    confidence: (textField(relationship, "confidence") ?? "LOW") as Confidence,
    isMaybe,
  };
}
