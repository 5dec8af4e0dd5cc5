/**
 * A binary heap of whole numbers, least key first, that takes the same number as often as it is pushed; equal keys come out in
 * no promised order. It grows with what is in it. Push and pop cost O(log size).
 */
export interface KeyedHeap {
  readonly size: () => number;
  readonly push: (key: number, value: number) => void;
  /** The least key; Infinity when there is none. */
  readonly leastKey: () => number;
  /** Takes out the value of the least key; call it only while size() > 0. */
  readonly pop: () => number;
  readonly clear: () => void;
}

export function createKeyedHeap(): KeyedHeap {
  let keys = new Float64Array(64);
  let values = new Float64Array(64);
  let size = 0;

  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(2 * size);
    values = new Float64Array(2 * size);
    keys.set(oldKeys);
    values.set(oldValues);
  };

  /** Puts an element where the place at `start` is free, or above it. */
  const siftUp = (key: number, value: number, start: number): void => {
    let index = start;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (keys[above]! <= key) break;
      keys[index] = keys[above]!;
      values[index] = values[above]!;
      index = above;
    }
    keys[index] = key;
    values[index] = value;
  };

  return {
    size: () => size,
    push(key, value) {
      if (size === keys.length) grow();
      siftUp(key, value, size++);
    },
    leastKey: () => (size === 0 ? Infinity : keys[0]!),
    pop() {
      const first = values[0]!;
      const key = keys[--size]!;
      const value = values[size]!;
      // The free place goes down the lesser children to the bottom; the last element, mostly a great one, rises from there.
      let index = 0;
      for (let child = 1; child < size; child = 2 * index + 1) {
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
        keys[index] = keys[child]!;
        values[index] = values[child]!;
        index = child;
      }
      if (size > 0) siftUp(key, value, index);
      return first;
    },
    clear() {
      size = 0;
    },
  };
}
