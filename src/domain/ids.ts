/** `kind-prefix:slug`, such as `company:coreweave`. Minted once, never recomputed, never reused. */
export type RecordId = string;

const ID_PATTERN = /^[a-z]+(?:-[a-z]+)*:[a-z0-9]+(?:-+[a-z0-9]+)*$/;
/** Longest id that is accepted, in characters. */
export const MAX_ID_LENGTH = 300;

export function isRecordId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && ID_PATTERN.test(text);
}

/** The part before the colon; "" when there is none. */
export function idPrefix(id: RecordId): string {
  return id.slice(0, Math.max(id.indexOf(":"), 0));
}

/** The part after the colon. */
export function idSlug(id: RecordId): string {
  return id.slice(id.indexOf(":") + 1);
}
