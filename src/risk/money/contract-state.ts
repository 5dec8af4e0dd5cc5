import { CONFIDENCES } from "../../domain/channels.ts";
import { STAGES, stageRank } from "../../domain/commitment.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { AFTER_ALL_DAYS, BEFORE_ALL_DAYS, dayNumber } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { stageHistory, stageRankAt } from "../../projection/stage-history.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { recordState } from "../record-state.ts";

/** Where a contract stands on the day of a question. */
export interface ContractState {
  /** HOLDS and MAYBE count, the latter as perhaps; ENDED is shown apart; it and FILTERED are counted under the argument that takes them away. */
  readonly verdict: "HOLDS" | "MAYBE" | "ENDED" | "FILTERED";
  /** The argument that takes it away. */
  readonly filter: string | null;
  readonly stage: Stage;
  /** False when no milestone says so and the least stage is assumed. */
  readonly stageIsKnown: boolean;
  /** No date says when it began or ends. */
  readonly isUndated: boolean;
}

/** Judges a contract and the links that make somebody a party to it: confidence is the least of them, and an inference in one is in all. */
export function contractState(
  records: RecordIndex,
  contract: StoredRecord,
  links: readonly RecordId[],
  under: ComputedUnder,
): ContractState {
  const day = dayNumber(under.asOf);
  const term = contractTerm(records, contract);
  const rank = stageRankAt(stageHistory(records, contract.id), day);
  const stage = STAGES[Math.max(0, rank)] ?? "RUMOURED";
  const standing = { stage, stageIsKnown: rank >= 0, isUndated: isUndated(term) };
  const filter = day < term.start.first ? "asOf" : filteredBy(records, contract, links, under);
  if (filter !== null) return { ...standing, verdict: "FILTERED", filter };
  if (day >= term.end.last) return { ...standing, verdict: "ENDED", filter: "asOf" };
  if (under.minStage !== null && stageRank(stage) < stageRank(under.minStage))
    return { ...standing, verdict: "FILTERED", filter: "minStage" };
  const isParty = !links.some((id) => isPerhaps(records.record(id), under));
  const isSure = isParty && day >= term.start.last && day < term.end.first;
  return { ...standing, verdict: isSure ? "HOLDS" : "MAYBE", filter: null };
}

/** Whether a contract counts on the day, surely or perhaps. */
export function isInForce({ verdict }: ContractState): boolean {
  return verdict === "HOLDS" || verdict === "MAYBE";
}

function isUndated({ start, end }: ReturnType<typeof contractTerm>): boolean {
  return start.first === BEFORE_ALL_DAYS && end.last === AFTER_ALL_DAYS;
}

/** The precision of its dates leaves open whether it holds on the day. */
function isPerhaps(link: StoredRecord | undefined, under: ComputedUnder): boolean {
  return link !== undefined && recordState(under, link) === "MAYBE";
}

function filteredBy(
  records: RecordIndex,
  contract: StoredRecord,
  links: readonly RecordId[],
  under: ComputedUnder,
): string | null {
  const parties = links.flatMap((id) => records.record(id) ?? []);
  if (parties.some((party) => recordState(under, party) === "NOT_VALID")) return "asOf";
  const facts = [contract, ...parties];
  const confidence = Math.min(
    ...facts.map((fact) => CONFIDENCES.indexOf((textField(fact, "confidence") ?? "LOW") as Confidence)),
  );
  if (confidence < CONFIDENCES.indexOf(under.minConfidence)) return "minConfidence";
  const isInferred = facts.some((fact) => booleanField(fact, "inferred"));
  return isInferred && under.minCertainty === "DOCUMENTED" ? "minCertainty" : null;
}
