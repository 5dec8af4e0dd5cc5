import type { RelationshipKind } from "../../domain/kind-names.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { makerVerb } from "../sentence/arc-sentence.ts";
import { labelOf } from "../sentence/labels.ts";

/** A relationship in a plain sentence, without a full stop. */
export function relationshipSentence(records: RecordIndex, relationship: StoredRecord): string {
  const [from, to] = [labelOf(records, relationship.from ?? ""), labelOf(records, relationship.to ?? "")];
  return WORDS[relationship.kind as RelationshipKind](from, to, relationship, records);
}

type Writer = (from: string, to: string, relationship: StoredRecord, records: RecordIndex) => string;

const joined =
  (words: string): Writer =>
  (from, to) =>
    `${from} ${words} ${to}`;

const WORDS: Readonly<Record<RelationshipKind, Writer>> = {
  OWNS_STAKE: (from, to, stake) => {
    const share = numberField(stake, "share");
    const part = share === undefined ? "a stake in" : `${Math.round(share * 1000) / 10} % of`;
    return `${from} ${textField(stake, "state") === "ACTIVE" ? "holds" : "is or was to hold"} ${part} ${to}`;
  },
  OPERATES: joined("operates"),
  OWNS: joined("owns"),
  DEVELOPS: joined("develops"),
  USES: joined("uses"),
  POWERS: joined("powers"),
  MAKES: (from, to, making) => makingWords(from, to, making),
  PRODUCES: (from, to, produces, records) => {
    const company = labelOf(records, textField(produces, "company") ?? "");
    return `${company} ${STATE_WORDS[textField(produces, "state") ?? ""] ?? "makes"} ${to} at ${from}`;
  },
  DEPLOYS: joined("runs or is to run"),
  REQUIRES: (from, to, requirement) =>
    textField(requirement, "mode") === "OPTIONAL"
      ? `${from} can use ${to} and needs none`
      : `${from} needs ${to}`,
  IS_A: joined("is a kind of"),
  QUALIFIED_FOR: (from, to, qualified, records) => {
    const buyer = textField(qualified, "buyer");
    const at = buyer === undefined ? textField(qualified, "buyerName") : labelOf(records, buyer);
    return `${to} of ${from} ${QUALIFIED_WORDS[textField(qualified, "state") ?? ""] ?? "is tested"}${at === undefined ? "" : ` at ${at}`}`;
  },
  PARTY_TO: (from, to, party) => {
    const role = (textField(party, "role") ?? "other").toLowerCase().replaceAll("_", " ");
    return `${from} is a party to ${to}${role === "other" ? "" : ` as ${role}`}`;
  },
  COVERS: joined("covers"),
  PART_OF: joined("is part of"),
  AMENDS: joined("amends"),
  SUPERSEDES: joined("replaces"),
  FUNDS: joined("funds"),
  SECURES: joined("secures"),
  MEMBER_OF: joined("is in"),
  LOCATED_IN: joined("lies in"),
  // The name of an event is a sentence by itself.
  AFFECTS: (from, to) => `${from}: affects ${to}`,
  ABOUT: joined("is about"),
};

const STATE_WORDS: Readonly<Record<string, string>> = {
  SAMPLING: "samples",
  DEVELOPMENT: "develops",
  TARGET: "is to make",
  ENDED: "no longer makes",
};

const QUALIFIED_WORDS: Readonly<Record<string, string>> = {
  QUALIFIED: "is qualified",
  REJECTED: "failed",
};

function makingWords(from: string, to: string, making: StoredRecord): string {
  const role = textField(making, "role");
  if (role === "DISTRIBUTOR") return `${from} sells ${to} on`;
  const verb = STATE_WORDS[textField(making, "state") ?? ""];
  return `${from} ${verb ?? (role === "OTHER" ? "has a part in" : makerVerb(making))} ${to}`;
}
