// Whether one proposes or writes: seen beside the bar, and said when it changes.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { steltVoor, zetVoorstellen } from './voorstellen';

export function useVoorstelstand(editor: Editor | null): boolean {
  return useEditorState({ editor, selector: ({ editor: e }) => (e ? steltVoor(e) : false) }) ?? false;
}

export function wisselVoorstellen(editor: Editor) {
  const aan = !steltVoor(editor);
  zetVoorstellen(editor, aan);
  editor.commands.focus();
  omroep.zeg('voorstel', aan ? nl.kantlijn.voorstel.aan : nl.kantlijn.voorstel.uit);
}
