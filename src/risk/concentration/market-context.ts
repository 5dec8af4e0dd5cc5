import { CONFIDENCES } from "../../domain/channels.ts";
import { stageRank } from "../../domain/commitment.ts";
import { compareStrings } from "../../domain/compare.ts";
import { membershipAt } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { boundDays, dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import { stageHistory, stageRankAt } from "../../projection/stage-history.ts";
import { evaluationOf } from "../evaluation.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { ultimateParent, type UltimateParent } from "../ultimate-parent.ts";

/** A lease that is only announced is no tenancy yet, so contract markets count from signature on unless asked otherwise. */
const CONTRACT_STAGE = "DEFINITIVE";

/** What the markets of one graph version have in common under one filter; each part is worked out once. */
export interface MarketContext {
  readonly projection: Projection;
  /** For statements and sites, where no stage is asked for. */
  readonly under: ComputedUnder;
  /** For contracts, which count from signature on. */
  readonly underContracts: ComputedUnder;
  readonly slots: () => SlotFilter;
  /** The company at the top of control at the date. */
  readonly parentOf: (company: RecordId) => RecordId;
  /** The company and all that it controls at the date, by id. */
  readonly groupOf: (company: RecordId) => readonly RecordId[];
  /** The filter that leaves a contract out, by its term, confidence and stage; null where it counts. */
  readonly contractFilter: (contract: StoredRecord) => string | null;
  /** The same of a site: by its first known step and its end, its confidence and its stage. */
  readonly siteFilter: (site: StoredRecord) => string | null;
  /** The same of a relationship: by its validity, confidence and whether it is an inference. */
  readonly linkFilter: (link: StoredRecord) => string | null;
  /** What the filter has left out so far, by which of its arguments. */
  readonly leftOut: ReadonlyMap<RecordId, string>;
  /** Notes what the filter leaves out elsewhere. */
  readonly leaveOut: (id: RecordId, filter: string) => void;
}

export function marketContext(
  { projection, today }: Question,
  filter: FactFilter | undefined,
): MarketContext {
  const base = { today, graphVersion: projection.version, profile: "PHYSICAL" as const };
  const under = resolveFilter(filter, base);
  const underContracts = resolveFilter(filter, { ...base, minStage: CONTRACT_STAGE });
  const { records } = projection;
  const parents = remembered((id: RecordId) => ultimateParent(records, id, under.asOf));
  const groups = later(() => groupsBy(projection, parents));
  const contracts = remembered((id: RecordId) => filterOf(projection, id, underContracts, contractDays));
  const sites = remembered((id: RecordId) => filterOf(projection, id, under, siteDays));
  const leftOut = new Map<RecordId, string>();
  const noted = (id: RecordId, by: string | null): string | null => {
    if (by !== null) leftOut.set(id, by);
    return by;
  };
  return {
    projection,
    under,
    underContracts,
    leftOut,
    leaveOut: noted,
    slots: later(() => evaluationOf(projection, under).filter()),
    parentOf: (company) => parents(company).parent,
    groupOf: (company) => [company, ...(groups().get(company) ?? [])].toSorted(compareStrings),
    contractFilter: ({ id }) => noted(id, contracts(id)),
    siteFilter: ({ id }) => noted(id, sites(id)),
    linkFilter: (link) => noted(link.id, linkFilter(link, under)),
  };
}

function remembered<T>(work: (id: RecordId) => T): (id: RecordId) => T {
  const known = new Map<RecordId, { readonly value: T }>();
  return (id) => {
    const entry = known.get(id) ?? { value: work(id) };
    known.set(id, entry);
    return entry.value;
  };
}

function later<T>(work: () => T): () => T {
  let entry: { readonly value: T } | undefined;
  return () => (entry ??= { value: work() }).value;
}

/** By company: those that it controls, directly or through others. */
function groupsBy(
  { records }: Projection,
  parents: (company: RecordId) => UltimateParent,
): ReadonlyMap<RecordId, readonly RecordId[]> {
  const groups = new Map<RecordId, RecordId[]>();
  for (const { id } of records.ofKind("Company")) {
    const { stakes, isAmbiguous } = parents(id);
    for (const stake of isAmbiguous ? [] : stakes) {
      const holder = records.record(stake)?.from ?? "";
      groups.set(holder, [...(groups.get(holder) ?? []), id]);
    }
  }
  return groups;
}

interface Days {
  readonly start: number;
  readonly end: number;
}

function filterOf(
  projection: Projection,
  id: RecordId,
  under: ComputedUnder,
  daysOf: (projection: Projection, record: StoredRecord) => Days,
): string | null {
  const record = projection.records.record(id);
  if (record === undefined) return null;
  const day = dayNumber(under.asOf);
  const { start, end } = daysOf(projection, record);
  if (day < start || day >= end) return "asOf";
  if (isLessConfident(record, under)) return "minConfidence";
  if (under.minStage === null) return null;
  const rank = Math.max(0, stageRankAt(stageHistory(projection.records, id), day));
  return rank < stageRank(under.minStage) ? "minStage" : null;
}

function contractDays({ records }: Projection, contract: StoredRecord): Days {
  const { start, end } = contractTerm(records, contract);
  return { start: start.first, end: end.last };
}

/** A site counts from its first known step until its project ended; on no day when it ended and nobody says when. */
function siteDays({ records }: Projection, site: StoredRecord): Days {
  const steps = stageHistory(records, site.id).days;
  const ended = textField(site, "outcomeDate");
  const hasEnded = site.fields["outcome"] !== undefined;
  return {
    start: steps.length === 0 ? -Infinity : Math.min(...steps),
    end: ended === undefined ? (hasEnded ? -Infinity : Infinity) : boundDays(ended).last,
  };
}

function linkFilter(link: StoredRecord, under: ComputedUnder): string | null {
  const validity = membershipAt(under.asOf, textField(link, "validFrom"), textField(link, "validTo"));
  if (validity === "NO") return "asOf";
  if (isLessConfident(link, under)) return "minConfidence";
  return under.minCertainty === "DOCUMENTED" && booleanField(link, "inferred") ? "minCertainty" : null;
}

function isLessConfident(record: StoredRecord, { minConfidence }: ComputedUnder): boolean {
  const confidence = CONFIDENCES.indexOf((textField(record, "confidence") ?? "LOW") as Confidence);
  return confidence < CONFIDENCES.indexOf(minConfidence);
}
