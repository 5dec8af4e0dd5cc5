import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import { coverageOf, distinctFacts, type AnswerCoverage, type EmptyReason } from "../answer.ts";
import { requireNodeNumber } from "../endpoint.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import { filterSlots } from "../slot-filter.ts";
import { contractShares } from "./contract-shares.ts";
import { CONTRACT_MARKETS } from "./contract-market.ts";
import { chooseEstimate, type EstimateChoice } from "./estimate-choice.ts";
import { estimateParticipants } from "./estimate-participants.ts";
import { groupByCountry } from "./group-by-country.ts";
import { groupByParent } from "./group-by-parent.ts";
import { makerParticipants } from "./maker-participants.ts";
import { bandOf, SUBJECT_KINDS, type Band, type MarketGroup, type MarketInput } from "./market.ts";
import { exclusionsOf, type Concentration, type MarketMember } from "./market-answer.ts";
import { compareParticipants, type Participant } from "./participant.ts";
import { measureShares, type ShareMarket, type ShareMeasures } from "./share-measures.ts";
import { contractMarketSentence, estimateSentence } from "./market-sentence.ts";

export interface ConcentrationInput {
  readonly market: MarketInput;
  readonly groupBy?: MarketGroup | undefined;
  readonly filter?: FactFilter | undefined;
}

/** Below this part of a market given to identified participants there is no headline, only bounds. */
export const COVERAGE_FLOOR = 0.5;

/** A lease that is only announced is no tenancy yet, so contract markets count from signature on unless asked otherwise. */
const CONTRACT_STAGE = "DEFINITIVE";

const CAVEAT =
  "A market here is what a source shares out or what contracts in the graph add up to, not a market in law.";

/** How concentrated is a market? One published statement, or the contracts of one subject; bounds wherever a share is unknown. */
export function concentration(question: Question, input: ConcentrationInput): Concentration {
  const { projection } = question;
  const subject = requireSubject(projection, input.market);
  const groupBy = input.groupBy ?? "COMPANY";
  const rule = CONTRACT_MARKETS[input.market.kind];
  const base = { today: question.today, graphVersion: projection.version, profile: "PHYSICAL" as const };
  const plain = resolveFilter(input.filter, base);
  const choice = chooseEstimate(projection.records, input.market, subject, plain);
  const isByContract = rule !== undefined && choice.chosen === null && input.market.estimate === undefined;
  if (!isByContract) return byEstimate(projection, input.market, subject, groupBy, plain, choice);
  if (groupBy === "COUNTRY") {
    throw new InvalidArgumentError(
      "groupBy",
      "COUNTRY",
      `COMPANY or ULTIMATE_PARENT for ${input.market.kind}: contracts have no country of production`,
    );
  }
  const under = resolveFilter(input.filter, { ...base, minStage: CONTRACT_STAGE });
  const shares = contractShares(projection, rule, input.market, subject, groupBy, under);
  const sentence = contractMarketSentence(
    projection.records,
    input.market.kind,
    subject,
    shares.unit,
    shares.basis,
  );
  return {
    ...shares.measures,
    market: { kind: input.market.kind, subject, sentence, measure: rule.measure, basis: shares.basis },
    estimate: null,
    groupBy,
    members: shares.members,
    facts: () => distinctFacts(shares.members.flatMap(({ facts }) => facts)),
    ...verdict(shares.measures, shares.members.length, shares.emptyReason, shares.uncounted === 0),
    caveat: contractCaveat(shares.uncounted),
    otherEstimates: choice.others.map(({ id }) => id),
    computedUnder: under,
    coverage: shares.coverage,
    cut: null,
    excluded: shares.excluded,
  };
}

function contractCaveat(uncounted: number): string {
  if (uncounted === 0) return CAVEAT;
  const contracts = uncounted === 1 ? "1 contract" : `${uncounted} contracts`;
  return `${contracts} without an amount on this basis could change every share: the amounts stand, the shares are not known. ${CAVEAT}`;
}

function requireSubject(projection: Projection, market: MarketInput): RecordId {
  const id = projection.nodeId(requireNodeNumber(projection, "market.subject", market.subject));
  const kind = projection.records.record(id)?.kind as EntityKind;
  const kinds = SUBJECT_KINDS[market.kind];
  if (!kinds.includes(kind)) {
    throw new InvalidArgumentError(
      "market.subject",
      `"${market.subject}" (${kind})`,
      `a ${kinds.join(" or ")} for ${market.kind}`,
    );
  }
  return id;
}

function byEstimate(
  projection: Projection,
  market: MarketInput,
  subject: RecordId,
  groupBy: MarketGroup,
  under: ComputedUnder,
  choice: EstimateChoice,
): Concentration {
  const { chosen } = choice;
  const stated = statedParticipants(projection, market, subject, under, choice);
  const participants = groupParticipants(
    projection,
    stated,
    subject,
    groupBy,
    under,
    chosen?.fields["isComplete"] === true,
  );
  const measures = measureShares({ participants, ...restOf(chosen, stated, participants, groupBy) });
  const emptyReason: EmptyReason = choice.filtered.length > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED";
  const members = [...participants].toSorted(compareParticipants).map(memberOf);
  const stating = chosen === null ? [] : [chosen.id];
  const excluded = exclusionsOf(choice.filtered.map(({ estimate, filter }) => ({ id: estimate, filter })));
  return {
    ...measures,
    market: {
      kind: market.kind,
      subject,
      sentence: estimateSentence(projection.records, market.kind, subject, chosen),
      measure: (chosen && textField(chosen, "measure")) ?? "OTHER",
      basis: (chosen && textField(chosen, "what")) ?? null,
    },
    estimate: chosen?.id ?? null,
    groupBy,
    members,
    facts: () => distinctFacts([...stating, ...members.flatMap(({ facts }) => facts)]),
    ...verdict(measures, participants.length, emptyReason),
    otherEstimates: choice.others.map(({ id }) => id),
    computedUnder: under,
    coverage: shareCoverage(measures),
    cut: null,
    excluded,
  };
}

function shareCoverage({ covered }: ShareMeasures): AnswerCoverage {
  const percent = Math.round((covered ?? 0) * 1e4) / 100;
  return coverageOf("percent of the market that sources give to one participant each", percent, 100, 0);
}

/** Who else may share in it. By country or parent, firms outside the list may add up, so a cap on each firm bounds nothing. */
function restOf(
  chosen: StoredRecord | null,
  stated: readonly Participant[],
  participants: readonly Participant[],
  groupBy: MarketGroup,
): Pick<ShareMarket, "isComplete" | "othersCapPct"> {
  const saysComplete = chosen !== null && booleanField(chosen, "isComplete");
  const isComplete = saysComplete && (groupBy !== "COUNTRY" || allCounted(stated, participants));
  const cap = chosen === null || groupBy !== "COMPANY" ? undefined : numberField(chosen, "othersCap");
  return { isComplete, othersCapPct: cap === undefined ? undefined : cap * 100 };
}

/** The members of the statement; where there is none, the documented makers of a component, without shares. */
function statedParticipants(
  projection: Projection,
  market: MarketInput,
  subject: RecordId,
  under: ComputedUnder,
  { chosen, filtered }: EstimateChoice,
): readonly Participant[] {
  if (chosen !== null) return estimateParticipants(projection.records, chosen);
  return market.kind === "SUPPLIERS_OF" && filtered.length === 0
    ? makerParticipants(projection, filterSlots(projection, under), subject)
    : [];
}

function groupParticipants(
  projection: Projection,
  participants: readonly Participant[],
  subject: RecordId,
  groupBy: MarketGroup,
  under: ComputedUnder,
  isComplete: boolean,
): readonly Participant[] {
  if (groupBy === "COMPANY") return participants;
  if (groupBy === "ULTIMATE_PARENT") return groupByParent(projection.records, participants, under.asOf);
  return groupByCountry(projection, filterSlots(projection, under), subject, participants, isComplete);
}

/** A statement stays complete by country only when every member's share went to countries. */
function allCounted(stated: readonly Participant[], countries: readonly Participant[]): boolean {
  const given = stated.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
  const placed = countries.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
  return Math.abs(given - placed) < 1e-9;
}

function memberOf({ nodes, label, lowPct, highPct, contracts, facts }: Participant): MarketMember {
  const share = { low: fraction(lowPct), high: fraction(highPct), unit: "fraction", basis: null };
  return { nodes, label, share, amount: null, contracts, facts };
}

function fraction(percent: number | null): number | null {
  return percent === null ? null : Number((percent / 100).toPrecision(12));
}

function verdict(
  measures: ShareMeasures,
  members: number,
  emptyReason: EmptyReason,
  isCounted = true,
): {
  readonly headline: number | null;
  readonly band: Band;
  readonly caveat: string;
  readonly reason: EmptyReason | null;
} {
  const { hhi, covered } = measures;
  const isCovered = isCounted && members > 0 && covered !== null && covered >= COVERAGE_FLOOR;
  const caveat =
    covered === null && members > 0
      ? `The shares add up to more than the whole: no index can be given. ${CAVEAT}`
      : CAVEAT;
  if (members === 0) return { headline: null, band: "CANNOT_TELL", caveat, reason: emptyReason };
  return {
    headline: isCovered ? hhi.low : null,
    band: bandOf(hhi.low, hhi.high),
    caveat,
    reason: isCovered ? null : "BELOW_COVERAGE_FLOOR",
  };
}
