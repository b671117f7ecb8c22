// Whether something is marked in a part of the text. A part that changed is another one, so what was found to hold nothing is never read again.
import type { Node as PmNode } from '@tiptap/pm/model';

/** Says of a part of the text whether a mark stands in it whose name `is` one of these. */
export function merkzoeker(is: (naam: string) => boolean): (node: PmNode) => boolean {
  const zonder = new WeakSet<PmNode>();
  const heeft = (node: PmNode): boolean => {
    if (node.marks.some(({ type }) => is(type.name))) return true;
    if (node.isText || zonder.has(node)) return false;
    if (node.children.some(heeft)) return true;
    zonder.add(node);
    return false;
  };
  return heeft;
}
