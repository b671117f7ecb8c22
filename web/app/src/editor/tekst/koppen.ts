// The headings of the template are locked: nobody types in them and nobody takes them away, also not with everything selected.
import { type Editor, Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

function koppen(doc: PmNode): string {
  const found: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'sectieKop') found.push(node.textContent);
    return node.type.name === 'doc' || node.type.name === 'sectie';
  });
  return found.join('\n');
}

/** What came from the shared text is taken as it is: the guard on the server keeps the headings there. */
const isShared = (tr: Transaction) => tr.getMeta(ySyncPluginKey) !== undefined;

/** Takes the words out of a selection that reaches over a heading; undefined for any other, which needs no help. */
export function leegSelectie(state: EditorState): Transaction | undefined {
  const { from, to, empty } = state.selection;
  if (empty) return undefined;
  let overKop = false;
  const stukken: { from: number; to: number; whole: boolean }[] = [];
  state.doc.nodesBetween(from, to, (node, pos, parent) => {
    const end = pos + node.nodeSize;
    if (node.type.name === 'sectie') return true;
    if (node.type.name === 'sectieKop') {
      overKop = true;
      return false;
    }
    // Plain blocks between the sections are words like any other.
    const inhoud = node.type.name === 'sectieInhoud';
    if (!inhoud && parent !== state.doc) return false;
    const [first, last] = inhoud ? [pos + 1, end - 1] : [pos, end];
    stukken.push({ from: Math.max(first, from), to: Math.min(last, to), whole: from <= first && to >= last });
    return false;
  });
  if (!overKop) return undefined;
  const { tr } = state;
  const leeg = state.schema.nodes.paragraph;
  for (const stuk of stukken.reverse()) {
    if (stuk.whole) {
      if (leeg) tr.replaceWith(stuk.from, stuk.to, leeg.create());
    } else if (stuk.from < stuk.to) {
      const rand = TextSelection.between(state.doc.resolve(stuk.from), state.doc.resolve(stuk.to));
      if (rand.from >= stuk.from && rand.to <= stuk.to) tr.delete(rand.from, rand.to);
    }
  }
  return tr.setSelection(
    Selection.near(tr.doc.resolve(Math.min(tr.mapping.map(from, -1), tr.doc.content.size)), 1),
  );
}

export const VasteKoppen = Extension.create({
  name: 'vasteKoppen',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (tr, state) =>
        !tr.docChanged || isShared(tr) || koppen(tr.doc) === koppen(state.doc),
      // The text that comes in may leave the caret between two nodes, and the browser puts it in a locked heading when the
      // editor gets the focus: in both places letters would be lost.
      appendTransaction: (_trs, _old, state) => {
        const { selection } = state;
        if (!(selection instanceof TextSelection) || !selection.empty) return null;
        const { $head } = selection;
        const inKop = $head.parent.type.name === 'sectieKop';
        if ($head.parent.inlineContent && !inKop) return null;
        const from = inKop ? state.doc.resolve($head.after()) : $head;
        return state.tr.setSelection(Selection.near(from, 1));
      },
      // What replaces a selection over headings would take them along and be refused whole: the words go first.
      props: {
        handleTextInput: (view, _from, _to, text) => {
          const tr = leegSelectie(view.state);
          if (!tr) return false;
          view.dispatch(tr.insertText(text).scrollIntoView());
          return true;
        },
        handlePaste: (view) => {
          const tr = leegSelectie(view.state);
          if (tr) view.dispatch(tr);
          return false;
        },
        handleDOMEvents: {
          cut: (view) => {
            // The editor's own way has put the words on the clipboard by then; what it deletes is refused.
            queueMicrotask(() => {
              const tr = leegSelectie(view.state);
              if (tr) view.dispatch(tr.scrollIntoView());
            });
            return false;
          },
        },
      },
    }),
  ],
  // Locked headings stop the browser's own way to the ends.
  addKeyboardShortcuts() {
    const leeg = () => {
      const tr = leegSelectie(this.editor.state);
      if (tr) this.editor.view.dispatch(tr.scrollIntoView());
      return tr !== undefined;
    };
    return {
      Delete: leeg,
      Backspace: leeg,
      'Mod-Delete': leeg,
      'Mod-Backspace': leeg,
      'Shift-Delete': leeg,
      'Shift-Backspace': leeg,
      'Mod-Home': () => this.editor.commands.focus('start', { scrollIntoView: true }),
      'Mod-End': () => this.editor.commands.focus('end', { scrollIntoView: true }),
      ArrowUp: () => over(this.editor, 'up'),
      ArrowDown: () => over(this.editor, 'down'),
      ArrowLeft: () => over(this.editor, 'left'),
      ArrowRight: () => over(this.editor, 'right'),
    };
  },
});

/** From the last line of a section to the first of the next, past the heading; within a section the browser knows best. */
function over(editor: Editor, way: 'up' | 'down' | 'left' | 'right'): boolean {
  const { state, view } = editor;
  const { $head, empty } = state.selection;
  if (!empty || !$head.parent.isTextblock || !view.endOfTextblock(way, state)) return false;
  const dir = way === 'down' || way === 'right' ? 1 : -1;
  const from = state.doc.resolve(dir > 0 ? $head.after() : $head.before());
  const next = Selection.findFrom(from, dir, true);
  if (!next || next.$head.node(1) === $head.node(1) || $head.node(1).type.name !== 'sectie') return false;
  view.dispatch(state.tr.setSelection(next).scrollIntoView());
  return true;
}
