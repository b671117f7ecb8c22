// Who wrote which block of the shared text.
import type { Node as PmNode } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { Door } from '../../api/types';
import type { Bereik } from './zicht';

export interface Alinea {
  from: number;
  to: number;
  /** Undefined for what nobody has written in. */
  door: Door | undefined;
}

/** Walks the shared text and the shown one side by side, in `bereik`; where they differ for a moment, a block has no author. */
export function leesAlineas(
  doc: PmNode,
  fragment: Y.XmlFragment,
  auteurs: ReadonlyMap<number, Door | null>,
  bereik: Bereik,
): Alinea[] {
  const found: Alinea[] = [];
  const walk = (node: PmNode, shared: Y.XmlFragment, start: number) => {
    const elements = shared.toArray().filter((c): c is Y.XmlElement => c instanceof Y.XmlElement);
    let i = 0;
    node.forEach((child, offset) => {
      const element = elements[i];
      i += 1;
      if (!element || element.nodeName !== child.type.name) return;
      const from = start + offset;
      const to = from + child.nodeSize;
      if (child.type.name === 'sectieKop' || to < bereik.from || from > bereik.to) return;
      if (child.isTextblock) found.push({ from, to, door: author(element, auteurs) });
      else if (!child.isLeaf) walk(child, element, from + 1);
    });
  };
  walk(doc, fragment, 0);
  return found;
}

/** Whoever wrote most of the characters that stand there now. */
function author(element: Y.XmlElement, auteurs: ReadonlyMap<number, Door | null>): Door | undefined {
  const count = new Map<string, { door: Door; n: number }>();
  const add = (client: number, n: number) => {
    const door = auteurs.get(client);
    if (!door) return;
    const sum = count.get(door.id) ?? { door, n: 0 };
    sum.n += n;
    count.set(door.id, sum);
  };
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) continue;
    for (let item = child._start; item !== null; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString) add(item.id.client, item.length);
    }
  }
  return [...count.values()].sort((a, b) => b.n - a.n)[0]?.door;
}
