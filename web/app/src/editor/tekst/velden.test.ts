import { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Papier, Sectie, SectieInhoud, SectieKop, Veld } from './schema';
import { VasteVelden } from './velden';

const VELD = { naam: 'persoon', waarde: 'Maria Verhoef', bron: 'BRP', datum: '2026-11-03' };

let editor: Editor;
beforeEach(() => {
  editor = new Editor({
    extensions: [
      Papier,
      Sectie,
      SectieKop,
      SectieInhoud,
      Veld,
      StarterKit.configure({ document: false, heading: false, trailingNode: false }),
      VasteVelden,
    ],
    content: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Over ' },
            { type: 'veld', attrs: VELD },
          ],
        },
      ],
    },
  });
});
afterEach(() => editor.destroy());

const AT = 6;
const kies = () =>
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, AT)));
const veld = () => editor.state.doc.nodeAt(AT);
const typ = (text: string) => {
  const { from, to } = editor.state.selection;
  return editor.view.someProp('handleTextInput', (f) =>
    f(editor.view, from, to, text, () => editor.state.tr),
  );
};

// shows C2-K5, C10
describe('a field of the dossier', () => {
  it('shows its value with where it came from and of which day, and is no text to type in', () => {
    const shown = editor.view.dom.querySelector<HTMLElement>('[data-veld]');
    expect(shown?.textContent).toBe('Maria Verhoef BRP, 3 november 2026');
    expect(shown?.contentEditable).toBe('false');
    expect(editor.schema.nodes.veld?.isAtom).toBe(true);
  });

  it('is not typed over: the letters come after it', () => {
    kies();
    expect(typ('!')).toBe(true);
    expect(veld()?.attrs).toEqual(VELD);
    expect(editor.state.doc.textBetween(0, editor.state.doc.content.size)).toMatch(/^Over .*!$/);
  });

  it('is not pasted or composed over', () => {
    kies();
    editor.view.pasteText('geplakt');
    kies();
    editor.view.dom.dispatchEvent(new Event('compositionstart'));
    editor.view.dispatch(editor.state.tr.insertText('é'));
    expect(veld()?.attrs).toEqual(VELD);
    expect(editor.getText()).toContain('égeplakt');
  });

  it.each(['Delete', 'Backspace'])('goes with %s, as a whole', (key) => {
    kies();
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    expect(veld()).toBeNull();
    expect(editor.getText()).toBe('Over ');
  });

  it('leaves text alone that is selected beside it', () => {
    editor.commands.setTextSelection({ from: 1, to: 5 });
    expect(typ('x')).toBeFalsy();
  });
});
