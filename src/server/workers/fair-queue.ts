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
   * Takes the first item of the client with the fewest running, of those with fewer than `most`; of equals, of the one that has been
   * served least lately. Undefined when nobody may be served.
   */
  readonly take: (running: (client: string) => number, most: number) => T | undefined;
  /** Takes out all that wait. */
  readonly clear: () => readonly T[];
}

/** A queue of at most `places` items. */
export function createFairQueue<T>(places: number): FairQueue<T> {
  // In the order in which the clients take turns.
  const lines = new Map<string, T[]>();
  let size = 0;

  const drop = (client: string, position: number): T | undefined => {
    const line = lines.get(client);
    const [item] = line?.splice(position, 1) ?? [];
    if (item !== undefined) size -= 1;
    if (line?.length === 0) lines.delete(client);
    return item;
  };
  const longest = (): string | undefined => {
    let found: string | undefined;
    // Of equals the last in turn: it has the longest to wait anyway.
    for (const [client, line] of lines) {
      if (line.length >= (lines.get(found ?? client)?.length ?? 0)) found = client;
    }
    return found;
  };
  return {
    size: () => size,
    add(client, item) {
      const line = lines.get(client) ?? [];
      line.push(item);
      lines.set(client, line);
      size += 1;
      const loser = size > places ? longest() : undefined;
      return loser === undefined ? undefined : drop(loser, -1);
    },
    remove(client, item) {
      const position = lines.get(client)?.indexOf(item) ?? -1;
      return position >= 0 && drop(client, position) !== undefined;
    },
    take(running, most) {
      let next: string | undefined;
      for (const client of lines.keys()) {
        const count = running(client);
        if (count < most && (next === undefined || count < running(next))) next = client;
      }
      if (next === undefined) return undefined;
      const item = drop(next, 0);
      const rest = lines.get(next);
      if (rest !== undefined) {
        lines.delete(next);
        lines.set(next, rest);
      }
      return item;
    },
    clear() {
      const items = [...lines.values()].flat();
      lines.clear();
      size = 0;
      return items;
    },
  };
}
