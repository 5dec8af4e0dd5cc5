import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Fields of one type by response name: those of one name are executed once. */
export type FieldGroups = Map<string, FieldNode[]>;

/** The fields of a selection, by the type that they are read from. */
export interface CollectedFields {
  /** Read of every object, or of every object of an interface. */
  readonly shared: ReadonlyMap<GraphQLCompositeType, FieldGroups>;
  /** Read only of objects of that type; an object is of one of them at most. */
  readonly byType: ReadonlyMap<GraphQLCompositeType, FieldGroups>;
}

interface CollectContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Expands fragments and drops what `@skip` and `@include` leave out, as execution does. */
export function collectFields(
  context: CollectContext,
  selectionSets: readonly SelectionSetNode[],
  parent: GraphQLCompositeType,
): CollectedFields {
  const shared = new Map<GraphQLCompositeType, FieldGroups>();
  const byType = new Map<GraphQLCompositeType, FieldGroups>();
  // A fragment is read once for each type that it is spread under.
  const spread = new Set<string>();

  const collect = (selectionSet: SelectionSetNode, type: GraphQLCompositeType): void => {
    for (const selection of selectionSet.selections) {
      if (isIncluded(selection, context.variables)) collectSelection(selection, type);
    }
  };
  const collectSelection = (selection: SelectionNode, type: GraphQLCompositeType): void => {
    if (selection.kind === Kind.FIELD) {
      const isOfOneType = isAbstractType(parent) && isObjectType(type);
      append(isOfOneType ? byType : shared, type, selection);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : context.fragments.get(selection.name.value);
    if (fragment === undefined) return;
    const narrowed = narrow(context.schema, type, fragment.typeCondition?.name.value);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const key = `${narrowed.name} ${selection.name.value}`;
      if (spread.has(key)) return;
      spread.add(key);
    }
    collect(fragment.selectionSet, narrowed);
  };

  for (const selectionSet of selectionSets) collect(selectionSet, parent);
  return { shared, byType };
}

/** The type under a type condition; an object type stays itself under a condition on its interface. */
function narrow(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  condition: string | undefined,
): GraphQLCompositeType {
  if (condition === undefined || isObjectType(type)) return type;
  const narrowed = schema.getType(condition);
  return isCompositeType(narrowed) ? narrowed : type;
}

function append(
  groupsByType: Map<GraphQLCompositeType, FieldGroups>,
  type: GraphQLCompositeType,
  field: FieldNode,
): void {
  const groups = groupsByType.get(type) ?? new Map<string, FieldNode[]>();
  groupsByType.set(type, groups);
  const name = field.alias?.value ?? field.name.value;
  const nodes = groups.get(name);
  if (nodes === undefined) groups.set(name, [field]);
  else nodes.push(field);
}

function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  if (skip?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.["if"] !== false;
}
