import type { Entry } from './state';

/** An entry's place in the drawing of its tree, in whole cells. */
export interface Node {
  readonly entry: Entry;
  readonly column: number;
  readonly row: number;
  readonly parent: Node | undefined;
}

/** Roots at the start, children one column on; a first child continues its parent's row. */
export function layOut(tree: readonly Entry[]): readonly Node[] {
  const ids = new Set(tree.map(({ id }) => id));
  const nodes: Node[] = [];
  let row = 0;
  const place = (entry: Entry, parent: Node | undefined): void => {
    const node = { entry, column: parent === undefined ? 0 : parent.column + 1, row, parent };
    nodes.push(node);
    placeAll(
      tree.filter((child) => child.parent === entry.id),
      node,
    );
  };
  const placeAll = (entries: readonly Entry[], parent: Node | undefined): void => {
    entries.forEach((entry, index) => {
      if (index > 0) row += 1;
      place(entry, parent);
    });
  };
  placeAll(
    tree.filter(({ parent }) => parent === undefined || !ids.has(parent)),
    undefined,
  );
  return nodes;
}

export type Direction = 'parent' | 'child' | 'previous' | 'next';

/** The node in a direction: along a branch, or on the branch above or below. */
export function neighbour(
  nodes: readonly Node[],
  from: Node,
  direction: Direction,
): Node | undefined {
  switch (direction) {
    case 'parent':
      return from.parent;
    case 'child':
      return nodes.find(({ parent }) => parent === from);
    case 'previous':
      return nodes.findLast(({ column, row }) => column === from.column && row < from.row);
    case 'next':
      return nodes.find(({ column, row }) => column === from.column && row > from.row);
  }
}
