import { CONFIDENCES } from "../domain/channels.ts";
import { membershipAt } from "../domain/date.ts";
import { booleanField, textField, type StoredRecord } from "../domain/record.ts";
import type { Confidence } from "../domain/vocabularies/envelope.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import type { SlotState } from "./slot-filter.ts";

/** What a filter says of a record by itself: its dates, how far it is trusted, whether it is an inference. */
export function recordState(
  under: ComputedUnder,
  record: StoredRecord,
): Extract<SlotState, "ALLOWED" | "MAYBE" | "NOT_VALID" | "CONFIDENCE" | "CERTAINTY"> {
  const start = textField(record, "validFrom") ?? textField(record, "since");
  const membership = membershipAt(under.asOf, start, textField(record, "validTo"));
  if (membership === "NO") return "NOT_VALID";
  const confidence = CONFIDENCES.indexOf((textField(record, "confidence") ?? "LOW") as Confidence);
  if (confidence < CONFIDENCES.indexOf(under.minConfidence)) return "CONFIDENCE";
  if (under.minCertainty === "DOCUMENTED" && booleanField(record, "inferred")) return "CERTAINTY";
  return membership === "MAYBE" ? "MAYBE" : "ALLOWED";
}
