import type { GraphVersion } from "../../domain/change-set.ts";
import { StoreUnavailableError } from "../../domain/errors.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import type { EmbeddedDatabase, Row } from "./embedded-database.ts";

/** What the graph is at. */
export interface VersionMeta {
  readonly uuid: string;
  readonly number: number;
  readonly version: GraphVersion;
}

/** The same with what is in it. */
export interface Meta extends VersionMeta {
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
}

/** Throws StoreUnavailableError while the graph is being loaded. */
export function readMeta(database: EmbeddedDatabase): Meta {
  const row = database.get("SELECT uuid, version, loading, counts FROM meta") ?? {};
  return { ...versionOf(row), counts: JSON.parse(String(row["counts"])) as Meta["counts"] };
}

/** What every read asks first. Throws StoreUnavailableError while the graph is being loaded. */
export function readVersion(database: EmbeddedDatabase): VersionMeta {
  return versionOf(database.get("SELECT uuid, version, loading FROM meta") ?? {});
}

function versionOf(row: Row): VersionMeta {
  if (row["loading"] !== 0)
    throw new StoreUnavailableError("embedded", "its graph is being loaded; try again later");
  const [uuid, number] = [String(row["uuid"]), Number(row["version"])];
  return { uuid, number, version: `${uuid}-${number}` };
}

/** Writes the version and the counts, which change by the deltas. Kinds keep the domain's order. */
export function writeMeta(
  database: EmbeddedDatabase,
  before: Meta,
  number: number,
  deltas: ReadonlyMap<Kind, number>,
): void {
  const counts: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const count = (before.counts[kind] ?? 0) + (deltas.get(kind) ?? 0);
    if (count > 0) counts[kind] = count;
  }
  database.run("UPDATE meta SET version = ?, counts = ?", number, JSON.stringify(counts));
}

export function setLoading(database: EmbeddedDatabase, isLoading: boolean): void {
  database.run("UPDATE meta SET loading = ?", isLoading ? 1 : 0);
}
