import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/** Whether a query selects a field of what the resolver returns, in fragments too: some fields cost a count. */
export function selectsField(info: GraphQLResolveInfo, name: string): boolean {
  return info.fieldNodes.some(({ selectionSet }) => isSelected(selectionSet, name, info));
}

function isSelected(set: SelectionSetNode | undefined, name: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === name;
    if (selection.kind === Kind.INLINE_FRAGMENT) return isSelected(selection.selectionSet, name, info);
    return isSelected(info.fragments[selection.name.value]?.selectionSet, name, info);
  });
}
