import type { RecordId } from "../../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { slotsOfArc } from "../path-arcs.ts";
import { capacityWords, termWords } from "./contract-words.ts";
import { labelInText, labelOf } from "./labels.ts";

/** What a sentence about one arc is made of. */
interface ArcParts {
  readonly records: RecordIndex;
  readonly dependent: string;
  readonly provider: string;
  readonly providerId: RecordId;
  /** The relationship nearest to the dependent. */
  readonly first: StoredRecord;
  /** The relationship nearest to the provider. */
  readonly last: StoredRecord;
  readonly contract: StoredRecord | undefined;
}

type ArcWriter = (parts: ArcParts) => string;

/** One plain English sentence for one arc, without a full stop. */
export function arcSentence(projection: Projection, arc: number): string {
  const { records, story } = projection;
  const slots = slotsOfArc(projection, arc).map((slot) => projection.slot(slot));
  const [outer, inner] = slots;
  const dependentId = projection.nodeId(story.from[arc] ?? 0);
  const providerId = projection.nodeId(story.to[arc] ?? 0);
  const dependent = labelOf(records, dependentId);
  const provider = labelInText(records, providerId);
  const relationships = slots.flatMap((slot) => slot.relationships).flatMap((id) => records.record(id) ?? []);
  const [first, last] = [relationships[0], relationships.at(-1)];
  const writer = WRITERS[inner?.pattern ?? outer?.pattern ?? ""];
  if (writer === undefined || first === undefined || last === undefined)
    return `${dependent} depends on ${provider}`;
  const contract = outer?.contract === undefined ? undefined : records.record(outer.contract);
  return writer({ records, dependent, provider, providerId, first, last, contract });
}

const WRITERS: Readonly<Record<string, ArcWriter>> = {
  "component-input": ({ dependent, provider, first }) =>
    `${dependent} needs ${quantityWords(first)}${provider}`,
  "component-tool": ({ dependent, provider }) => `making ${dependent} takes ${provider}`,
  "component-substitute": ({ dependent, provider }) =>
    `${dependent} can use ${provider}, one of several substitutes`,
  "component-substitute-tool": ({ dependent, provider }) =>
    `making ${dependent} can use ${provider}, one of several substitutes`,
  "component-connected": ({ dependent, provider, first }) =>
    `${dependent} is used with ${quantityWords(first)}${provider}`,
  "component-connected-choice": ({ dependent, provider }) =>
    `${dependent} can be used with ${provider}, one of several substitutes`,
  "class-model": ({ dependent, provider }) => `${provider} is one kind of ${dependent}`,
  "class-member": ({ dependent, provider }) => `${provider} is one kind of ${dependent}`,
  "kind-of": ({ dependent, provider }) => `${dependent} is a kind of ${provider}`,
  maker: ({ dependent, provider }) => `${dependent} is made by ${provider}`,
  "making-company": ({ dependent, provider, first }) => `${provider} ${makerVerb(first)} ${dependent}`,
  plant: ({ records, dependent, provider, first }) =>
    `${makerOf(records, first)} ${makerVerb(first)} ${dependent} at ${provider}`,
  "plant-of-class": ({ records, dependent, provider, first, last }) =>
    `${makerOf(records, first)} ${makerVerb(first)} ${dependent}, and its plant ${provider} makes ${labelOf(records, last.to ?? "")}`,
  deployment: deploymentWords,
  deployed: deploymentWords,
  operator: ({ dependent, provider }) => `${provider} operates ${dependent}`,
  developer: ({ dependent, provider }) => `${provider} develops ${dependent}`,
  power: ({ dependent, provider }) => `${provider} powers ${dependent}`,
  "power-contract": ({ dependent, provider, contract }) =>
    `${provider} delivers power to ${dependent}${contract ? termWords(contract) : ""}`,
  permit: ({ dependent, provider }) => `${dependent} runs under a permit of ${provider}`,
  user: ({ dependent, provider, first }) =>
    textField(first, "usage") === "END_USER"
      ? `${dependent} is an end user of ${provider}`
      : `${dependent} is a tenant of ${provider}`,
  location: ({ dependent, provider }) => `${dependent} lies in ${provider}`,
  "capacity-contract": ({ records, dependent, provider, providerId, contract }) =>
    contract === undefined
      ? `${dependent} rents from ${provider}`
      : `${dependent} ${capacityWords(records, contract, providerId)}`,
  "end-user": ({ dependent, provider, contract, records }) =>
    `${dependent} uses what ${provider} rents${contract ? ` under ${labelOf(records, contract.id)}` : ""}`,
  "capacity-revenue": ({ records, dependent, provider, last, contract }) =>
    textField(last, "role") === "GUARANTOR"
      ? `${provider} guarantees what ${dependent} is to be paid${underWords(records, contract)}`
      : `${provider} pays ${dependent}${underWords(records, contract)}`,
  "supply-contract": ({ records, dependent, provider, providerId, contract }) =>
    supplyWords(records, dependent, provider, providerId, contract),
  "supply-revenue": ({ records, dependent, provider, contract }) =>
    `${provider} pays ${dependent}${underWords(records, contract)}`,
  credit: ({ records, dependent, provider, contract }) =>
    `${dependent} is exposed to ${provider}${underWords(records, contract)}`,
  capital: ({ records, dependent, provider, contract }) =>
    `${dependent} borrows from ${provider}${underWords(records, contract)}`,
  equity: ({ records, dependent, provider, contract }) =>
    `${dependent} invested in ${provider}${underWords(records, contract)}`,
  stake: ({ dependent, provider, first }) => `${dependent} holds ${stakeWords(first)} ${provider}`,
  parent: ({ dependent, provider }) => `${provider} controls ${dependent}`,
  partnership: ({ records, dependent, provider, first }) =>
    `${dependent} works with ${provider} in ${labelOf(records, first.to ?? "")}`,
};

/** What a maker does, by its role: "designs", "fabricates" … */
export function makerVerb(making: StoredRecord): string {
  switch (textField(making, "role")) {
    case "DESIGNER":
      return "designs";
    case "FOUNDRY":
      return "fabricates";
    case "PACKAGER":
      return "packages";
    case "ASSEMBLER":
      return "assembles";
    case "TESTER":
      return "tests";
    default:
      return "makes";
  }
}

function makerOf(records: RecordIndex, making: StoredRecord): string {
  return labelOf(records, making.from ?? "");
}

function quantityWords(requirement: StoredRecord): string {
  const quantity = numberField(requirement, "quantity");
  return quantity === undefined ? "" : `${quantity} × `;
}

function deploymentWords({ dependent, provider, first }: ArcParts): string {
  return `${dependent} ${deploymentVerb(first)} ${deploymentQuantity(first)}${provider}`;
}

function deploymentVerb(deployment: StoredRecord): string {
  return textField(deployment, "state") === "OPERATING" ? "runs" : "is to run";
}

function deploymentQuantity(deployment: StoredRecord): string {
  const quantity = numberField(deployment, "quantity");
  if (quantity === undefined) return "";
  const digits = String(quantity).replace(/\B(?=(\d{3})+$)/g, ",");
  const isEstimate =
    (textField(deployment, "basis") ?? "").includes("estimate") || booleanField(deployment, "inferred");
  return `${isEstimate ? "an estimated " : ""}${digits} ${textField(deployment, "unit") ?? "units"} of `;
}

function underWords(records: RecordIndex, contract: StoredRecord | undefined): string {
  return contract === undefined ? "" : ` under ${labelOf(records, contract.id)}`;
}

function supplyWords(
  records: RecordIndex,
  dependent: string,
  provider: string,
  providerId: RecordId,
  contract: StoredRecord | undefined,
): string {
  const isPart = records.record(providerId)?.kind === "Component";
  return `${dependent} buys ${isPart ? "" : "from "}${provider}${underWords(records, contract)}`;
}

function stakeWords(stake: StoredRecord): string {
  const share = numberField(stake, "share");
  return share === undefined ? "a stake in" : `${Math.round(share * 1000) / 10} % of`;
}
