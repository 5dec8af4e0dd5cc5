import { idSlug, type RecordId } from "../../domain/ids.ts";
import { booleanField, listField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { Participant } from "./participant.ts";
import { withoutNoise } from "../without-noise.ts";

/** The members of a market statement as it gives them. */
export function estimateParticipants(records: RecordIndex, estimate: StoredRecord): readonly Participant[] {
  return records
    .referring(estimate.id, "MEMBER_OF_ESTIMATE")
    .map((member) => participantOf(records, estimate.id, member));
}

function participantOf(records: RecordIndex, estimate: RecordId, member: StoredRecord): Participant {
  const companies = [...listField(member, "companies"), ...listField(member, "components")];
  const country = textField(member, "country");
  const names = listField(member, "names");
  const isMany = country !== undefined || booleanField(member, "isGroup");
  const nodes = country === undefined ? companies : [country];
  const labels = [...nodes.map((id) => labelOf(records, id)), ...names];
  return {
    key: idSlug(member.id),
    nodes,
    label: listOf(labels, 8),
    firms: isMany ? Infinity : Math.max(1, nodes.length + names.length),
    lowPct: percent(numberField(member, "low")),
    highPct: percent(numberField(member, "high")),
    isIdentified: !booleanField(member, "isUnnamed") && nodes.every((id) => !isPlaceholder(records, id)),
    contracts: [],
    facts: [estimate],
  };
}

/** Twelve digits: what a decimal percentage loses on its way through a fraction is not an interval. */
function percent(fraction: number | undefined): number | null {
  return fraction === undefined ? null : withoutNoise(fraction * 100);
}

export function isPlaceholder(records: RecordIndex, id: RecordId): boolean {
  const record = records.record(id);
  return record !== undefined && textField(record, "entityType") === "PLACEHOLDER";
}
