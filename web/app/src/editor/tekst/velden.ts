// A field is a fact of the dossier: it may be taken out of the report, and it is not typed over. What is typed or pasted while a field is
// selected comes after it.
import { Extension } from '@tiptap/core';
import { type EditorState, NodeSelection, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';

/** The caret behind the selected field; undefined when no field is selected. */
export function achterVeld(state: EditorState): Transaction | undefined {
  const { selection, doc, tr } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'veld') return undefined;
  return tr.setSelection(TextSelection.create(doc, selection.to));
}

export const VasteVelden = Extension.create({
  name: 'vasteVelden',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, _from, _to, text) => {
          const tr = achterVeld(view.state);
          if (!tr) return false;
          view.dispatch(tr.insertText(text).scrollIntoView());
          return true;
        },
        handlePaste: (view) => {
          const tr = achterVeld(view.state);
          if (tr) view.dispatch(tr);
          return false;
        },
        handleDOMEvents: {
          // Letters that are composed (é, or with an input method) do not come in as text input.
          compositionstart: (view) => {
            const tr = achterVeld(view.state);
            if (tr) view.dispatch(tr);
            return false;
          },
        },
      },
    }),
  ],
});
