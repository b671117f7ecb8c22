// A caret that is seen needs no scrolling: mostly it is, and the editor would measure all that the text stands in, at every key.
import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

interface Vak {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const isIn = (deel: Vak, vak: Vak) =>
  deel.top >= vak.top && deel.bottom <= vak.bottom && deel.left >= vak.left && deel.right <= vak.right;

function venster(): Vak {
  const { visualViewport, document } = window;
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    top: 0,
    left: 0,
    right: visualViewport?.width ?? clientWidth,
    bottom: visualViewport?.height ?? clientHeight,
  };
}

/** What the text stands in and that holds more than it shows. */
function* schuifvakken(view: EditorView): Generator<Element> {
  for (let vak = view.dom.parentElement; vak && vak !== document.body; vak = vak.parentElement) {
    if (vak.scrollHeight > vak.clientHeight || vak.scrollWidth > vak.clientWidth) yield vak;
  }
}

/** Whether the caret is within all that scrolls; where it is not, the editor does what it does. */
export function isInBeeld(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof TextSelection)) return false;
  const caret = view.coordsAtPos(selection.head, 1);
  if (!isIn(caret, venster())) return false;
  for (const vak of schuifvakken(view)) if (!isIn(caret, vak.getBoundingClientRect())) return false;
  return true;
}

export const InBeeld = Extension.create({
  name: 'inBeeld',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleScrollToSelection: isInBeeld } })],
});
