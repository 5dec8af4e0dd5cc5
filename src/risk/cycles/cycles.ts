import { stageRank } from "../../domain/commitment.ts";
import { compareStrings } from "../../domain/compare.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { cycles as findCycles } from "../../graph/cycles.ts";
import { coverageOf, distinctFacts, type Answer, type EmptyReason, type SearchCut } from "../answer.ts";
import { exclusionsOf } from "../concentration/market-answer.ts";
import { requireCompany } from "../endpoint.ts";
import { resolveFilter, type FactFilter } from "../fact-filter.ts";
import { MAX_VISITS, requireNotCancelled, startBudget, type Question } from "../question.ts";
import { labelOf } from "../sentence/labels.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import {
  buildCycleGraph,
  filteredOnCycles,
  flowsBetween,
  goesRound,
  type CycleGraph,
} from "./cycle-graph.ts";
import { cycleHop, type CycleHop } from "./cycle-hop.ts";
import { buildCycle, type Cycle } from "./cycle.ts";
import type { MoneyFlow } from "./money-flow.ts";
import { factsOfFlow, readFlows } from "./read-flows.ts";

export interface CyclesInput {
  /** Only cycles through this company, or through its group. */
  readonly through?: RecordId | undefined;
  /** Most hops, 2 to MAX_CYCLE_LENGTH. */
  readonly maxLength?: number | undefined;
  /** Companies under one ultimate parent are one; true unless said otherwise: subsidiaries hide cycles. */
  readonly byParent?: boolean | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface CycleCount {
  readonly length: number;
  readonly cycles: number;
  /** With each choice among the contracts of a hop as a cycle of its own. */
  readonly contractForms: number;
}

export interface Cycles extends Answer {
  /** The company, or the parent of its group; null for all. */
  readonly through: RecordId | null;
  readonly maxLength: number;
  readonly byParent: boolean;
  /** Shortest first, then what has come furthest, then by ids. */
  readonly cycles: readonly Cycle[];
  readonly counts: readonly CycleCount[];
  /** What companies of one group pay each other under contracts; it is no cycle. */
  readonly selfDealing: readonly MoneyFlow[];
  readonly sentence: string;
  readonly caveat: string;
}

export const MAX_CYCLE_LENGTH = 8;
export const MAX_CYCLES = 10_000;
const MAX_MILLISECONDS = 2_000;

const CAVEAT =
  "A cycle is a pattern: sources document each step by itself, and none need say that one depends on another. It is no accusation, and not all of it need bind.";

/** Where does money go round? Simple cycles on the graph of who pays whom, by contracts and stakes that count on the day. */
export function cycles(question: Question, input: CyclesInput): Cycles {
  const { projection } = question;
  const { records } = projection;
  const { maxLength = 6, byParent = true } = input;
  requireLength(maxLength);
  const base = { today: question.today, graphVersion: projection.version, profile: "MONEY" as const };
  const under = resolveFilter(input.filter, base);
  const company = input.through === undefined ? null : requireCompany(projection, "through", input.through);
  const through =
    company === null || !byParent ? company : ultimateParent(records, company, under.asOf).parent;
  const graph = buildCycleGraph(records, readFlows(records, under), byParent, under);
  const search = searchCycles(question, graph, through, maxLength);
  requireNotCancelled(question);
  const between = flowsBetween(graph);
  const hops = new Map<string, CycleHop>();
  const hopOf = (from: RecordId, to: RecordId): CycleHop => {
    const known = hops.get(`${from} ${to}`);
    if (known !== undefined) return known;
    const hop = cycleHop(records, from, to, between(from, to));
    hops.set(`${from} ${to}`, hop);
    return hop;
  };
  const found = search.found
    .map((ids) =>
      buildCycle(
        records,
        ids.map((id, position) => hopOf(id, ids[(position + 1) % ids.length] ?? id)),
        under,
      ),
    )
    .toSorted(compareCycles);
  const flows = [...hops.values()].flatMap((hop) => hop.flows);
  const excluded = exclusionsOf(filteredOnCycles(graph, search.start));
  return {
    through,
    maxLength,
    byParent,
    cycles: found,
    counts: countCycles(found),
    selfDealing: selfDealing(graph, through),
    sentence: answerSentence(
      found,
      through === null ? null : labelOf(records, through),
      maxLength,
      search.cut,
    ),
    caveat: CAVEAT,
    computedUnder: under,
    coverage: coverageOf(
      "contracts and stakes on the cycles with a stated amount",
      flows.filter(({ amount }) => amount !== null).length,
      flows.length,
      flows.filter(({ isUndated }) => isUndated).length,
    ),
    reason: found.length > 0 ? null : emptyReason(search.cut, excluded.length > 0),
    cut: search.cut,
    excluded,
    facts: () => distinctFacts(flows.flatMap(factsOfFlow)),
  };
}

function requireLength(maxLength: number): void {
  if (Number.isInteger(maxLength) && maxLength >= 2 && maxLength <= MAX_CYCLE_LENGTH) return;
  throw new InvalidArgumentError("maxLength", String(maxLength), `2 to ${MAX_CYCLE_LENGTH}`);
}

interface CycleSearch {
  readonly found: readonly (readonly RecordId[])[];
  readonly start: number | undefined;
  readonly cut: SearchCut | null;
}

function searchCycles(
  { budget }: Question,
  graph: CycleGraph,
  through: RecordId | null,
  maxLength: number,
): CycleSearch {
  const start = through === null ? undefined : graph.numberOf(through);
  if (through !== null && start === undefined) return { found: [], start, cut: null };
  const check = startBudget({ ...budget, milliseconds: Math.min(budget.milliseconds, MAX_MILLISECONDS) });
  let steps = 0;
  const stop = (taken: number): boolean => {
    steps = taken;
    return check(taken);
  };
  const { csr, edgeAllowed, nodes } = graph;
  const result = findCycles(csr, { maxLength, through: start, edgeAllowed, maxCycles: MAX_CYCLES, stop });
  const found = result.cycles.map((cycle) => cycle.map((node) => nodes[node] ?? ""));
  if (result.truncated) return { found, start, cut: searchCut(found.length, steps) };
  return { found, start, cut: found.length > 0 ? null : lengthCut(graph, start, maxLength) };
}

function searchCut(found: number, steps: number): SearchCut {
  const message = `${found} cycles were found when the search ended; name a company in through, or ask for a lower maxLength`;
  if (found >= MAX_CYCLES) return { limit: "PATHS", reached: found, message };
  return { limit: steps > MAX_VISITS ? "NODES_VISITED" : "TIME", reached: steps, message };
}

/** Nothing was found, and yet money goes round by a longer way. */
function lengthCut(graph: CycleGraph, start: number | undefined, maxLength: number): SearchCut | null {
  if (!goesRound(graph, start)) return null;
  const message = `every cycle has more than ${maxLength} steps; raise maxLength to see them`;
  return { limit: "MAX_HOPS", reached: maxLength, message };
}

function emptyReason(cut: SearchCut | null, isFiltered: boolean): EmptyReason {
  if (cut !== null) return "SEARCH_CUT";
  return isFiltered ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

function compareCycles(a: Cycle, b: Cycle): number {
  const rank = ({ stage }: Cycle): number => (stage === null ? Infinity : stageRank(stage));
  if (a.length !== b.length) return a.length - b.length;
  if (rank(a) !== rank(b)) return rank(b) - rank(a);
  return compareStrings(a.companies.join(" "), b.companies.join(" "));
}

function countCycles(found: readonly Cycle[]): readonly CycleCount[] {
  const lengths = [...new Set(found.map(({ length }) => length))].toSorted((a, b) => a - b);
  return lengths.map((length) => {
    const those = found.filter((cycle) => cycle.length === length);
    const contractForms = those.reduce((total, cycle) => total + cycle.contractForms, 0);
    return { length, cycles: those.length, contractForms };
  });
}

function selfDealing({ flows, nodeOf }: CycleGraph, through: RecordId | null): readonly MoneyFlow[] {
  return flows.flatMap(({ flow, filter }) => {
    const node = nodeOf(flow.from);
    const isWithin = filter === null && flow.flowType !== "STAKE" && node === nodeOf(flow.to);
    return isWithin && (through === null || node === through) ? [flow] : [];
  });
}

function answerSentence(
  found: readonly Cycle[],
  through: string | null,
  maxLength: number,
  cut: SearchCut | null,
): string {
  const where = through === null ? "" : ` through ${through}`;
  if (found.length === 0) return `No cycle of money${where} of at most ${maxLength} steps is documented.`;
  const count = found.length === 1 ? "1 cycle" : `${cut === null ? "" : "At least "}${found.length} cycles`;
  const signed = found.filter(({ stage }) => stage === null || stageRank(stage) >= stageRank("DEFINITIVE"));
  const standing =
    signed.length === found.length
      ? `every step${found.length === 1 ? "" : " of each"} is signed, under way or held`
      : found.length === 1
        ? "not every step is signed, under way or held"
        : `every step is signed, under way or held in ${signed.length === 0 ? "none" : signed.length} of them`;
  return `${count} of money${where} of at most ${maxLength} steps; ${standing}.`;
}
