import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { FieldValue } from "../../src/domain/field.ts";
import { textField, type GraphRecord } from "../../src/domain/record.ts";

type Fields = Readonly<Record<string, FieldValue>>;

/** A figure of the articles that the graph began with, and what the dataset must say of it. */
export interface StoryCase {
  readonly figure: string;
  readonly record: string;
  readonly from?: string;
  readonly to?: string;
  /** What must be exactly so. */
  readonly fields?: Fields;
  /** What a text must hold. */
  readonly says?: Readonly<Record<string, string>>;
  /** Which sources must support it. */
  readonly sources?: readonly string[];
  /** The evidence of every side, where sources differ. */
  readonly evidence?: readonly Fields[];
}

export const storyCases = parse(
  readFileSync(fileURLToPath(new URL("../cases/seed-story.yaml", import.meta.url)), "utf8"),
) as readonly StoryCase[];

/** The records of a dataset, and what is said of each. */
export interface Story {
  readonly records: ReadonlyMap<string, GraphRecord>;
  readonly evidence: ReadonlyMap<string, readonly GraphRecord[]>;
}

export function storyOf(records: readonly GraphRecord[]): Story {
  const evidence = new Map<string, GraphRecord[]>();
  for (const record of records) {
    const fact = record.kind === "Evidence" ? textField(record, "fact") : undefined;
    if (fact !== undefined) evidence.set(fact, [...(evidence.get(fact) ?? []), record]);
  }
  return { records: new Map(records.map((record) => [record.id, record])), evidence };
}

/** Everything of a case that the dataset does not say. */
export function storyFaults({ records, evidence }: Story, story: StoryCase): readonly string[] {
  const record = records.get(story.record);
  if (record === undefined) return [`${story.record} is missing`];
  const entries = evidence.get(story.record) ?? [];
  return [
    ...(["from", "to"] as const).flatMap((end) => differs(end, story[end], record[end])),
    ...Object.entries(story.fields ?? {}).flatMap(([field, value]) =>
      differs(field, value, record.fields[field]),
    ),
    ...Object.entries(story.says ?? {}).flatMap(([field, words]) =>
      textField(record, field)?.includes(words) === true ? [] : [`${field} does not say ${words}`],
    ),
    ...(story.sources ?? []).flatMap((source) =>
      entries.some((entry) => isSupport(entry, source)) ? [] : [`${source} does not support it`],
    ),
    ...(story.evidence ?? []).flatMap((side) =>
      entries.some(({ fields }) => Object.entries(side).every(([field, value]) => fields[field] === value))
        ? []
        : [`no evidence is ${JSON.stringify(side)}`],
    ),
  ];
}

function differs(what: string, wanted: FieldValue | undefined, found: FieldValue | undefined): string[] {
  if (wanted === undefined || JSON.stringify(wanted) === JSON.stringify(found)) return [];
  return [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
}

function isSupport({ fields }: GraphRecord, source: string): boolean {
  return fields["source"] === source && fields["stance"] === "SUPPORTS";
}
