import MiniSearch from "minisearch";

import { compareStrings } from "../domain/compare.ts";
import { foldName } from "../domain/fold.ts";
import type { RecordId } from "../domain/ids.ts";
import { ENTITY_KINDS, type EntityKind } from "../domain/kind-names.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { listField, textField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "./record-index.ts";
import { atOnce, type Steps } from "./steps.ts";

/** How a text matched, best first. */
export const MATCHES = ["EXACT_NAME", "ALIAS", "PREFIX", "ALL_WORDS", "DESCRIPTION"] as const;
export type Match = (typeof MATCHES)[number];

export interface SearchHit {
  readonly id: RecordId;
  readonly kind: EntityKind;
  readonly match: Match;
}

export interface SearchIndex {
  /** Every hit, exact names first, ties by id. */
  search(text: string, kinds?: readonly EntityKind[]): readonly SearchHit[];
  /** Ids whose name, or an alias, is the text; names first. */
  named(text: string): readonly SearchHit[];
}

interface Entry {
  readonly id: RecordId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly words: string;
  readonly description: string;
}

/** Full text over names, aliases and descriptions. Stores have no part in it, so that both answer alike. */
export function buildSearchIndex(index: RecordIndex): SearchIndex {
  return atOnce(searchSteps(index));
}

export function* searchSteps(index: RecordIndex): Steps<SearchIndex> {
  const entries: Entry[] = [];
  for (const kind of ENTITY_KINDS) {
    for (const record of index.ofKind(kind)) {
      yield;
      entries.push(entryOf(kind, record));
    }
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const engine = new MiniSearch<Entry>({
    fields: ["words", "description"],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: "AND", prefix: true },
  });
  for (const entry of entries) {
    yield;
    engine.add(entry);
  }
  const named = namesOf(entries);
  return {
    named: (text) => named.get(foldName(text)) ?? [],
    search: (text, kinds) => {
      const folded = foldName(text);
      if (wordsOf(text).length === 0) return [];
      const hits = engine.search(text).flatMap(({ id }) => {
        const entry = byId.get(String(id));
        return entry === undefined || (kinds !== undefined && !kinds.includes(entry.kind))
          ? []
          : [hitOf(entry, folded)];
      });
      return hits.toSorted(compareHits);
    },
  };
}

function entryOf(kind: EntityKind, record: StoredRecord): Entry {
  const name = textField(record, kindSpecs[kind].nameField ?? "name") ?? record.id;
  const aliases = [...listField(record, "aliases"), ...listField(record, "tickers"), ...shortForms(name)];
  const description = textField(record, "description") ?? textField(record, "note") ?? "";
  return {
    id: record.id,
    kind,
    name: foldName(name),
    aliases: aliases.map(foldName),
    words: [name, ...aliases].join(" "),
    description,
  };
}

/** "High-bandwidth memory (HBM)" is also called by either of its halves. */
function shortForms(name: string): readonly string[] {
  const halves = /^(.+?) \(([^()]+)\)$/u.exec(name);
  return halves === null ? [] : halves.slice(1);
}

function namesOf(entries: readonly Entry[]): ReadonlyMap<string, readonly SearchHit[]> {
  const hits = new Map<string, SearchHit[]>();
  for (const { id, kind, name, aliases } of entries) {
    for (const text of new Set([name, ...aliases])) {
      const list = hits.get(text) ?? [];
      list.push({ id, kind, match: text === name ? "EXACT_NAME" : "ALIAS" });
      hits.set(text, list);
    }
  }
  return new Map([...hits].map(([text, list]) => [text, list.toSorted(compareHits)]));
}

function hitOf(entry: Entry, folded: string): SearchHit {
  return { id: entry.id, kind: entry.kind, match: matchOf(entry, folded) };
}

function matchOf(entry: Entry, folded: string): Match {
  if (entry.name === folded) return "EXACT_NAME";
  if (entry.aliases.includes(folded)) return "ALIAS";
  if (entry.name.startsWith(folded) || entry.aliases.some((alias) => alias.startsWith(folded)))
    return "PREFIX";
  const words = wordsOf(entry.words);
  return wordsOf(folded).every((word) => words.some((known) => known.startsWith(word)))
    ? "ALL_WORDS"
    : "DESCRIPTION";
}

function compareHits(a: SearchHit, b: SearchHit): number {
  return MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) || compareStrings(a.id, b.id);
}

/** Scripts without spaces between words: each character is one. */
const SINGLE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const LETTERS = String.raw`(?:(?!${SINGLE})[\p{L}\p{N}])+`;
const WORD = new RegExp(String.raw`${SINGLE}|${LETTERS}(?:[.&'’/+-]${LETTERS})*`, "gu");

/**
 * The words of a text, folded. Joined forms stay whole and also give their parts: `1.6T`, `2xDR4`, `AT&T` and `T-glass` are found as
 * written and by part; Chinese, Japanese and Korean text gives its characters.
 */
export function wordsOf(text: string): string[] {
  return [...foldName(text).matchAll(WORD)].flatMap(([word]) => {
    const parts = word.split(/[/+-]/u).filter((part) => part.length > 1);
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}
