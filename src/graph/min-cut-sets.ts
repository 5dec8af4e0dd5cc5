/**
 * Minimal cut sets: the smallest sets of nodes whose failure stops a top node, up to a given size ("order").
 *
 * The same sets as those of a fault tree by MOCUS (Fussell and Vesely 1972, A new methodology for obtaining cut sets for
 * fault trees, Transactions of the American Nuclear Society 15, 262–263), but the structure may have cycles, where top-down
 * expansion of gates does not end. Instead, sets are expanded by what they leave working, as in Reiter 1987, A theory of
 * diagnosis from first principles, Artificial Intelligence 32, 57–95: if a set does not stop the top, some other set of nodes
 * still supports it, and every larger cut must hit that support. So a set is only expanded by nodes of one support; sets that
 * contain a smaller cut are absorbed; each reported set was verified by propagation, and is minimal because sets are met in
 * the order of size. At the last size only nodes common to several supports are tried (decisive-nodes.ts).
 *
 * Works on the backward closure of the top. Same supplier in several slots, k-of-n needs and masks are respected. The top
 * itself is never in a cut set; a top that is down already has the empty set as its only one.
 * Cost: one propagation for each set tried; the number of sets grows with (size of a support)^(maxOrder - 1).
 */
import { andOrClosure } from "./and-or-closure.ts";
import type { AndOrGraph, PropagationOptions } from "./and-or-graph.ts";
import { decisiveNodes } from "./decisive-nodes.ts";
import type { DecisiveSearch } from "./decisive-nodes.ts";
import { requireCount, requireMask, requireNode } from "./input-checks.ts";
import { countSteps } from "./stop-check.ts";
import type { StopCheck } from "./stop-check.ts";
import { failureOracle, topOracle } from "./working-support.ts";
import type { Semantics } from "./working-support.ts";

export interface MinimalCutSetsOptions extends PropagationOptions {
  /** Greatest size of a set. */
  readonly maxOrder: number;
  /** By node: 0 for nodes that cannot fail. Default: every node can. */
  readonly failable?: Uint8Array | undefined;
  /** Default: the running system. */
  readonly semantics?: Semantics | undefined;
  /** Stop after this many sets. Default 10,000. */
  readonly limit?: number | undefined;
  readonly stop?: StopCheck | undefined;
}

export interface MinimalCutSets {
  /** Each ascending; by size, then lexicographic. */
  readonly cutSets: readonly (readonly number[])[];
  /** The limit or the budget ended the search; sets listed are right, others may be missing. */
  readonly truncated: boolean;
  /** All sets up to this size are listed. */
  readonly searchedOrder: number;
}

export function minimalCutSets(
  graph: AndOrGraph,
  top: number,
  options: MinimalCutSetsOptions,
): MinimalCutSets {
  const { maxOrder, failable, semantics = "running", limit = 10_000 } = options;
  requireNode(top, graph.nodeCount, "top");
  requireCount(maxOrder, 1, "maxOrder");
  requireCount(limit, 1, "limit");
  requireMask(failable, graph.nodeCount, "failable");
  const closure = andOrClosure(graph, [top], options);
  const inner = closure.nodes.indexOf(top);
  const oracle = topOracle(failureOracle(closure.graph, semantics), inner);
  if (oracle.isDown([])) return { cutSets: [[]], truncated: false, searchedOrder: maxOrder };

  const canFail = Uint8Array.from(closure.nodes, (node) => (node === top || failable?.[node] === 0 ? 0 : 1));
  const search: CutSearch = {
    oracle,
    canFail,
    limit,
    isCandidate: new Uint8Array(canFail.length),
    counter: countSteps(options.stop),
    cuts: [],
    cutKeys: new Set(),
  };
  let searchedOrder = 0;
  let level: readonly Failures[] = [[]];
  while (searchedOrder < maxOrder) {
    const next = searchedOrder + 1 < maxOrder ? expand(search, level) : complete(search, level);
    if (next === undefined) break;
    level = next;
    searchedOrder++;
  }
  return {
    cutSets: search.cuts.map((cut) => cut.map((node) => closure.nodes[node]!)).toSorted(bySizeThenNodes),
    truncated: searchedOrder < maxOrder,
    searchedOrder,
  };
}

/** Node ids, ascending. */
type Failures = readonly number[];

interface CutSearch extends DecisiveSearch {
  /** By node: 0 once it need not be tried any more, because it cannot fail or is a cut by itself. */
  readonly canFail: Uint8Array;
  readonly limit: number;
  readonly cuts: Failures[];
  readonly cutKeys: Set<string>;
}

/** Tries every set of one node more; returns those that are no cut. `undefined`: the search was ended. */
function expand(search: CutSearch, level: readonly Failures[]): readonly Failures[] | undefined {
  const next: Failures[] = [];
  const seen = new Set<string>();
  for (const failures of level) {
    for (const node of supportOf(search, failures)) {
      const larger = withNode(failures, node);
      const key = larger.join();
      if (seen.has(key) || completesCut(search, failures, larger)) continue;
      seen.add(key);
      if (!search.counter.step()) return undefined;
      if (!search.oracle.isDown(larger)) next.push(larger);
      else if (!report(search, larger)) return undefined;
    }
  }
  return next;
}

/** Finds the cuts of one node more: that node is in every support. `undefined`: the search was ended. */
function complete(search: CutSearch, level: readonly Failures[]): readonly Failures[] | undefined {
  for (const failures of level) {
    if (!search.counter.step()) return undefined;
    const candidates = supportOf(search, failures).filter(
      (node) => !completesCut(search, failures, withNode(failures, node)),
    );
    const decisive = decisiveNodes(search, failures, candidates);
    if (decisive === undefined) return undefined;
    for (const node of decisive) if (!report(search, withNode(failures, node))) return undefined;
  }
  return [];
}

/** The nodes of one support that can fail, given that these failures do not stop the top. */
function supportOf({ oracle, canFail }: CutSearch, failures: Failures): readonly number[] {
  oracle.isDown(failures);
  return oracle.support().filter((node) => canFail[node] === 1);
}

/** `false` when the limit is reached. */
function report(search: CutSearch, cut: Failures): boolean {
  if (search.cuts.length === search.limit) return false;
  search.cuts.push(cut);
  search.cutKeys.add(cut.join());
  if (cut.length === 1) search.canFail[cut[0]!] = 0;
  return true;
}

/** Whether `larger`, which is `failures` and one node more, is a known cut or contains one; `failures` contains none. */
function completesCut({ cutKeys }: CutSearch, failures: Failures, larger: Failures): boolean {
  for (let left = 0; left < 2 ** failures.length - 1; left++) {
    // Bits of `left` say which of the old failures to leave out; single nodes that are cuts have left the search already.
    let bit = 0;
    const part = larger.filter((node) => !failures.includes(node) || (left & (1 << bit++)) === 0);
    if (cutKeys.has(part.join())) return true;
  }
  return false;
}

function withNode(failures: Failures, node: number): Failures {
  const at = failures.findIndex((other) => other > node);
  return at === -1 ? [...failures, node] : failures.toSpliced(at, 0, node);
}

function bySizeThenNodes(a: Failures, b: Failures): number {
  if (a.length !== b.length) return a.length - b.length;
  const i = a.findIndex((node, index) => node !== b[index]);
  return i === -1 ? 0 : a[i]! - b[i]!;
}
