import type { Day } from "../../domain/date.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import type { Projection } from "../../projection/projection.ts";
import { coreCoverage, countJoints, type CoreCoverage, type JointCount } from "./core-coverage.ts";
import { countFacts, type FactCounts } from "./fact-counts.ts";
import { countNeeds, type NeedCounts } from "./need-counts.ts";
import {
  countContracts,
  countFacilities,
  countSources,
  type ContractCounts,
  type FacilityCounts,
  type SourceCounts,
} from "./thing-counts.ts";

export interface KindCount {
  readonly kind: Kind;
  readonly count: number;
}

/** How much the graph knows of what it undertakes to know, and how far it can be relied on. What takes long is counted when called. */
export interface Coverage {
  readonly graphVersion: string;
  /** The day on which links had to hold and evidence is judged. */
  readonly asOf: Day;
  readonly core: readonly CoreCoverage[];
  readonly joints: readonly JointCount[];
  /** Kinds that the graph has, in the domain's order. */
  readonly records: readonly KindCount[];
  readonly facts: () => FactCounts;
  readonly needs: () => NeedCounts;
  readonly facilities: FacilityCounts;
  readonly contracts: ContractCounts;
  readonly sources: SourceCounts;
}

/** The last that was counted of each graph version: many fields of one request ask for the same. */
const latest = new WeakMap<Projection, Coverage>();

/** Counts one graph version on a day. What a source said later than that day is not left out: it is what is known now of that day. */
export function coverage(projection: Projection, asOf: Day): Coverage {
  const known = latest.get(projection);
  if (known?.asOf === asOf) return known;
  const counted = count(projection, asOf);
  latest.set(projection, counted);
  return counted;
}

function count(projection: Projection, asOf: Day): Coverage {
  const { records, version } = projection;
  const core = coreCoverage(records, asOf);
  return {
    graphVersion: version,
    asOf,
    core,
    joints: countJoints(core),
    records: countKinds(projection),
    facts: once(() => countFacts(records, asOf)),
    needs: once(() => countNeeds(projection, asOf)),
    facilities: countFacilities(records),
    contracts: countContracts(projection, asOf),
    sources: countSources(records),
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

function countKinds({ records }: Projection): readonly KindCount[] {
  return KINDS.map((kind) => ({ kind, count: records.ofKind(kind).length })).filter(
    (entry) => entry.count > 0,
  );
}
