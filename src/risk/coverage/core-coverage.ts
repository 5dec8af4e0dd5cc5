import { compareIds } from "../../domain/compare.ts";
import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import { joint, JOINTS_OF_KIND, type Joint } from "../../domain/vocabularies/joints.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { countryLinks, makerLinks } from "./component-joints.ts";
import { distinctLinks, type JointLink } from "./joint-link.ts";
import { contractLinks, gridLinks, powerLinks, sitesWithin, systemLinks } from "./site-joints.ts";

export const jointState = vocabulary("JointState", "What the graph knows of a joint.", {
  DOCUMENTED: "A record says what stands at its other end; an open question may stand beside it.",
  OPEN_QUESTION: "No record says it, and an open question says what was looked for.",
  MISSING: "No record says it, and nobody asked.",
});
export type JointState = WordOf<typeof jointState>;

export interface JointCoverage {
  readonly joint: Joint;
  readonly state: JointState;
  /** What stands at its other end on the day, in id order. */
  readonly links: readonly JointLink[];
  /** The open questions about it, in id order, whether it is documented or not. */
  readonly questions: readonly RecordId[];
}

/** One core site or component, with the joints of its kind in the vocabulary's order. */
export interface CoreCoverage {
  readonly node: RecordId;
  readonly kind: "Facility" | "Component";
  readonly joints: readonly JointCoverage[];
}

/** How many core things have a joint in each state. */
export interface JointCount {
  readonly joint: Joint;
  readonly documented: number;
  /** How many of the documented rest on marked inferences alone. */
  readonly inferred: number;
  readonly openQuestions: number;
  readonly missing: number;
}

type FindLinks = (records: RecordIndex, ids: readonly RecordId[], day: Day) => readonly JointLink[];

const LINKS_OF: Readonly<Record<Joint, FindLinks>> = {
  SYSTEM: systemLinks,
  CONTRACT: contractLinks,
  POWER_SUPPLIER: powerLinks,
  GRID: gridLinks,
  MAKER: makerLinks,
  PLANT_COUNTRY: countryLinks,
};
const JOINTS = Object.keys(joint.values) as readonly Joint[];

/** The joints of every core site and component on the day, sites and components together in id order. */
export function coreCoverage(records: RecordIndex, day: Day): readonly CoreCoverage[] {
  return [...records.ofKind("Component"), ...records.ofKind("Facility")]
    .filter((record) => booleanField(record, "isCore"))
    .toSorted(compareIds)
    .map((record) => coverageOfSubject(records, record, day));
}

/** Counts by joint, in the vocabulary's order; every joint has an entry. */
export function countJoints(core: readonly CoreCoverage[]): readonly JointCount[] {
  const all = core.flatMap(({ joints }) => joints);
  return JOINTS.map((name) => {
    const own = all.filter((entry) => entry.joint === name);
    const inState = (state: JointState) => own.filter((entry) => entry.state === state);
    const documented = inState("DOCUMENTED");
    return {
      joint: name,
      documented: documented.length,
      inferred: documented.filter(({ links }) => links.every(({ isInferred }) => isInferred)).length,
      openQuestions: inState("OPEN_QUESTION").length,
      missing: inState("MISSING").length,
    };
  });
}

function coverageOfSubject(records: RecordIndex, { id, kind }: StoredRecord, day: Day): CoreCoverage {
  const isSite = kind === "Facility";
  const counted = isSite ? sitesWithin(records, id) : [id, ...modelsBelow(records, id)];
  const questions = records.referring(id, "QUESTION_ABOUT");
  const subjectKind = isSite ? "Facility" : "Component";
  return {
    node: id,
    kind: subjectKind,
    joints: JOINTS_OF_KIND[subjectKind].map((name) => {
      const links = distinctLinks(LINKS_OF[name](records, counted, day));
      const asked = questions.filter((question) => textField(question, "joint") === name);
      return {
        joint: name,
        state: stateOf(links.length, asked.length),
        links,
        questions: asked.map((question) => question.id),
      };
    }),
  };
}

function stateOf(links: number, questions: number): JointState {
  if (links > 0) return "DOCUMENTED";
  return questions > 0 ? "OPEN_QUESTION" : "MISSING";
}
