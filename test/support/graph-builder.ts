import type { FieldValue } from "../../src/domain/field.ts";
import { idPrefix, idSlug } from "../../src/domain/ids.ts";
import type { Kind } from "../../src/domain/kind-names.ts";
import { ladderOf } from "../../src/domain/ladders.ts";
import { isEntityKind, isRelationshipKind, kindOfPrefix, kindSpecs } from "../../src/domain/kinds.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import type { Question } from "../../src/risk/question.ts";

export type Fields = Readonly<Record<string, FieldValue | undefined>>;

/** The parties of a contract: `ROLE: slug` or `ROLE: [slugs]`. */
type Parties = Readonly<Record<string, string | readonly string[]>>;

/** Writes small graphs in a few lines. Ends are slugs of the kind that the relationship asks for and come into being when named. */
export interface GraphBuilder {
  company(slug: string, fields?: Fields): string;
  facility(slug: string, fields?: Fields): string;
  component(slug: string, fields?: Fields): string;
  place(slug: string, fields?: Fields): string;
  /** A company makes a component: MANUFACTURER and ACTIVE unless said otherwise. Returns the id of the making. */
  makes(company: string, component: string, fields?: Fields): string;
  /** A facility makes a component for a company. */
  produces(facility: string, component: string, company: string, fields?: Fields): string;
  /** A component needs an input: ESSENTIAL and EMBODIED unless said otherwise. */
  requires(component: string, input: string, fields?: Fields): string;
  /** A model is of a class: substitutable unless said otherwise. */
  isA(model: string, componentClass: string, fields?: Fields): string;
  /** A facility runs or is to run a component: PLANNED unless said otherwise. */
  deploys(facility: string, component: string, fields?: Fields): string;
  operates(company: string, facility: string, fields?: Fields): string;
  located(facility: string, place: string, fields?: Fields): string;
  /** A contract with its parties and what it covers (whole ids, or [id, fields]). */
  contract(
    slug: string,
    type: string,
    parties: Parties,
    covers?: readonly (string | readonly [string, Fields])[],
    fields?: Fields,
  ): string;
  milestone(subject: string, rung: string, date?: string, fields?: Fields): string;
  /** Evidence on a fact from a source of its own publisher, or of the one named. */
  evidence(fact: string, source: string, fields?: Fields): string;
  /** A market statement with its members; shares in percent, `[low, high]`, or null for a member without a figure. */
  estimate(slug: string, subject: string, members: readonly Member[], fields?: Fields): string;
  /** Any other record, by its whole id. */
  put(id: string, fields?: Fields): string;
  /** Any other relationship, by the whole ids of its ends. */
  link(kind: Kind, from: string, to: string, fields?: Fields): string;
}

/** Slugs of the companies under one figure (or whole ids), and the figure in percent. */
export type Member = readonly [
  who: string | readonly string[],
  share: number | readonly [number, number] | null,
];

type Put = (id: string, fields: Fields, ends?: { readonly from: string; readonly to: string }) => string;

/** The records that a few lines describe. */
export function recordsOf(describe: (graph: GraphBuilder) => void): readonly StoredRecord[] {
  const records = new Map<string, StoredRecord>();
  const put: Put = (id, fields, ends) => {
    records.set(id, storedRecord(id, fields, ends));
    return id;
  };
  const ensure = (prefix: string, slug: string, fields: Fields = {}): string => {
    const id = slug.includes(":") ? slug : `${prefix}:${slug}`;
    if (!records.has(id)) put(id, { ...DEFAULTS[prefix], ...fields });
    return id;
  };
  const link = (kind: Kind, from: string, to: string, fields: Fields): string => {
    const base = `${kindSpecs[kind].prefix}:${idSlug(from)}--${idSlug(to)}`;
    const same = [...records.keys()].filter((id) => id === base || id.startsWith(`${base}--`)).length;
    return put(same === 0 ? base : `${base}--${same + 1}`, fields, { from, to });
  };
  const ends = { company: "company", facility: "facility", component: "component", place: "place" } as const;
  const entity =
    (prefix: string) =>
    (slug: string, fields: Fields = {}): string =>
      put(`${prefix}:${slug}`, { ...DEFAULTS[prefix], ...fields });
  const between =
    (kind: Kind, fromPrefix: keyof typeof ends, toPrefix: keyof typeof ends, defaults: Fields) =>
    (from: string, to: string, fields: Fields = {}): string =>
      link(kind, ensure(fromPrefix, from), ensure(toPrefix, to), { ...defaults, ...fields });
  const produces = between("PRODUCES", "facility", "component", { state: "ACTIVE" });
  describe({
    company: entity("company"),
    facility: entity("facility"),
    component: entity("component"),
    place: entity("place"),
    makes: between("MAKES", "company", "component", { role: "MANUFACTURER", state: "ACTIVE" }),
    produces: (facility, component, company, fields = {}) =>
      produces(facility, component, { company: ensure("company", company), ...fields }),
    requires: between("REQUIRES", "component", "component", { mode: "ESSENTIAL", use: "EMBODIED" }),
    isA: between("IS_A", "component", "component", { substitutable: true }),
    deploys: between("DEPLOYS", "facility", "component", { state: "PLANNED" }),
    operates: between("OPERATES", "company", "facility", {}),
    located: between("LOCATED_IN", "facility", "place", {}),
    contract: (slug, type, parties, covers = [], fields = {}) => {
      const id = put(`contract:${slug}`, { name: slug, type, ...fields });
      for (const [role, who] of Object.entries(parties)) {
        for (const party of typeof who === "string" ? [who] : who)
          link("PARTY_TO", ensure("company", party), id, { role });
      }
      for (const cover of covers) {
        const [target, coverFields] = typeof cover === "string" ? [cover, {}] : cover;
        link("COVERS", id, ensure(idPrefix(target), target), coverFields);
      }
      return id;
    },
    milestone: (subject, rung, date, fields = {}) =>
      put(`milestone:${idSlug(subject)}-${rung.toLowerCase().replaceAll("_", "-")}-${records.size}`, {
        subject,
        ladder: ladderOf(rung),
        rung,
        date,
        timing: "ACTUAL",
        ...fields,
      }),
    evidence: (fact, source, fields = {}) => {
      const publisher = put(`publisher:${source}`, { name: source, type: "PRESS" });
      const cited = ensure("source", source, { publisher });
      return put(`evidence:${idPrefix(fact)}-${idSlug(fact)}--${source}`, {
        fact,
        source: cited,
        stance: "SUPPORTS",
        ...fields,
      });
    },
    estimate: (slug, subject, members, fields = {}) => {
      const id = put(`estimate:${slug}`, { ...ESTIMATE, subject, ...fields });
      for (const [position, [who, share]] of members.entries()) {
        const ids = (typeof who === "string" ? [who] : who).map((name) => ensure("company", name));
        put(`member:${slug}--${position + 1}`, { estimate: id, ...nodesOf(ids), ...boundsOf(share) });
      }
      return id;
    },
    put: (id, fields = {}) => put(id, { ...DEFAULTS[idPrefix(id)], ...fields }),
    link: (kind, from, to, fields = {}) => link(kind, from, to, fields),
  });
  return [...records.values()];
}

/** The projection of the graph that a few lines describe. */
export function graphOf(describe: (graph: GraphBuilder) => void, version = "graph-1"): Projection {
  return buildProjection(recordsOf(describe), version);
}

/** The day that every test calls today. */
export const TODAY = "2026-11-25";

/** A question to a projection on that day, with time enough. */
export function questionTo(projection: Projection): Question {
  return { projection, today: TODAY, budget: { milliseconds: 60_000, now: () => performance.now() } };
}

const DEFAULTS: Readonly<Record<string, Fields>> = {
  company: { entityType: "CORPORATION" },
  facility: { purpose: "DATA_CENTER" },
  component: { category: "OTHER" },
  place: { placeKind: "COUNTRY" },
  contract: { type: "OTHER" },
  partnership: { type: "TECHNOLOGY", status: "ACTIVE" },
  event: { type: "OTHER", start: "2026" },
  source: { type: "PRESS_RELEASE", tier: "B" },
};

const ESTIMATE: Fields = {
  side: "SUPPLY",
  what: "sales",
  measure: "REVENUE",
  scope: "WORLD",
  period: "2025",
  publisherName: "Counter",
  timing: "ACTUAL",
  isComplete: false,
  confidence: "HIGH",
};

function storedRecord(
  id: string,
  fields: Fields,
  ends?: { readonly from: string; readonly to: string },
): StoredRecord {
  const kind = kindOfPrefix(idPrefix(id));
  if (kind === undefined) throw new TypeError(`no kind has ids like ${id}`);
  const named = kindSpecs[kind].nameField ?? "";
  const whole: Fields = {
    ...(isEntityKind(kind) || isRelationshipKind(kind) ? { confidence: "HIGH" } : {}),
    ...(named === "" ? {} : { [named]: idSlug(id) }),
    ...fields,
  };
  const known = Object.entries(whole).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined,
  );
  return { id, kind, ...ends, fields: Object.fromEntries(known), revision: 1 };
}

function nodesOf(ids: readonly string[]): Fields {
  const [first] = ids;
  if (first !== undefined && idPrefix(first) === "place") return { country: first };
  return ids.length === 0 ? {} : { companies: ids };
}

function boundsOf(share: Member[1]): Fields {
  if (share === null) return {};
  const [low, high] = typeof share === "number" ? [share, share] : share;
  return { low: low / 100, high: high / 100 };
}
