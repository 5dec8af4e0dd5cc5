import type { Kind } from "./kind-names.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a stored value can be: plain scalars and lists of strings, so that both stores hold them as properties. */
export type FieldValue = string | number | boolean | readonly string[];

export type FieldType =
  /** Short text. */
  | "string"
  /** One or more sentences. */
  | "text"
  /** An address. */
  | "url"
  /** A count. */
  | "int"
  /** A finite number. */
  | "float"
  /** A share from 0 to 1; datasets may write it as `62 %`. */
  | "fraction"
  | "boolean"
  /** A {@link import("./date.ts").PartialDate}. */
  | "date"
  /** A three-letter currency code of ISO 4217. */
  | "currency"
  /** A word of `vocabulary`. */
  | "word"
  /** The id of a record of one of `kinds`. */
  | "ref";

/** One field of a kind: what it holds, what it means and how it can be asked for. */
export interface FieldSpec {
  readonly type: FieldType;
  readonly description: string;
  readonly list?: true;
  readonly required?: true;
  readonly vocabulary?: Vocabulary;
  /** Kinds that a `ref` may point to; absent: any record. */
  readonly kinds?: readonly Kind[];
  /** The unit of a number, in words. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Lists can be filtered by it: equality and `in`; ranges too for numbers and dates. */
  readonly filter?: true;
  /** Lists can be ordered by it. */
  readonly sort?: true;
  /** Together with the kind it finds the record: LEI, CIK, ticker … The name of the scheme. */
  readonly identifier?: string;
  /**
   * A `ref` of a record kind that is followed backwards (the observations of a company): its name in the store,
   * used by `adjacent` beside the relationship kinds.
   */
  readonly link?: string;
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;
