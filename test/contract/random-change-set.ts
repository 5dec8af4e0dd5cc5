import type { ChangeSet } from "../../src/domain/change-set.ts";
import type { GraphRecord, StoredRecord } from "../../src/domain/record.ts";
import { pointers } from "./model-graph.ts";
import type { Dice } from "./dice.ts";
import { randomRecord } from "./random-record.ts";

/** The graph that a change set is thrown for. */
export interface Known {
  readonly records: readonly StoredRecord[];
  readonly version: string;
}

/** A random change set: mostly one that can be applied, now and then one that must be refused. */
export function randomChangeSet(dice: Dice, id: string, known: Known): ChangeSet {
  const { records, version } = known;
  const puts = randomPuts(dice, known);
  const put = new Set(puts.map((record) => record.id));
  const removes = randomRemoves(dice, records);
  return {
    id,
    author: dice.pick(["ada", "bea"]),
    message: `change ${id}`,
    puts,
    removes: removes.filter((removed) => dice.once(30) || !put.has(removed)),
    ...(dice.once(4) ? { expectedVersion: dice.once(4) ? `${version}9` : version } : {}),
    ...(dice.once(4) ? { expectedRevisions: randomRevisions(dice, records) } : {}),
  };
}

function randomPuts(dice: Dice, { records }: Known): GraphRecord[] {
  const puts = new Map<string, GraphRecord>();
  const existing = records.map((record) => record.id);
  for (let count = dice.below(14); count > 0; count -= 1) {
    const put = randomRecord(dice, [...existing, ...puts.keys()]);
    if (put !== null)
      puts.set(put.id, dice.once(60) ? { ...put, fields: { ...put.fields, nonsense: 1 } } : put);
  }
  const again = records.length > 0 && dice.once(3) ? dice.pick(records) : null;
  if (again !== null && !puts.has(again.id)) puts.set(again.id, again);
  return [...puts.values()];
}

/** A few records, now and then with all that stand on them: such a removal goes through. */
function randomRemoves(dice: Dice, records: readonly StoredRecord[]): string[] {
  const removes = new Set(dice.some([...records.map((record) => record.id), "company:none"], 2));
  for (let grown = dice.once(2); grown;) {
    const standing = records.filter(
      (record) => !removes.has(record.id) && pointers(record).some((id) => removes.has(id)),
    );
    for (const { id } of standing) removes.add(id);
    grown = standing.length > 0;
  }
  return [...removes];
}

function randomRevisions(dice: Dice, records: readonly StoredRecord[]): Record<string, number> {
  if (records.length === 0) return { "company:none": 0 };
  const { id, revision } = dice.pick(records);
  return { [id]: revision + (dice.once(4) ? 1 : 0) };
}
