import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { LONG_PRICE, PRICES } from "./prices.ts";

/** The interface of every answer that is worked out rather than looked up. */
const ANSWER = "Answer";

/**
 * True for a query that may take long, so that it should not hold up others: one that asks an analytical question (a root field that
 * gives an `Answer`, or one that the table of prices calls long), or one so dear that reading its answer takes as long.
 */
export function isLongOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  price: number,
): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  return price >= LONG_PRICE || rootFields(document, operation).some((name) => isLongField(schema, name));
}

function isLongField(schema: GraphQLSchema, name: string): boolean {
  if (PRICES[`Query.${name}`]?.isLong === true) return true;
  const field = schema.getQueryType()?.getFields()[name];
  const type = field === undefined ? undefined : getNamedType(field.type);
  return isObjectType(type) && type.getInterfaces().some((implemented) => implemented.name === ANSWER);
}

/** The names of the fields that the operation asks of the root, those under `@skip` included. */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const names: string[] = [];
  const spread = new Set<string>();
  const collect = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else spread.add(selection.name.value);
    }
  };
  collect(operation.selectionSet);
  // A set gives what is added to it while it is walked, and nothing twice.
  for (const name of spread) {
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
  }
  return names;
}
