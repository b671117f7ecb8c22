// Which part of the text is on the screen.
import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** Positions in the text. */
export interface Bereik {
  from: number;
  to: number;
}

export const geheel = (doc: PmNode): Bereik => ({ from: 0, to: doc.content.size });

export const isBinnen = (deel: Bereik, geheel: Bereik) => geheel.from <= deel.from && deel.to <= geheel.to;

/** The blocks on the screen, and `ruim` screens above and below it. */
export function bereikVan(view: EditorView, ruim: number): Bereik {
  const blokken: { from: number; to: number }[] = [];
  view.state.doc.descendants((node, pos) => {
    if (node.isTextblock) blokken.push({ from: pos, to: pos + node.nodeSize });
    return !node.isTextblock;
  });
  const rect = (i: number) => {
    const dom = view.nodeDOM(blokken[i]?.from ?? 0);
    return dom instanceof HTMLElement ? dom.getBoundingClientRect() : undefined;
  };
  const hoogte = window.innerHeight;
  // The first that ends below the upper edge, and the first that begins below the lower one.
  const eerste = zoek(blokken.length, (i) => (rect(i)?.bottom ?? 0) > -ruim * hoogte);
  const na = zoek(blokken.length, (i) => (rect(i)?.top ?? 0) > (1 + ruim) * hoogte);
  return { from: blokken[eerste]?.from ?? 0, to: blokken[na - 1]?.to ?? 0 };
}

/** The first of `n` for which it holds, when it holds for all after it; `n` when for none. */
function zoek(n: number, geldt: (i: number) => boolean): number {
  let [laag, hoog] = [0, n];
  while (laag < hoog) {
    const midden = (laag + hoog) >> 1;
    if (geldt(midden)) hoog = midden;
    else laag = midden + 1;
  }
  return laag;
}
