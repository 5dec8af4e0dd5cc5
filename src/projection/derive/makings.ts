import { NEED_OF_MAKER_ROLE } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { MakerRole } from "../../domain/vocabularies/supply.ts";
import { classesUpTo, hasSubstitutableModel, modelsBelow } from "../component-classes.ts";
import type { InactiveReason, Slot } from "../dependency-model.ts";
import type { NeedCollector } from "../need-collector.ts";
import type { RecordIndex } from "../record-index.ts";
import { completenessClosure } from "./completeness.ts";
import type { Steps } from "../steps.ts";

const SUPPLY_RUN = { channel: "SUPPLY", phase: "RUN", mode: "ONE_OF" } as const;

/** Component → making → company and plants; class → its models beside its own makers. */
export function* deriveMakings(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const component of index.ofKind("Component")) {
    yield;
    const isMetByModels = hasSubstitutableModel(index, component.id);
    for (const making of index.in(component.id, "MAKES")) {
      deriveMakerNeed(index, needs, making, isMetByModels);
      deriveMaking(index, needs, making);
    }
    if (!isMetByModels && !hasProducer(index, component.id)) {
      needs.addEmpty({
        ...SUPPLY_RUN,
        dependent: component.id,
        key: "PRODUCTION",
        closure: { kind: "OPEN" },
      });
    }
  }
}

function hasProducer(index: RecordIndex, component: RecordId): boolean {
  return index.in(component, "MAKES").some((making) => {
    const need = NEED_OF_MAKER_ROLE[textField(making, "role") as MakerRole];
    return need === "PRODUCTION" || need === "FABRICATION";
  });
}

/** Where models can stand for a class, its own makers of every role are alternatives to them: one need. */
function deriveMakerNeed(
  index: RecordIndex,
  needs: NeedCollector,
  making: StoredRecord,
  isMetByModels: boolean,
): void {
  const component = making.to ?? "";
  const roleNeed = NEED_OF_MAKER_ROLE[textField(making, "role") as MakerRole];
  if (roleNeed === null) return;
  const need = isMetByModels ? "PRODUCTION" : roleNeed;
  const isJoint = textField(making, "mode") === "JOINT" && !isMetByModels;
  needs.add(
    {
      ...SUPPLY_RUN,
      dependent: component,
      key: isJoint ? `${need} BY ${making.from ?? ""}` : need,
      closure: completenessClosure(index, component, need),
    },
    slot(making.id, "maker", [making.id], inactiveReason(making)),
  );
}

function deriveMaking(index: RecordIndex, needs: NeedCollector, making: StoredRecord): void {
  if (making.from === undefined) return;
  needs.add(
    { ...SUPPLY_RUN, dependent: making.id, key: "MAKER", closure: { kind: "STATED" } },
    slot(making.from, "making-company", [making.id]),
  );
  if (NEED_OF_MAKER_ROLE[textField(making, "role") as MakerRole] === null) return;
  for (const plant of plantsOf(index, making)) {
    needs.add({ ...SUPPLY_RUN, dependent: making.id, key: "PLANT", closure: { kind: "OPEN" } }, plant);
  }
}

/**
 * The plants that make the component for the company: those that list it or a model of it; where none does, those that list
 * the nearest of its classes, which concludes more than a source says. A wider class tells less than one that fits closer: where the
 * plants for HBM are known, another that makes some DRAM is no plant for HBM4.
 */
function plantsOf(index: RecordIndex, making: StoredRecord): readonly Slot[] {
  if (textField(making, "role") === "DESIGNER") return [];
  const component = making.to ?? "";
  const listed = [component, ...modelsBelow(index, component)].flatMap((id) =>
    productionsFor(index, id, making.from),
  );
  const stated = listed.map((produces) =>
    slot(produces.from ?? "", "plant", [produces.id], inactiveReason(produces)),
  );
  if (stated.some((plant) => plant.inactive === undefined)) return stated;
  const isMadeSomewhere = (id: RecordId): boolean =>
    productionsFor(index, id, making.from).some((produces) => inactiveReason(produces) === undefined);
  const concluded = classesUpTo(index, component, isMadeSomewhere).flatMap(({ id, path }) =>
    productionsFor(index, id, making.from).map((produces) => ({
      ...slot(
        produces.from ?? "",
        "plant-of-class",
        [produces.id, ...path.map((isA) => isA.id)],
        inactiveReason(produces),
      ),
      isConcluded: true,
    })),
  );
  return [...stated, ...concluded];
}

function productionsFor(
  index: RecordIndex,
  component: RecordId,
  company: RecordId | undefined,
): readonly StoredRecord[] {
  return index.in(component, "PRODUCES").filter((produces) => textField(produces, "company") === company);
}

function inactiveReason(record: StoredRecord): InactiveReason | undefined {
  const state = textField(record, "state");
  if (state === "ACTIVE") return undefined;
  return state === "ENDED" ? "ENDED" : "NOT_ACTIVE";
}

function slot(
  provider: RecordId,
  pattern: string,
  relationships: readonly RecordId[],
  inactive?: InactiveReason,
): Slot {
  return {
    provider,
    pattern,
    relationships,
    isChoice: false,
    isConcluded: false,
    ...(inactive === undefined ? {} : { inactive }),
  };
}
