import { idPrefix, type RecordId } from "../../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { coverageOf, distinctFacts, type AnswerCoverage, type EmptyReason } from "../answer.ts";
import type { EstimateChoice } from "./estimate-choice.ts";
import { estimateParticipants } from "./estimate-participants.ts";
import { groupByLocation } from "./group-by-location.ts";
import { groupByParent } from "./group-by-parent.ts";
import { makerParticipants } from "./maker-participants.ts";
import { exclusionsOf, type Concentration, type MarketMember } from "./market-answer.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketRequest } from "./market-request.ts";
import { estimateSentence } from "./market-sentence.ts";
import type { MarketGroup } from "./market.ts";
import { compareParticipants, type Participant } from "./participant.ts";
import { measureShares, type ShareMarket, type ShareMeasures } from "./share-measures.ts";
import { verdict, type Verdict } from "./verdict.ts";
import { withoutNoise } from "../without-noise.ts";

/** The answer of a market that a published statement shares out; where there is none, its makers are named without a share. */
export function marketByEstimate(
  context: MarketContext,
  { market, groupBy }: MarketRequest,
  choice: EstimateChoice,
): Concentration {
  const { records } = context.projection;
  const { chosen } = choice;
  const stated = statedParticipants(context, market, choice);
  const isWhole = chosen?.fields["isComplete"] === true;
  const participants = groupParticipants(context, market.subject, stated, groupBy, isWhole);
  const measures = measureShares({ participants, ...restOf(chosen, stated, participants, groupBy) });
  const emptyReason: EmptyReason = choice.filtered.length > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED";
  const members = [...participants].toSorted(compareParticipants).map(memberOf);
  const stating = chosen === null ? [] : [chosen.id];
  return {
    ...measures,
    market: {
      kind: market.kind,
      subject: market.subject,
      sentence: estimateSentence(records, market.kind, market.subject, chosen),
      measure: (chosen && textField(chosen, "measure")) ?? "OTHER",
      basis: (chosen && textField(chosen, "what")) ?? null,
    },
    estimate: chosen?.id ?? null,
    groupBy,
    members,
    bases: [],
    unnamed: null,
    uncounted: [],
    facts: () => distinctFacts([...stating, ...members.flatMap(({ facts }) => facts)]),
    ...placedVerdict(verdict(measures, participants.length, emptyReason), stated, groupBy),
    otherEstimates: choice.others.map(({ id }) => id),
    computedUnder: context.under,
    coverage: shareCoverage(measures),
    cut: null,
    excluded: exclusionsOf(choice.filtered),
  };
}

/** Where a firm makes a thing is known from its documented plants only, and it may have others. */
function placedVerdict(answer: Verdict, stated: readonly Participant[], groupBy: MarketGroup): Verdict {
  const isByPlants = PLACED.includes(groupBy) && stated.some(({ nodes }) => nodes.some(isCompany));
  const caveat =
    "Where a firm makes it is read from its plants in the graph, and it may have others anywhere: a place has from nothing to all that the firms with a plant there have.";
  return isByPlants ? { ...answer, caveat: `${caveat} ${answer.caveat}` } : answer;
}

const PLACED: readonly MarketGroup[] = ["COUNTRY", "FACILITY", "PLACE"];

function isCompany(id: RecordId): boolean {
  return idPrefix(id) === "company";
}

function shareCoverage({ covered }: ShareMeasures): AnswerCoverage {
  const percent = Math.round((covered ?? 0) * 1e4) / 100;
  return coverageOf("percent of the market that sources give to one participant each", percent, 100, 0);
}

/** Who else may share in it. By place or parent, firms outside the list may add up, so a cap on each firm bounds nothing. */
function restOf(
  chosen: StoredRecord | null,
  stated: readonly Participant[],
  participants: readonly Participant[],
  groupBy: MarketGroup,
): Pick<ShareMarket, "isComplete" | "othersCapPct"> {
  const saysComplete = chosen !== null && booleanField(chosen, "isComplete");
  const isOfFirms = groupBy === "COMPANY" || groupBy === "ULTIMATE_PARENT";
  const isComplete = saysComplete && (isOfFirms || allCounted(stated, participants));
  const cap = chosen === null || groupBy !== "COMPANY" ? undefined : numberField(chosen, "othersCap");
  return { isComplete, othersCapPct: cap === undefined ? undefined : cap * 100 };
}

/** The members of the statement; where there is none, the documented makers of a component, without shares. */
function statedParticipants(
  { projection, slots }: MarketContext,
  { kind, subject }: MarketRequest["market"],
  { chosen, filtered }: EstimateChoice,
): readonly Participant[] {
  if (chosen !== null) return estimateParticipants(projection.records, chosen);
  return kind === "SUPPLIERS_OF" && filtered.length === 0
    ? makerParticipants(projection, slots(), subject)
    : [];
}

function groupParticipants(
  context: MarketContext,
  subject: string,
  participants: readonly Participant[],
  groupBy: MarketGroup,
  isComplete: boolean,
): readonly Participant[] {
  if (groupBy === "COMPANY") return participants;
  if (groupBy === "ULTIMATE_PARENT") return groupByParent(context, participants);
  return groupByLocation(context, subject, participants, isComplete, groupBy);
}

/** A statement stays complete by place only when every member's share went to places. */
function allCounted(stated: readonly Participant[], places: readonly Participant[]): boolean {
  const given = stated.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
  const placed = places.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
  return Math.abs(given - placed) < 1e-9;
}

function memberOf({ nodes, label, lowPct, highPct, contracts, facts }: Participant): MarketMember {
  const share = { low: fraction(lowPct), high: fraction(highPct), unit: "fraction", basis: null };
  return { nodes, label, share, amount: null, contracts, facts };
}

function fraction(percent: number | null): number | null {
  return percent === null ? null : withoutNoise(percent / 100);
}
