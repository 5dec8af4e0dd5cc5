import { compareIds } from "../domain/compare.ts";
import type { FieldSpec, FieldValue } from "../domain/field.ts";
import { idPrefix, type RecordId } from "../domain/ids.ts";
import { FACT_KINDS, KINDS } from "../domain/kind-names.ts";
import { fieldSpec, kindOfPrefix, kindSpecs } from "../domain/kinds.ts";
import { sameContent, type GraphRecord } from "../domain/record.ts";
import { inheritedEvidence } from "./inherited-evidence.ts";
import { layOutNesting, pointer, type NestedRecord, type NestingLayout } from "./nesting-layout.ts";
import { nestingsUnder, type Nesting } from "./nesting.ts";

/** An entry of a dataset file as plain values. */
export interface TreeEntry {
  readonly [key: string]: FieldValue | readonly (TreeEntry | RecordId)[];
}

/** Sections by name, in the domain's order; each holds its entries by id. */
export type DatasetTree = Readonly<Record<string, readonly TreeEntry[]>>;

export interface TreeOptions {
  /** Write shares as people do, `62 %`, instead of as fractions. */
  readonly percent: boolean;
}

interface Writing extends TreeOptions {
  readonly layout: NestingLayout;
}

/** The records as a dataset: nested where a curator would nest, and without what reading fills in again. */
export function datasetTree(records: readonly GraphRecord[], options: TreeOptions): DatasetTree {
  const sorted = records.toSorted(compareIds);
  const writing: Writing = { ...options, layout: layOutNesting(sorted) };
  const sections = KINDS.map((kind): [string, readonly TreeEntry[]] => {
    const own = sorted.filter((record) => record.kind === kind && !writing.layout.isNested(record.id));
    return [kindSpecs[kind].section, own.map((record) => topEntry(writing, record))];
  });
  return Object.fromEntries(sections.filter(([, entries]) => entries.length > 0));
}

function topEntry(writing: Writing, record: GraphRecord): TreeEntry {
  const { id, from, to } = record;
  return {
    id,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...fieldsOf(writing, record),
    ...nestedOf(writing, record, evidenceInside(writing, id)),
  };
}

/** Lists of what is nested in a record, by their keys; `inheritable` is the evidence that nested facts take over. */
function nestedOf(writing: Writing, record: GraphRecord, inheritable: readonly GraphRecord[]): TreeEntry {
  const inside = writing.layout.inside(record.id);
  const lists = nestingsUnder(record.kind).map((nesting): [string, readonly (TreeEntry | RecordId)[]] => [
    nesting.key,
    inside
      .filter((nested) => nested.nesting === nesting)
      .map((nested) => nestedEntry(writing, record, nested, inheritable)),
  ]);
  return Object.fromEntries(lists.filter(([, entries]) => entries.length > 0));
}

function nestedEntry(
  writing: Writing,
  parent: GraphRecord,
  nested: NestedRecord,
  inheritable: readonly GraphRecord[],
): TreeEntry | RecordId {
  const { record, nesting, needsId } = nested;
  const fields = fieldsOf(writing, record, (field, value) => isImplied(parent, nesting, field, value));
  const evidence = nestedEvidence(writing, record, inheritable);
  const rest = { ...fields, ...evidence };
  const other = nesting.other === undefined ? undefined : pointer(record, nesting.other.field);
  if (other !== undefined && !needsId && Object.keys(rest).length === 0) return other;
  const name = other === undefined ? undefined : otherName(nesting, other, needsId);
  return {
    ...(needsId ? { id: record.id } : {}),
    ...(name === undefined || other === undefined ? {} : { [name]: other }),
    ...rest,
  };
}

/** What reading fills in: the pointer to the parent, the other end (written under its own name), defaults, and the confidence. */
function isImplied(parent: GraphRecord, nesting: Nesting, field: string, value: FieldValue): boolean {
  if (field === nesting.parent || field === nesting.other?.field) return true;
  if (field === "confidence") return parent.fields["confidence"] === value;
  return nesting.defaults?.[field] === value;
}

/** `id` can name the other end only where reading would not take it for an id of the entry itself. */
function otherName({ other, kind: own }: Nesting, id: RecordId, needsId: boolean): string {
  const kind = kindOfPrefix(idPrefix(id));
  const named = Object.entries(other?.names ?? {}).find(([, kinds]) =>
    kinds === null ? !needsId && kind !== own : kind !== undefined && kinds.includes(kind),
  );
  return named?.[0] ?? other?.field ?? "to";
}

/** The evidence of a nested fact: nothing where it is what the fact takes over, an empty list where it has none but would. */
function nestedEvidence(
  writing: Writing,
  record: GraphRecord,
  inheritable: readonly GraphRecord[],
): TreeEntry {
  if (!FACT_KINDS.includes(record.kind)) return {};
  const own = writing.layout.inside(record.id);
  const taken = inheritedEvidence(record.id, inheritable);
  const isSame =
    own.length === taken.length &&
    taken.every(({ fields }) =>
      own.some((nested) => !nested.needsId && sameContent(nested.record, { ...nested.record, fields })),
    );
  if (isSame) return {};
  if (own.length === 0) return { evidence: [] };
  return nestedOf(writing, record, []);
}

function evidenceInside({ layout }: Writing, id: RecordId): readonly GraphRecord[] {
  return layout.inside(id).flatMap(({ record }) => (record.kind === "Evidence" ? [record] : []));
}

function fieldsOf(
  { percent }: Writing,
  record: GraphRecord,
  isLeftOut: (field: string, value: FieldValue) => boolean = () => false,
): TreeEntry {
  const fields = Object.entries(kindSpecs[record.kind].fields).flatMap(([field, spec]) => {
    const value = record.fields[field];
    if (value === undefined || isLeftOut(field, value)) return [];
    const written = specOf(record, field, spec);
    return [[field, percent && written.type === "fraction" ? asPercent(value) : value] as const];
  });
  return Object.fromEntries(fields);
}

/** The value of evidence on a share is written as the share is. */
function specOf(record: GraphRecord, field: string, spec: FieldSpec): FieldSpec {
  if (record.kind !== "Evidence" || field !== "value") return spec;
  const kind = kindOfPrefix(idPrefix(pointer(record, "fact") ?? ""));
  return (kind && fieldSpec(kind, pointer(record, "field") ?? "")) ?? spec;
}

/** `62 %`, where that reads as the same number; else the number. */
function asPercent(value: FieldValue): FieldValue {
  if (typeof value !== "number") return value;
  const percent = Number(`${value}e2`);
  return /^-?\d+(?:\.\d+)?$/.test(String(percent)) && Number(`${percent}e-2`) === value
    ? `${percent} %`
    : value;
}
