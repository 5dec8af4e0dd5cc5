import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { Need } from "../../projection/dependency-model.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { providerEntity } from "../witness.ts";
import { makerVerb } from "./arc-sentence.ts";
import { labelInText, labelOf, listOf } from "./labels.ts";

/** One need that goes unfilled, as a clause without a full stop. */
export interface UnfilledNeed {
  readonly need: Need;
  /** The providers that count, all lost; makings stand for their companies. */
  readonly providers: readonly RecordId[];
  /** True where they are known to be all there are. */
  readonly isClosed: boolean;
}

/** "only TSMC fabricates N4P", "Denton is operated by Core Scientific", "Nittobo is the only documented maker of T-glass". */
export function needClause(projection: Projection, unfilled: UnfilledNeed): string {
  const { records } = projection;
  const { need, providers } = unfilled;
  const words = need.key.split(" ");
  const [head, last] = [words[0] ?? "", words.at(-1)];
  const subject = subjectOf(records, need.dependent);
  const names = listOf(providers.map((id) => labelInText(records, providerEntity(projection, id))));
  if (last === "PARTY") return `${subject} is provided by ${names}`;
  if (last === "COVERED") return `${subject} covers ${names}`;
  const write = WRITERS[head];
  if (write !== undefined) {
    const all = providers.length > 1 && ALTERNATIVES.includes(head) ? ", and all of these fall" : "";
    return `${write(subject, names, providers.length)}${all}`;
  }
  return MAKER_NEEDS.includes(head)
    ? makerClause(records, unfilled, subject, names)
    : `${subject} needs ${names}`;
}

/** Needs of which a list of providers would read as if each were needed. */
const ALTERNATIVES: readonly string[] = [
  "DEPLOYED",
  "GROUP",
  "CAPACITY",
  "SUPPLY",
  "OPERATOR",
  "DEVELOPER",
  "POWER",
];
const MAKER_NEEDS: readonly string[] = ["PRODUCTION", "DESIGN", "FABRICATION"];

const WRITERS: Readonly<Record<string, (subject: string, names: string, count: number) => string>> = {
  INPUT: (subject, names) => `${subject} needs ${names}`,
  GROUP: (subject, names, count) => `${subject} needs ${count > 1 ? "one of " : ""}${names}`,
  DEPLOYED: (subject, names) => `${subject} is to be equipped with ${names}`,
  PLANT: (subject, names, count) =>
    count > 1
      ? `the only documented plants for ${subject} are ${names}`
      : `the only documented plant for ${subject} is ${names}`,
  OPERATOR: (subject, names) => `${subject} is operated by ${names}`,
  DEVELOPER: (subject, names) => `${subject} is developed by ${names}`,
  POWER: (subject, names) => `${subject} has its power from ${names}`,
  LICENCE: (subject, names) => `${subject} runs under a permit of ${names}`,
  PLACE: (subject, names) => `${subject} lies in ${names}`,
  CAPACITY: (subject, names) => `${subject} rents under ${names}`,
  SUPPLY: (subject, names) => `${subject} buys under ${names}`,
};

/** Makers, and for a class its models, alternatives to each other. */
function makerClause(
  records: RecordIndex,
  { providers, isClosed }: UnfilledNeed,
  subject: string,
  names: string,
): string {
  const makings = providers.flatMap((id) => records.record(id) ?? []).filter(({ kind }) => kind === "MAKES");
  const [making] = makings;
  if (making === undefined || makings.length < providers.length)
    return isClosed
      ? `${subject} is one of ${names} and nothing else`
      : `of ${subject} only ${names} ${providers.length === 1 ? "is" : "are"} documented`;
  const isOne = providers.length === 1;
  if (isClosed)
    return `only ${names} ${isOne ? makerVerb(making) : makerVerb(making).slice(0, -1)} ${subject}`;
  const [one, several] = MAKER_NOUNS[textField(making, "role") ?? ""] ?? ["maker", "makers"];
  return `${names} ${isOne ? `is the only documented ${one}` : `are the only documented ${several}`} of ${subject}`;
}

const MAKER_NOUNS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  DESIGNER: ["designer", "designers"],
  FOUNDRY: ["foundry", "foundries"],
  PACKAGER: ["packager", "packagers"],
  ASSEMBLER: ["assembler", "assemblers"],
  TESTER: ["tester", "testers"],
};

function subjectOf(records: RecordIndex, id: RecordId): string {
  const record = records.record(id);
  if (record?.kind !== "MAKES") return labelOf(records, id);
  return `the making of ${labelOf(records, record.to ?? "")} by ${labelOf(records, record.from ?? "")}`;
}
