/** A binary heap in the order that `before` gives; equal elements come out in no promised order. */
export interface BinaryHeap<T> {
  readonly push: (element: T) => void;
  /** The first element taken out, or undefined when there is none. */
  readonly pop: () => T | undefined;
}

export function createBinaryHeap<T>(before: (a: T, b: T) => boolean): BinaryHeap<T> {
  const heap: T[] = [];

  const siftUp = (element: T): void => {
    let index = heap.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!before(element, heap[above]!)) break;
      heap[index] = heap[above]!;
      index = above;
    }
    heap[index] = element;
  };

  const siftDown = (element: T): void => {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, element)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = element;
  };

  return {
    push: siftUp,
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0) siftDown(last!);
      return first;
    },
  };
}
