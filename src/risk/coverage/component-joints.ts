import type { Day } from "../../domain/date.ts";
import { NEED_OF_MAKER_ROLE } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { MakerRole } from "../../domain/vocabularies/supply.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { holdsOn, jointLink, type JointLink } from "./joint-link.ts";
import { placesOf } from "./places-of.ts";

const MAKING_STATES: readonly (string | undefined)[] = ["ACTIVE", "SAMPLING"];

/** MAKER: the companies that make one of the components by name, in a role on which the component depends. */
export function makerLinks(records: RecordIndex, components: readonly RecordId[], day: Day): JointLink[] {
  return components
    .flatMap((component) => records.in(component, "MAKES"))
    .filter((making) => isMaking(making, day) && !isPlaceholder(records, making.from ?? ""))
    .filter((making) => NEED_OF_MAKER_ROLE[textField(making, "role") as MakerRole] !== null)
    .map((making) => jointLink(making.from ?? "", [making]));
}

/** PLANT_COUNTRY: the countries in which a plant makes one of the components. */
export function countryLinks(records: RecordIndex, components: readonly RecordId[], day: Day): JointLink[] {
  return components
    .flatMap((component) => records.in(component, "PRODUCES"))
    .filter((produces) => isMaking(produces, day))
    .flatMap((produces) =>
      placesOf(records, produces.from ?? "", "COUNTRY", day).map(({ node, relationships, isInferred }) => ({
        node,
        relationships: [produces.id, ...relationships],
        isInferred: isInferred || jointLink(node, [produces]).isInferred,
      })),
    );
}

function isMaking(record: StoredRecord, day: Day): boolean {
  return MAKING_STATES.includes(textField(record, "state")) && holdsOn(record, day);
}
