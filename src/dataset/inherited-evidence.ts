import type { FieldValue } from "../domain/field.ts";
import type { RecordId } from "../domain/ids.ts";
import type { GraphRecord } from "../domain/record.ts";

/** Evidence as a nested fact takes it over, and the piece that it comes from. */
export interface InheritedEvidence {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly origin: GraphRecord;
}

/**
 * What a nested fact without evidence of its own stands on: the sources of the record that it is written in, those that support
 * the whole of it or, where there are none, those that support a field. Values and disputes are about that record and stay there.
 */
export function inheritedEvidence(
  fact: RecordId,
  ofParent: readonly GraphRecord[],
): readonly InheritedEvidence[] {
  const supporting = ofParent.filter(({ fields }) => fields["stance"] === "SUPPORTS");
  const whole = supporting.filter(({ fields }) => fields["field"] === undefined);
  const bySource = new Map<FieldValue | undefined, GraphRecord>();
  for (const record of whole.length > 0 ? whole : supporting) {
    const { source } = record.fields;
    if (!bySource.has(source)) bySource.set(source, record);
  }
  return [...bySource.values()].map((origin) => {
    const { source, locator, field } = origin.fields;
    const fields = {
      fact,
      ...(source === undefined ? {} : { source }),
      stance: "SUPPORTS",
      // The page of a field's value says nothing of another fact.
      ...(locator === undefined || field !== undefined ? {} : { locator }),
    };
    return { fields, origin };
  });
}
