// The caret of who writes here stays where they put it, also while others write.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import type { DocumentProvider } from '../../rt/document/document';

/**
 * The browser tells of a click a moment after it moved the caret. What is drawn in between puts the caret back where it was, and the next
 * letters go there. So the editor is told to look before anything is drawn that the user did not do.
 */
export function leesCaret(view: EditorView) {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

export const CaretBlijft = Extension.create<{ provider: DocumentProvider }>({
  name: 'caretBlijft',
  addProseMirrorPlugins() {
    const { provider } = this.options;
    return [
      new Plugin({
        view: (view) => ({ destroy: provider.onIncoming(() => leesCaret(view)) }),
      }),
    ];
  },
  // Carets of others are drawn a moment after they came in; the transaction is made anew, since the look may have changed what it is about.
  dispatchTransaction({ transaction, next }) {
    const drawn: unknown = transaction.getMeta(yCursorPluginKey);
    if (drawn === undefined || transaction.docChanged || transaction.selectionSet) {
      next(transaction);
      return;
    }
    leesCaret(this.editor.view);
    next(this.editor.view.state.tr.setMeta(yCursorPluginKey, drawn));
  },
});
