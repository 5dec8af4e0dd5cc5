/** The items that a relation joins, directly or through others, together; those that it joins to none are left out. */
export function connectedGroups<Item>(
  items: readonly Item[],
  isJoined: (a: Item, b: Item) => boolean,
): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const joined = groups.filter((group) => group.some((other) => isJoined(other, item)));
    const [first, ...others] = joined;
    if (first === undefined) {
      groups.push([item]);
      continue;
    }
    first.push(...others.flat(), item);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.filter(({ length }) => length > 1);
}
