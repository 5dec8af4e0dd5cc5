import { CHANNELS } from "../domain/channels.ts";
import { ROLE_PATTERNS } from "../domain/dependency-table.ts";
import { idPrefix, type RecordId } from "../domain/ids.ts";
import { isEntityKind } from "../domain/kinds.ts";
import { buildCsr, reverseCsr, type Csr } from "../graph/csr.ts";
import type { DependencyModel, Need, Slot } from "./dependency-model.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Steps } from "./steps.ts";

/**
 * The arcs that paths follow: between companies, facilities, components and places, with contracts, makings and partnerships
 * folded into the arc as the evidence on it. An arc is one slot, or two that meet in a folded node.
 * Contracts and partnerships keep arcs of their own, so that a question may start or end at one.
 */
export interface StoryArcs {
  readonly count: number;
  /** By arc: dependent and provider, node numbers. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** By arc: index into CHANNELS. */
  readonly channel: Uint8Array;
  /** By arc: the slot of the dependent. */
  readonly outerSlot: Uint32Array;
  /** By arc: the slot of the folded node, or −1. */
  readonly innerSlot: Int32Array;
  /** By arc: 1 where a path ends: at a company in one role, or at the class of what was reached. */
  readonly isLast: Uint8Array;
  /** By node: 1 for nodes that a path may pass. */
  readonly passable: Uint8Array;
  readonly forward: Csr;
  readonly backward: Csr;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly channel: number;
  readonly outer: number;
  readonly inner: number;
  readonly isLast: boolean;
}

const FOLDED: ReadonlySet<string> = new Set(["Contract", "Partnership", "MAKES"]);

export function* buildStoryArcs(
  index: RecordIndex,
  model: DependencyModel,
  numberOf: ReadonlyMap<RecordId, number>,
): Steps<StoryArcs> {
  const isFolded = (id: RecordId): boolean => FOLDED.has(index.record(id)?.kind ?? "");
  const arcs = yield* collectArcs(model, numberOf, isFolded);
  const from = Uint32Array.from(arcs, (arc) => arc.from);
  const to = Uint32Array.from(arcs, (arc) => arc.to);
  const forward = buildCsr(model.nodes.length, from, to);
  return {
    count: arcs.length,
    from,
    to,
    channel: Uint8Array.from(arcs, (arc) => arc.channel),
    outerSlot: Uint32Array.from(arcs, (arc) => arc.outer),
    innerSlot: Int32Array.from(arcs, (arc) => arc.inner),
    isLast: Uint8Array.from(arcs, (arc) => (arc.isLast ? 1 : 0)),
    passable: Uint8Array.from(model.nodes, (id) => (isFolded(id) || !isPathKind(index, id) ? 0 : 1)),
    forward,
    backward: reverseCsr(forward),
  };
}

function isPathKind(index: RecordIndex, id: RecordId): boolean {
  const kind = index.record(id)?.kind;
  return kind !== undefined && isEntityKind(kind) && kind !== "Event";
}

interface NumberedNeed {
  readonly need: Need;
  readonly firstSlot: number;
}

function* collectArcs(
  model: DependencyModel,
  numberOf: ReadonlyMap<RecordId, number>,
  isFolded: (id: RecordId) => boolean,
): Steps<readonly Arc[]> {
  const needsOf = new Map<RecordId, NumberedNeed[]>();
  let firstSlot = 0;
  for (const need of model.needs) {
    const list = needsOf.get(need.dependent) ?? [];
    list.push({ need, firstSlot });
    needsOf.set(need.dependent, list);
    firstSlot += need.slots.length;
  }
  const arcs: Arc[] = [];
  for (const entries of needsOf.values()) {
    yield;
    for (const entry of entries) arcs.push(...arcsOfNeed(entry, needsOf, numberOf, isFolded));
  }
  return arcs;
}

function arcsOfNeed(
  { need, firstSlot }: NumberedNeed,
  needsOf: ReadonlyMap<RecordId, readonly NumberedNeed[]>,
  numberOf: ReadonlyMap<RecordId, number>,
  isFolded: (id: RecordId) => boolean,
): Arc[] {
  const from = numberOf.get(need.dependent);
  if (from === undefined) return [];
  const channel = CHANNELS.indexOf(need.channel);
  return need.slots.flatMap((slot, offset) => {
    const outer = firstSlot + offset;
    const direct = arcTo(
      slot.provider,
      { from, channel, outer, inner: -1, isLast: endsPath(slot) },
      numberOf,
    );
    if (!isFolded(slot.provider)) return direct;
    const beyond = (needsOf.get(slot.provider) ?? []).filter((entry) => entry.need.channel === need.channel);
    const folded = beyond.flatMap((entry) =>
      entry.need.slots.flatMap((inner, position) =>
        meets(slot, inner)
          ? arcTo(
              inner.provider,
              { from, channel, outer, inner: entry.firstSlot + position, isLast: endsPath(inner) },
              numberOf,
            )
          : [],
      ),
    );
    return [...direct, ...folded.filter((arc) => arc.to !== from)];
  });
}

/** True for the last step of a path: a company in one role, or the class of a model. */
function endsPath({ provider, pattern }: Slot): boolean {
  return pattern === "kind-of" || (ROLE_PATTERNS.has(pattern) && idPrefix(provider) === "company");
}

/** Two slots meet in a contract only when one row derived both: who rents under it does not depend on who pays under it. */
function meets(outer: Slot, inner: Slot): boolean {
  return outer.contract === undefined || outer.pattern === inner.pattern;
}

function arcTo(provider: RecordId, arc: Omit<Arc, "to">, numberOf: ReadonlyMap<RecordId, number>): Arc[] {
  const to = numberOf.get(provider);
  return to === undefined ? [] : [{ ...arc, to }];
}
