import type { Csr } from "../../src/graph/csr.ts";

/** By node: its place in the order of a depth-first search from the root; nodes out of its reach come last, by number. */
export function searchOrder({ nodeCount, offsets, targets }: Csr, root: number): Uint32Array {
  const UNSEEN = nodeCount;
  const place = new Uint32Array(nodeCount).fill(UNSEEN);
  const cursors = offsets.slice(0, nodeCount);
  const way = [root];
  let placed = 0;
  place[root] = placed++;
  while (way.length > 0) {
    const node = way.at(-1)!;
    const p = cursors[node]!++;
    if (p >= offsets[node + 1]!) way.pop();
    else if (place[targets[p]!] === UNSEEN) {
      place[targets[p]!] = placed++;
      way.push(targets[p]!);
    }
  }
  return place.map((at) => (at === UNSEEN ? placed++ : at));
}
