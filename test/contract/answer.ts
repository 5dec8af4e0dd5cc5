import { versionNumber, type Change } from "../../src/domain/change-set.ts";
import { DomainError } from "../../src/domain/errors.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";

/** What a store answered, in a form in which two stores that mean the same are equal: `{ error }` stands for a typed error. */
export async function answerOf(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DomainError) return { error: error.code };
    throw error;
  }
}

/** The order of fields counts: answers are equal to the letter. */
function lettersOf(record: GraphRecord): string {
  return JSON.stringify(record);
}

/** A change without what differs from run to run. */
function plainChange({ version, changeSet, author, message, id, before, after }: Change): unknown {
  const texts = { before: before && lettersOf(before), after: after && lettersOf(after) };
  return { version: versionNumber(version), changeSet, author, message, id, ...texts };
}

interface CursorPage<Item> {
  readonly items: readonly Item[];
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
  readonly endCursor?: string | null;
  readonly totalCount?: number;
}

/** Every page of a list, turned by its own cursors: as many items a page as `first` says, and its count. */
async function pagesOf<Item>(
  read: (after: string | undefined) => Promise<CursorPage<Item>>,
  plain: (item: Item) => unknown,
): Promise<unknown> {
  const pages: unknown[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await read(after);
    const { items, cursors, hasMore, totalCount } = page;
    pages.push({ items: items.map(plain), cursors: new Set(cursors).size, hasMore, totalCount });
    if ("endCursor" in page && page.endCursor !== (cursors.at(-1) ?? null))
      pages.push("end cursor is another");
    // A page that says there is more and holds nothing would turn for ever.
    if (!hasMore || items.length === 0) return pages;
    after = cursors.at(-1);
  }
}

const after = (cursor: string | undefined): { readonly after?: string } =>
  cursor === undefined ? {} : { after: cursor };

/** One read of a store; `ask` turns all of its pages. */
export interface Question {
  readonly title: string;
  readonly ask: (store: GraphStore) => Promise<unknown>;
}

type Asked<Name extends "list" | "adjacent"> = Parameters<GraphStore[Name]>[0];

export function listQuestion(query: Asked<"list">): Question {
  return {
    title: `list ${JSON.stringify(query)}`,
    ask: async (store) => {
      const read = async (cursor: string | undefined) =>
        store.list({ ...query, page: { ...query.page, ...after(cursor) } });
      if (query.backwards !== true) return pagesOf(read, lettersOf);
      // Backwards, the next page lies before the first item of this one.
      return pagesOf(async (cursor) => {
        const page = await read(cursor);
        return { ...page, items: page.items.toReversed(), cursors: page.cursors.toReversed() };
      }, lettersOf);
    },
  };
}

export function adjacentQuestion(query: Asked<"adjacent">): Question {
  return {
    title: `adjacent ${JSON.stringify(query)}`,
    ask: async (store) => {
      const first = await store.adjacent(query);
      const turned = await Promise.all(
        query.ids.map(async (id) =>
          pagesOf(async (cursor) => {
            const pages = await store.adjacent({
              ...query,
              ids: [id],
              page: { ...query.page, ...after(cursor) },
            });
            return pages[0] ?? { items: [], cursors: [], hasMore: true };
          }, lettersOf),
        ),
      );
      return {
        first: first.map(({ items, totalCount }) => ({ items: items.map(lettersOf), totalCount })),
        turned,
      };
    },
  };
}

export function recordsQuestion(ids: readonly string[]): Question {
  return {
    title: `records ${ids.join(" ")}`,
    ask: async (store) => (await store.records(ids)).map((record) => record && lettersOf(record)),
  };
}

export function evidenceQuestion(ids: readonly string[]): Question {
  return {
    title: `evidence of ${ids.join(" ")}`,
    ask: async (store) => (await store.evidenceOf(ids)).map((evidence) => evidence.map(lettersOf)),
  };
}

export function factsQuestion(ids: readonly string[], first: number): Question {
  return {
    title: `facts of ${ids.join(" ")}`,
    ask: async (store) =>
      Promise.all(
        ids.map(async (id) =>
          pagesOf(
            async (cursor) => {
              const [page] = await store.factsOf([id], { first, ...after(cursor) });
              return page === undefined
                ? { items: [], cursors: [], hasMore: true }
                : { ...page, items: page.ids };
            },
            (fact) => fact,
          ),
        ),
      ),
  };
}

export function identifierQuestion(pairs: Parameters<GraphStore["byIdentifier"]>[0]): Question {
  return { title: `identified by ${JSON.stringify(pairs)}`, ask: async (store) => store.byIdentifier(pairs) };
}

export function changesQuestion(since: number, limit: number): Question {
  return {
    title: `changes since ${since}, at most ${limit}`,
    ask: async (store) => {
      const { version } = await store.info();
      const uuid = version.slice(0, version.lastIndexOf("-"));
      return (await store.changesSince(`${uuid}-${since}`, limit))?.map(plainChange) ?? null;
    },
  };
}

export function logQuestion(from: string, to: string, first: number): Question {
  return {
    title: `changes from ${from} to ${to}`,
    ask: async (store) =>
      pagesOf(async (cursor) => store.changesBetween(from, to, { first, ...after(cursor) }), plainChange),
  };
}

export function historyQuestion(id: string, first: number): Question {
  return {
    title: `history of ${id}`,
    ask: async (store) =>
      pagesOf(async (cursor) => store.history(id, { first, ...after(cursor) }), plainChange),
  };
}

export function wholeQuestion(): Question {
  return {
    title: "everything",
    ask: async (store) => {
      const scanned: string[] = [];
      const version = await store.scan((batch) => {
        scanned.push(...batch.map(lettersOf));
      });
      const info = await store.info();
      return {
        scanned,
        version: versionNumber(version),
        current: versionNumber(info.version),
        counts: JSON.stringify(info.counts),
      };
    },
  };
}
