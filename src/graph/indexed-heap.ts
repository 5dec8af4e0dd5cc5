/**
 * A binary heap of node ids with a key each, smallest (key, id) first, whose keys can be lowered in place.
 * Push and pop cost O(log n); memory is 16 bytes a node, taken at once.
 */
export interface IndexedHeap {
  readonly size: () => number;
  /** Adds the node, or lowers its key; a key that is not lower is ignored. */
  readonly push: (node: number, key: number) => void;
  /** Takes out the first node; call it only while size() > 0. */
  readonly pop: () => number;
}

export function createIndexedHeap(nodeCount: number): IndexedHeap {
  const heap = new Uint32Array(nodeCount);
  /** By node: index in the heap, -1 if it is not there. */
  const position = new Int32Array(nodeCount).fill(-1);
  const keys = new Float64Array(nodeCount);
  let size = 0;

  const before = (a: number, b: number): boolean => keys[a]! < keys[b]! || (keys[a]! === keys[b]! && a < b);

  const place = (node: number, index: number): void => {
    heap[index] = node;
    position[node] = index;
  };

  const siftUp = (node: number, start: number): void => {
    let index = start;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above]!;
      if (!before(node, other)) break;
      place(other, index);
      index = above;
    }
    place(node, index);
  };

  const siftDown = (node: number): void => {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++;
      const other = heap[child]!;
      if (!before(other, node)) break;
      place(other, index);
      index = child;
    }
    place(node, index);
  };

  return {
    size: () => size,
    push(node, key) {
      const present = position[node]!;
      if (present !== -1 && key >= keys[node]!) return;
      keys[node] = key;
      siftUp(node, present === -1 ? size++ : present);
    },
    pop() {
      const first = heap[0]!;
      position[first] = -1;
      size--;
      if (size > 0) siftDown(heap[size]!);
      return first;
    },
  };
}
