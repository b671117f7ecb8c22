// What is put in at once must fit in one frame, or it can never be stored. So it is refused before it reaches the shared text:
// a deleted text of that size would still travel with the document.
import { Extension } from '@tiptap/core';
import type { Fragment } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Half a frame: the estimate below is rough, and what is typed meanwhile goes along. */
export const INVOEG_MAX = 500_000;
/** What a node costs in the shared text, apart from its words. */
const KNOOP = 48;

function maat(fragment: Fragment): number {
  let sum = 0;
  fragment.descendants((node) => {
    sum += KNOOP;
    if (node.isText) sum += new TextEncoder().encode(node.text ?? '').length;
    else for (const value of Object.values(node.attrs)) if (typeof value === 'string') sum += value.length;
  });
  return sum;
}

export function isTeGroot(tr: Transaction): boolean {
  let sum = 0;
  for (const step of tr.steps) {
    const { slice } = step as { slice?: { content: Fragment } };
    if (slice) sum += maat(slice.content);
  }
  return sum > INVOEG_MAX;
}

export const Maat = Extension.create<{ meld: () => void }>({
  name: 'maat',
  addProseMirrorPlugins() {
    const { meld } = this.options;
    return [
      new Plugin({
        filterTransaction: (tr) => {
          if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined || !isTeGroot(tr)) return true;
          meld();
          return false;
        },
        props: {
          // Before the clipboard is made into nodes: that alone may take the page many seconds.
          handleDOMEvents: {
            paste: (_view, event) => {
              const data = event.clipboardData;
              const most = Math.max(
                data?.getData('text/plain').length ?? 0,
                // Markup is mostly not text; what comes out of it is measured when it is put in.
                (data?.getData('text/html').length ?? 0) / 10,
              );
              if (most <= INVOEG_MAX) return false;
              event.preventDefault();
              meld();
              return true;
            },
          },
        },
      }),
    ];
  },
});
