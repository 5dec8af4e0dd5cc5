import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";

/** What a document asks for, whatever the schema and the variables. Fragments are expanded. */
export interface DocumentShape {
  /** Levels of fields, leaves included; what lies below `__schema` and `__type` is not counted. */
  readonly depth: number;
  readonly aliases: number;
}

/** The largest depth, and the most aliases, of any operation of the document. A cycle of fragments ends by itself. */
export function documentShape(document: DocumentNode): DocumentShape {
  const measure = measureWith(document);
  const shapes = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [measure(definition.selectionSet)] : [],
  );
  return {
    depth: Math.max(0, ...shapes.map(({ depth }) => depth)),
    aliases: Math.max(0, ...shapes.map(({ aliases }) => aliases)),
  };
}

const EMPTY: DocumentShape = { depth: 0, aliases: 0 };

/** Each fragment is measured once, so that fragments which spread each other stay cheap to count. */
function measureWith(document: DocumentNode): (selectionSet: SelectionSetNode) => DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const shapes = new Map<string, DocumentShape>();

  const measureFragment = (name: string): DocumentShape => {
    const known = shapes.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? EMPTY;
    shapes.set(name, EMPTY);
    const shape = measure(fragment.selectionSet);
    shapes.set(name, shape);
    return shape;
  };

  const measure = (selectionSet: SelectionSetNode): DocumentShape => {
    let depth = 0;
    let aliases = 0;
    for (const selection of selectionSet.selections) {
      const shape = measureSelection(selection);
      depth = Math.max(depth, shape.depth);
      aliases += shape.aliases;
    }
    return { depth, aliases };
  };

  const measureSelection = (selection: SelectionSetNode["selections"][number]): DocumentShape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
    const below = selection.selectionSet === undefined ? EMPTY : measure(selection.selectionSet);
    const isIntrospection = selection.name.value.startsWith("__");
    return {
      depth: 1 + (isIntrospection ? 0 : below.depth),
      aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
    };
  };

  return measure;
}
