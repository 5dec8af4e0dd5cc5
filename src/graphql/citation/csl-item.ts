import { idSlug } from "../../domain/ids.ts";
import { booleanField, textField, type GraphRecord } from "../../domain/record.ts";
import type { PublisherType, SourceType } from "../../domain/vocabularies/entities.ts";
import { cslDateOf, type CslDate } from "./csl-date.ts";

/** The types of CSL that sources have, and `entry` and `dataset` for what the graph itself says. */
export type CslType =
  | "article-newspaper"
  | "dataset"
  | "entry"
  | "entry-encyclopedia"
  | "post"
  | "post-weblog"
  | "report"
  | "webpage";

/** One item of CSL-JSON, with the fields that we fill. */
export interface CslItem {
  /** The slug of a source; what is no source has a colon in it, so that ids never meet. */
  readonly id: string;
  readonly "citation-key": string;
  readonly type: CslType;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly archive?: string;
  readonly genre?: string;
  readonly number?: string;
  readonly version?: string;
  readonly status?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
}

/** A source with the records that its citation names. */
export interface SourceToCite {
  readonly source: GraphRecord;
  readonly publisher?: GraphRecord | undefined;
  /** The archive or site that holds the copy. */
  readonly carrier?: GraphRecord | undefined;
}

const CSL_TYPES: Readonly<Record<SourceType, CslType>> = {
  FILING: "report",
  PRESS_RELEASE: "webpage",
  NEWS: "article-newspaper",
  ANALYSIS: "webpage",
  BLOG: "post-weblog",
  DATA: "dataset",
  VENDOR: "webpage",
  INSTITUTION: "webpage",
  ENCYCLOPEDIA: "entry-encyclopedia",
  FORUM: "post",
  MIRROR: "webpage",
  AGGREGATOR: "webpage",
};

/** What a page of that type is called where its CSL type does not say it. */
const GENRES: Readonly<Partial<Record<SourceType, string>>> = {
  PRESS_RELEASE: "press release",
  DATA: "data set",
};

/** True for those who write what they publish. The others carry what somebody wrote whom the graph does not know. */
const IS_AUTHOR: Readonly<Record<PublisherType, boolean>> = {
  REGULATOR: true,
  COURT: true,
  COMPANY: true,
  ANALYST: true,
  DATA_PROJECT: true,
  WIRE: false,
  PRESS: false,
  TRADE_PRESS: false,
  AGGREGATOR: false,
  BLOG: false,
  SOCIAL: false,
  MACHINE_WRITTEN: false,
  OTHER: false,
};

/**
 * A source as an item of CSL-JSON. Its publisher stands in it once: as the author, or as what it appeared in. A source without a date
 * has no `issued`; a date that was concluded is `circa`.
 */
export function cslItemOf({ source, publisher, carrier }: SourceToCite): CslItem {
  const slug = idSlug(source.id);
  const sourceType = textField(source, "type") as SourceType | undefined;
  const type = sourceType === undefined ? "webpage" : CSL_TYPES[sourceType];
  const accessed = textField(source, "accessed");
  return {
    id: slug,
    "citation-key": slug,
    type,
    title: textField(source, "title") ?? slug,
    ...holderOf(type, publisher),
    ...optional("archive", carrier?.id === publisher?.id ? undefined : carrier && textField(carrier, "name")),
    ...optional("genre", sourceType && GENRES[sourceType]),
    ...(booleanField(source, "isRetracted") ? { status: "retracted" } : {}),
    ...optional("issued", issuedOf(source)),
    ...optional("accessed", accessed === undefined ? undefined : cslDateOf(accessed)),
    ...optional("URL", textField(source, "url")),
  };
}

function holderOf(type: CslType, publisher: GraphRecord | undefined): Partial<CslItem> {
  const name = publisher && textField(publisher, "name");
  if (publisher === undefined || name === undefined) return {};
  const publisherType = textField(publisher, "type") as PublisherType | undefined;
  if (publisherType !== undefined && IS_AUTHOR[publisherType]) return { author: [{ literal: name }] };
  return type === "report" || type === "dataset" ? { publisher: name } : { "container-title": name };
}

function issuedOf(source: GraphRecord): CslDate | undefined {
  const published = textField(source, "published");
  if (published === undefined) return undefined;
  const date = cslDateOf(published);
  return booleanField(source, "publishedInferred") ? { ...date, circa: true } : date;
}

function optional<Key extends keyof CslItem>(key: Key, value: CslItem[Key]): Partial<CslItem> {
  return value === undefined ? {} : { [key]: value };
}
