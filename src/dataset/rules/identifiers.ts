import type { DatasetProblem } from "../../domain/errors.ts";
import { foldName } from "../../domain/fold.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

/** How the identifiers of a scheme are written. */
interface Scheme {
  readonly isValid: (value: string, record: GraphRecord) => boolean;
  readonly expectation: string;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  LEI: { isValid: isLei, expectation: "an LEI: 18 letters and digits and two check digits that fit them" },
  CIK: { isValid: (value) => /^\d{10}$/.test(value), expectation: 'a CIK: ten digits, such as "0001769628"' },
  TICKER: {
    isValid: (value) => /^(?:[A-Z]{2,12}:)?[A-Z0-9]{1,12}(?:[.-][A-Z0-9]{1,4})?$/.test(value),
    expectation: "a ticker with its exchange, such as NASDAQ:CRWV, or the ticker alone",
  },
  WIKIDATA: { isValid: (value) => /^Q[1-9]\d*$/.test(value), expectation: "a Wikidata item, such as Q42" },
  PLACE_CODE: {
    isValid: isPlaceCode,
    expectation:
      "a code of ISO 3166: US for a country, US-TX for a region; another short name for other places",
  },
};

/** Identifiers have the form of their scheme. */
export function identifierForms(dataset: LinkedDataset): DatasetProblem[] {
  return identifiersOf(dataset).flatMap(({ located, field, scheme, value, index }) => {
    const form = SCHEMES[scheme];
    if (form === undefined || form.isValid(value, located.record)) return [];
    const message = expected(field, value, form.expectation);
    return [problemAt(placeOf(located, field, index), "bad-identifier", message, value)];
  });
}

/** One identifier means one record. */
export function sharedIdentifiers(dataset: LinkedDataset): DatasetProblem[] {
  const firsts = new Map<string, LocatedRecord>();
  return identifiersOf(dataset).flatMap(({ located, field, scheme, value, index }) => {
    const key = `${scheme} ${value.toLowerCase()}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, located);
      return [];
    }
    if (first.record.id === located.record.id) return [];
    const what = `another one than that of ${first.record.id} at ${showPosition(first.at)}`;
    const message = expected(field, value, what);
    return [problemAt(placeOf(located, field, index), "shared-identifier", message, value)];
  });
}

/** Two companies don't have one name; counterparties without a name are told apart by their deals. */
export function sharedNames({ ofKind }: LinkedDataset): DatasetProblem[] {
  const firsts = new Map<string, LocatedRecord>();
  return ofKind("Company").flatMap((located) => {
    const name = textField(located.record, "name");
    if (name === undefined || located.record.fields["entityType"] === "PLACEHOLDER") return [];
    const first = firsts.get(foldName(name));
    if (first === undefined) {
      firsts.set(foldName(name), located);
      return [];
    }
    if (first.record.id === located.record.id) return [];
    const what = `a name that tells it from ${first.record.id} at ${showPosition(first.at)}`;
    return [problemAt(placeOf(located, "name"), "shared-name", expected("name", name, what), name)];
  });
}

interface Identifier {
  readonly located: LocatedRecord;
  readonly field: string;
  readonly scheme: string;
  readonly value: string;
  readonly index?: number;
}

/** The fields of each kind that identify. */
const IDENTIFYING: readonly (readonly [kind: Kind, field: string, scheme: string])[] = KINDS.flatMap((kind) =>
  Object.entries(kindSpecs[kind].fields).flatMap(([field, { identifier }]) =>
    identifier === undefined ? [] : [[kind, field, identifier] as const],
  ),
);

function identifiersOf({ ofKind }: LinkedDataset): Identifier[] {
  return IDENTIFYING.flatMap(([kind, field, scheme]) =>
    ofKind(kind).flatMap((located): Identifier[] => {
      const value = textField(located.record, field);
      if (value !== undefined) return [{ located, field, scheme, value }];
      return listedIds(located, field).map(([entry, index]) => ({
        located,
        field,
        scheme,
        value: entry,
        index,
      }));
    }),
  );
}

/** ISO 17442: letters count from 10, and the whole number leaves 1 when divided by 97. */
function isLei(value: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return false;
  const digits = Array.from(value, (character) => Number.parseInt(character, 36).toString()).join("");
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

function isPlaceCode(value: string, { fields }: GraphRecord): boolean {
  switch (fields["placeKind"]) {
    case "COUNTRY":
      return /^[A-Z]{2}$/.test(value);
    case "REGION":
      return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value);
    default:
      return /^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(value);
  }
}
