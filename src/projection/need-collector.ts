import type { Channel, Phase } from "../domain/channels.ts";
import { compareStrings } from "../domain/compare.ts";
import type { NeedMode } from "../domain/dependency-table.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Closure, Need, Slot } from "./dependency-model.ts";

export interface NeedHead {
  readonly dependent: RecordId;
  readonly key: string;
  readonly channel: Channel;
  readonly phase: Phase;
  readonly mode: NeedMode;
  readonly closure: Closure;
}

/** Gathers slots under their needs: the same dependent, key, channel and phase is one need. */
export interface NeedCollector {
  add(head: NeedHead, slot: Slot): void;
  /** A need without any documented provider. */
  addEmpty(head: NeedHead): void;
  needs(): readonly Need[];
}

export function collectNeeds(): NeedCollector {
  const byKey = new Map<string, { head: NeedHead; slots: Map<string, Slot> }>();
  const entryOf = (head: NeedHead): { head: NeedHead; slots: Map<string, Slot> } => {
    const key = [head.dependent, head.channel, head.phase, head.key].join("\n");
    const entry = byKey.get(key) ?? { head, slots: new Map<string, Slot>() };
    byKey.set(key, entry);
    return entry;
  };
  return {
    add: (head, slot) => entryOf(head).slots.set(slotKey(slot), slot),
    addEmpty: (head) => void entryOf(head),
    needs: () =>
      [...byKey.entries()]
        .toSorted(([a], [b]) => compareStrings(a, b))
        .map(([, { head, slots }]) => ({ ...head, slots: orderedSlots(slots) })),
  };
}

function slotKey(slot: Slot): string {
  return [slot.provider, ...slot.relationships].join("\n");
}

function orderedSlots(slots: ReadonlyMap<string, Slot>): Slot[] {
  return [...slots.entries()].toSorted(([a], [b]) => compareStrings(a, b)).map(([, slot]) => slot);
}
