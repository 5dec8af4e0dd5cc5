import type { Answer } from "../../risk/answer.ts";
import type { Position } from "../../store/cursor.ts";
import type { PageRequest } from "../../store/graph-store.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { DeclaredClass } from "../kind/declared-class.ts";
import type { TypeValue } from "../kind/define-field.ts";
import { AnswerType } from "./answer.type.ts";

/** One page of an answer that is a list, with what every answer says of itself. */
export type AnswerConnection<Item, Whole extends Answer> = Connection<Item> & Whole;

/** The Relay connection over a type that is an answer too: it implements `Answer` beside edges, nodes, pageInfo and totalCount. */
export function answerConnectionOf(name: string, node: () => TypeValue, description: string): DeclaredClass {
  return connectionOf(name, node, { implements: AnswerType, description });
}

/**
 * One page of the items of an answer, joined to the answer. The count is that of all items, whatever the page.
 * Throws InvalidArgumentError for a cursor of another list, or of an item that is gone.
 */
export function toAnswerConnection<Item, Whole extends Answer>(
  answer: Whole,
  items: readonly Item[],
  scope: string,
  positionOf: (item: Item) => Position,
  page: PageRequest,
): AnswerConnection<Item, Whole> {
  return { ...answer, ...toConnection(pageOfList(scope, items, positionOf, page), (item) => item) };
}
