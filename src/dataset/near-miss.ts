/** Words longer than this are compared by their first characters only. */
const COMPARED_LENGTH = 120;

/**
 * The candidate that a mistyped word most likely means, or undefined: the one with the fewest edits (insert, drop, change, swap),
 * letter case aside, at most a quarter of the word and never more than three; ties go to the first.
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase().slice(0, COMPARED_LENGTH);
  let allowed = Math.min(3, Math.max(1, Math.floor(typed.length / 4)));
  let best: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, candidate.toLowerCase().slice(0, COMPARED_LENGTH), allowed);
    if (distance > allowed || (best !== undefined && distance === allowed)) continue;
    best = candidate;
    allowed = distance;
    if (allowed === 0) break;
  }
  return best;
}

/** Edits between two texts (optimal string alignment), or a number above `limit` as soon as that is certain. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = !isSame && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const inserted = cell(current, column - 1) + 1;
      const dropped = cell(last, column) + 1;
      const changed = cell(last, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwap ? cell(beforeLast, column - 2) + 1 : Infinity;
      current.push(Math.min(inserted, dropped, changed, swapped));
    }
    if (Math.min(...current) > limit) return limit + 1;
    [beforeLast, last] = [last, current];
  }
  return cell(last, b.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
