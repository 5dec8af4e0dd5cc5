import { foldName } from "../domain/fold.ts";
import { idPrefix, idSlug, MAX_ID_LENGTH, type RecordId } from "../domain/ids.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { listField, textField, type GraphRecord } from "../domain/record.ts";
import type { Nesting } from "./nesting.ts";

/** Joins the parts of a slug that each name something. */
const JOINT = "--";
/** Fields that tell two relationships of the same ends apart, and so belong to their id. */
const TELLING_FIELDS = ["role", "usage"] as const;

/** Long names give the beginning of their id; what is left is enough for the number of a repeat. */
const MAX_NATURAL_LENGTH = MAX_ID_LENGTH - 10;

/** A record whose id is not known yet. */
export type UnnamedRecord = Omit<GraphRecord, "id">;

/** The id of a nested record that writes none: a natural key, made of what the record joins. A repeat gets a number behind it. */
export function naturalId(record: UnnamedRecord, nesting: Nesting): RecordId {
  const { prefix } = kindSpecs[record.kind];
  const parent = reference(record, nesting.parent);
  const id = `${prefix}:${slugParts(record, nesting, parent).join(JOINT)}`;
  return id.slice(0, MAX_NATURAL_LENGTH).replace(/-+$/, "");
}

function slugParts(record: UnnamedRecord, nesting: Nesting, parent: RecordId): string[] {
  switch (record.kind) {
    case "Evidence": {
      const field = textField(record, "field");
      const fact = `${idPrefix(parent)}-${idSlug(parent)}`;
      return [fact, slugOf(reference(record, "source")), ...(field === undefined ? [] : [kebab(field)])];
    }
    case "Milestone":
      return [
        idSlug(parent),
        ["ladder", "rung", "timing"].map((field) => kebab(textField(record, field) ?? "unknown")).join("-"),
      ];
    case "MarketMember":
      return [idSlug(parent), memberSlug(record)];
    default: {
      const other = slugOf(reference(record, nesting.other?.field ?? "to"));
      const telling = TELLING_FIELDS.map((field) => textField(record, field)).filter(
        (found) => found !== undefined,
      );
      return [idSlug(parent), other, ...telling.map(kebab)];
    }
  }
}

function memberSlug(record: UnnamedRecord): string {
  const [first] = [
    ...listField(record, "companies"),
    ...[textField(record, "country")].filter((id) => id !== undefined),
    ...listField(record, "components"),
  ];
  if (first !== undefined) return slugOf(first);
  const [name = "unnamed"] = listField(record, "names");
  return kebab(name);
}

function reference(record: UnnamedRecord, field: string): RecordId {
  if (field === "from" || field === "to") return record[field] ?? "";
  return textField(record, field) ?? "";
}

function slugOf(id: RecordId): string {
  return idSlug(id) === "" ? "unknown" : idSlug(id);
}

/** Any text as a part of a slug: `UNDER_CONSTRUCTION` → `under-construction`, `capacityMegawatts` → `capacity-megawatts`. */
export function kebab(text: string): string {
  const words = text.replace(/([a-z0-9])([A-Z])/g, "$1-$2");
  const slug = foldName(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "unnamed" : slug;
}

/** Gives out natural ids: the second record of the same natural key gets `--2`, in the order of the files. */
export function naturalIds(): (record: UnnamedRecord, nesting: Nesting) => RecordId {
  const counts = new Map<RecordId, number>();
  return (record, nesting) => {
    const id = naturalId(record, nesting);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}${JOINT}${count}`;
  };
}
