import type { RecordId } from "../../domain/ids.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { textField } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";

/** The name by which a sentence calls a record; its id when it has none. */
export function labelOf(records: RecordIndex, id: RecordId): string {
  const record = records.record(id);
  if (record === undefined) return id;
  const { nameField } = kindSpecs[record.kind];
  return (nameField === undefined ? undefined : textField(record, nameField)) ?? id;
}

/** The name inside running text: that of a country which takes an article has it, as in "the United States". */
export function labelInText(records: RecordIndex, id: RecordId): string {
  const label = labelOf(records, id);
  return records.record(id)?.kind === "Place" && TAKES_ARTICLE.test(label) ? `the ${label}` : label;
}

/** A company inside running text: whom nobody names has no proper name, as in "an undisclosed tenant of Delta Forge 2". */
export function companyInText(records: RecordIndex, id: RecordId): string {
  const label = labelOf(records, id);
  const unnamed = UNNAMED.exec(label);
  if (unnamed === null) return label;
  const words = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return unnamed[1]?.endsWith("s") === true ? words : `an ${words}`;
}

/** They are many where the word before "of", "under" or "with" is a plural. */
const UNNAMED = /^(?:Undisclosed|Unnamed) (?:\S+ )*?(\S+) (?:of|under|with) /u;

const TAKES_ARTICLE =
  /^(?:United |Netherlands$|Philippines$|Czech Republic$|Dominican Republic$|Cayman Islands$)/u;

/** "A", "A and B", "A, B and C"; longer lists end in a count. */
export function listOf(labels: readonly string[], most = 4): string {
  const shown = labels.slice(0, most);
  const rest = labels.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** The same words with a capital first letter. */
export function sentenceCase(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
