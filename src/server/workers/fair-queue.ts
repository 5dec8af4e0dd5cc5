/** Clients and what they wait for. The one that has the least going on is served first; all others take turns. */
export interface FairQueue<T> {
  readonly size: () => number;
  /**
   * Puts an item at the end of its client's line. Where all places are taken, the client with the longest line gives up its last:
   * that item comes back, which may be this one.
   */
  readonly add: (client: string, item: T) => T | undefined;
  /** Takes an item out of its line; false when it is in none. */
  readonly remove: (client: string, item: T) => boolean;
  /**
   * Takes the first item of the client with the fewest running; of equals, of the one that has been served least lately. Undefined
   * when nothing waits.
   */
  readonly take: (running: (client: string) => number) => T | undefined;
  /** Takes out all that wait. */
  readonly clear: () => readonly T[];
}

/** Clients of which the queue remembers when it served them last. */
const REMEMBERED_CLIENTS = 1_000;

/** A queue of at most `places` items. */
export function createFairQueue<T>(places: number): FairQueue<T> {
  const lines = new Map<string, T[]>();
  /** Clients by their last turn, the latest last. */
  const turns = new Map<string, number>();
  let turn = 0;
  let size = 0;

  const drop = (client: string, position: number): T | undefined => {
    const line = lines.get(client);
    const [item] = line?.splice(position, 1) ?? [];
    if (item !== undefined) size -= 1;
    if (line?.length === 0) lines.delete(client);
    return item;
  };
  const remember = (client: string): void => {
    turns.delete(client);
    turns.set(client, (turn += 1));
    const [oldest] = turns.keys();
    if (turns.size > REMEMBERED_CLIENTS && oldest !== undefined) turns.delete(oldest);
  };
  return {
    size: () => size,
    add(client, item) {
      const line = lines.get(client) ?? [];
      line.push(item);
      lines.set(client, line);
      size += 1;
      const loser = size > places ? longest(lines) : undefined;
      return loser === undefined ? undefined : drop(loser, -1);
    },
    remove(client, item) {
      const position = lines.get(client)?.indexOf(item) ?? -1;
      return position >= 0 && drop(client, position) !== undefined;
    },
    take(running) {
      const candidates = [...lines.keys()]
        .map((client) => ({ client, running: running(client), turn: turns.get(client) ?? 0 }))
        .toSorted((a, b) => a.running - b.running || a.turn - b.turn);
      const next = candidates[0]?.client;
      if (next === undefined) return undefined;
      remember(next);
      return drop(next, 0);
    },
    clear() {
      const items = [...lines.values()].flat();
      lines.clear();
      size = 0;
      return items;
    },
  };
}

/** The client with the longest line; of equals the one that came last. */
function longest(lines: ReadonlyMap<string, readonly unknown[]>): string | undefined {
  let found: string | undefined;
  for (const [client, line] of lines) {
    if (line.length >= (lines.get(found ?? client)?.length ?? 0)) found = client;
  }
  return found;
}
