import { stageRank } from "../../domain/commitment.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";

export const binding = vocabulary(
  "Binding",
  "Whether the money of a contract binds, and why not where it does not: its stage and its firmness together.",
  {
    BINDS: "Signed or under way, and a source says that it binds without conditions.",
    SIGNED:
      "Signed or under way; no source in the graph says whether it binds as a whole or with conditions and options.",
    PARTLY: "Signed or under way; some of its parts bind in another way than the rest.",
    CONDITIONAL: "Signed; it binds when conditions are met.",
    BACKSTOP: "Signed; it binds only if others fail to do their part.",
    EXTENSION: "Signed; an extension that a party may take.",
    OPTION: "Signed; one party may, and need not.",
    ANNOUNCED: "Announced or planned; no signed contract is known.",
    NON_BINDING: "A letter of intent or memorandum.",
    RUMOURED: "Spoken of or negotiated, or no source says how far it has come.",
    CARRIED_OUT: "The money has passed, drawn or paid at the closing: it binds nobody from here on.",
  },
);
export type Binding = WordOf<typeof binding>;
/** From what binds most to what binds least. */
export const BINDINGS = Object.keys(binding.values) as readonly Binding[];

/** Signed or under way, and not known to be conditional or optional as a whole. */
export function isSigned(word: Binding): boolean {
  return BINDINGS.indexOf(word) <= BINDINGS.indexOf("PARTLY");
}

/** What stage and firmness of one contract say, its parts apart. */
export function ownBinding(contract: StoredRecord, stage: Stage): Binding {
  if (stageRank(stage) < stageRank("DEFINITIVE")) return stage as "ANNOUNCED" | "NON_BINDING" | "RUMOURED";
  const firmness = textField(contract, "firmness");
  if (firmness === "FIRM") return "BINDS";
  return firmness === undefined ? "SIGNED" : (firmness as "CONDITIONAL");
}

/** The same with what its parts say: a whole that is signed and not wholly firm binds in the way of its parts. */
export function wholeBinding(own: Binding, parts: readonly Binding[]): Binding {
  if (own === "BINDS" || BINDINGS.indexOf(own) >= BINDINGS.indexOf("ANNOUNCED")) return own;
  const differs =
    own === "SIGNED"
      ? parts.some((part) => part !== "SIGNED")
      : parts.some((part) => part === "BINDS" || part === "SIGNED");
  return differs ? "PARTLY" : own;
}

/** Who stands behind the contract of others owes only if they fail, once there is a contract at all. */
export function guarantorBinding(plain: Binding): Binding {
  return BINDINGS.indexOf(plain) >= BINDINGS.indexOf("ANNOUNCED") ? plain : "BACKSTOP";
}
