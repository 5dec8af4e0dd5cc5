import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { FieldSpec } from "../../src/domain/field.ts";
import { KINDS } from "../../src/domain/kind-names.ts";
import { kindSpecs } from "../../src/domain/kinds.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { Vocabulary } from "../../src/domain/vocabulary.ts";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";

interface Field {
  readonly at: string;
  readonly name: string;
  readonly spec: FieldSpec;
  readonly siblings: readonly string[];
}

const fields: readonly Field[] = KINDS.flatMap((kind) =>
  Object.entries(kindSpecs[kind].fields).map(([name, spec]) => ({
    at: `${kind}.${name}`,
    name,
    spec,
    siblings: Object.keys(kindSpecs[kind].fields),
  })),
);
const vocabularies = [...new Set(fields.flatMap(({ spec }) => spec.vocabulary ?? []))];
const words = vocabularies.flatMap((vocabulary) =>
  Object.entries(vocabulary.values).map(([word, meaning]) => ({ vocabulary, word, meaning })),
);

/** Words that no shipped fact needs yet, kept because a list without them would not be closed. */
const RESERVED = [
  "FacilityPurpose.SUBSTATION",
  "FacilityPurpose.OTHER",
  "Firmness.EXTENSION",
  "MakerRole.TESTER",
  "MakerRole.DISTRIBUTOR",
  "Metric.OTHER",
  "PartnershipType.DISTRIBUTION",
  "PartnershipType.OTHER",
  "PublisherType.COURT",
  "QualificationState.REJECTED",
  "QuantityUnit.OTHER",
];

describe("the vocabulary", () => {
  it("is written one way", () => {
    expect(vocabularies.map(({ name }) => name).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(words.map(({ word }) => word).filter((word) => !/^[A-Z][A-Z0-9_]*$/.test(word))).toEqual([]);
    expect(fields.filter(({ name }) => !/^[a-z][A-Za-z]*$/.test(name)).map(({ at }) => at)).toEqual([]);
  });

  it("says of every kind, field and word what it means, in a sentence", () => {
    const sentences = [
      ...KINDS.map((kind) => [kind, kindSpecs[kind].description]),
      ...fields.map(({ at, spec }) => [at, spec.description]),
      ...vocabularies.map(({ name, description }) => [name, description]),
      ...words.map(({ vocabulary, word, meaning }) => [`${vocabulary.name}.${word}`, meaning]),
    ];
    expect(sentences.filter(([, text]) => !/^\S.*\.$/s.test(text ?? ""))).toEqual([]);
  });

  it("has no two words of one list, lists of one name or kinds of one prefix or section that mean the same", () => {
    for (const { name, values } of vocabularies)
      expect([name, new Set(Object.values(values)).size]).toEqual([name, Object.keys(values).length]);
    expect(new Set(vocabularies.map(({ name }) => name)).size).toBe(vocabularies.length);
    for (const key of ["prefix", "section"] as const)
      expect(new Set(KINDS.map((kind) => kindSpecs[kind][key])).size).toBe(KINDS.length);
  });

  it("gives every number its unit", () => {
    const numbers = fields.filter(({ spec }) => spec.type === "float" || spec.type === "fraction");
    expect(numbers.filter(({ spec }) => spec.unit === undefined).map(({ at }) => at)).toEqual([]);
  });

  it("keeps the original words beside every OTHER", () => {
    const open = fields.filter(({ spec }) => spec.vocabulary?.values["OTHER"] !== undefined);
    const textless = open.filter(
      ({ name, siblings }) => !siblings.includes(`${name}Text`) && !siblings.includes("note"),
    );
    expect(textless.map(({ at }) => at)).toEqual([]);
  });

  describe("as the dataset uses it", { timeout: 60_000 }, () => {
    let records: readonly GraphRecord[];
    beforeAll(async () => {
      records = datasetRecords(await readDataset(fileURLToPath(new URL("../../seed", import.meta.url))));
    }, 60_000);

    it("has no word without a fact, but for those that are kept in reserve", () => {
      const used = usedWords(records);
      const unused = words.flatMap(({ vocabulary, word }) =>
        used.has(word) && used.get(word)?.has(vocabulary) === true ? [] : [`${vocabulary.name}.${word}`],
      );
      expect(unused.toSorted()).toEqual(RESERVED.toSorted());
    });
  });
});

/** Which words stand in which lists' fields; a basis of a figure or of evidence may be a word of any list of bases. */
function usedWords(records: readonly GraphRecord[]): ReadonlyMap<string, ReadonlySet<Vocabulary>> {
  const used = new Map<string, Set<Vocabulary>>();
  const bases = vocabularies.filter(({ name }) => name.endsWith("Basis"));
  const note = (word: unknown, lists: readonly Vocabulary[]): void => {
    if (typeof word !== "string") return;
    const found = used.get(word) ?? new Set();
    for (const list of lists) found.add(list);
    used.set(word, found);
  };
  for (const { kind, fields: values } of records) {
    for (const [name, spec] of Object.entries<FieldSpec>(kindSpecs[kind].fields)) {
      const lists = spec.vocabulary === undefined ? (name === "basis" ? bases : []) : [spec.vocabulary];
      for (const word of [values[name]].flat()) note(word, lists);
    }
  }
  return used;
}
