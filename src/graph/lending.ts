/**
 * Lends arrays to one search after another: a search that touches few nodes of a large graph must not pay for all of them.
 * Returns the function that lends what `create` made for an owner, such as the graph, which its lifetime hangs on; whoever gets it
 * must not keep it, and leaves it as new.
 */
export function lending<T>(
  create: (length: number) => T,
): <R>(owner: object, length: number, use: (lent: T) => R) => R {
  const idle = new WeakMap<object, T[]>();
  return (owner, length, use) => {
    const free = idle.get(owner) ?? [];
    idle.set(owner, free);
    const lent = free.pop() ?? create(length);
    try {
      return use(lent);
    } finally {
      free.push(lent);
    }
  };
}
