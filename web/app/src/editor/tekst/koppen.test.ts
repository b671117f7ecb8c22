import { Editor } from '@tiptap/core';
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leegSelectie, VasteKoppen } from './koppen';
import { INVOEG_MAX, Maat } from './maat';
import { Papier, Sectie, SectieInhoud, SectieKop, Veld } from './schema';

const sectie = (id: string, kop: string, ...alineas: string[]) => ({
  type: 'sectie',
  attrs: { id },
  content: [
    { type: 'sectieKop', content: [{ type: 'text', text: kop }] },
    {
      type: 'sectieInhoud',
      content: alineas.map((text) => ({
        type: 'paragraph',
        ...(text ? { content: [{ type: 'text', text }] } : {}),
      })),
    },
  ],
});

let editor: Editor;
const meld = vi.fn();
beforeEach(() => {
  meld.mockReset();
  editor = new Editor({
    extensions: [
      Papier,
      Sectie,
      SectieKop,
      SectieInhoud,
      Veld,
      StarterKit.configure({ document: false, heading: false, trailingNode: false }),
      Maat.configure({ meld }),
      VasteKoppen,
    ],
    content: {
      type: 'doc',
      content: [
        sectie('a', 'Aanleiding', 'een', 'twee'),
        sectie('b', 'Gesprek', 'drie', 'vier'),
        sectie('c', 'Afspraken', ''),
      ],
    },
  });
});
afterEach(() => editor.destroy());

const shown = () => {
  const found: string[] = [];
  editor.state.doc.forEach((s) => {
    const alineas: string[] = [];
    s.child(1).forEach((p) => {
      alineas.push(p.textContent);
    });
    found.push(`${s.child(0).textContent}: ${alineas.join('|')}`);
  });
  return found;
};
const at = (text: string) => {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    if (node.isText && node.text === text) found = pos;
  });
  return found;
};
const select = (from: number, to: number) =>
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));
const press = (key: string) =>
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
const all = () => editor.view.dispatch(editor.state.tr.setSelection(new AllSelection(editor.state.doc)));

describe('everything selected', () => {
  it.each(['Delete', 'Backspace'])(
    'and %s clears the words of all sections and keeps the headings',
    (key) => {
      all();
      press(key);
      expect(shown()).toEqual(['Aanleiding: ', 'Gesprek: ', 'Afspraken: ']);
      expect(editor.state.selection.$head.parent.type.name).toBe('paragraph');
      expect(editor.state.selection.$head.node(1).attrs.id).toBe('a');
    },
  );

  it('and typed over leaves what was typed, in the first section', () => {
    all();
    const { from, to } = editor.state.selection;
    editor.view.someProp('handleTextInput', (f) => f(editor.view, from, to, 'x', () => editor.state.tr));
    expect(shown()).toEqual(['Aanleiding: x', 'Gesprek: ', 'Afspraken: ']);
  });
});

describe('a part selected', () => {
  it('over a heading loses only the words that were selected', () => {
    select(at('een') + 1, at('drie') + 2);
    press('Delete');
    expect(shown()).toEqual(['Aanleiding: e', 'Gesprek: ie|vier', 'Afspraken: ']);
  });

  it('within a section is none of its business', () => {
    select(at('een'), at('twee') + 1);
    expect(leegSelectie(editor.state)).toBeUndefined();
    editor.commands.deleteSelection();
    expect(shown()[0]).toBe('Aanleiding: wee');
  });
});

describe('a text that no frame holds', () => {
  it('is not put in, and it is said', () => {
    select(at('een'), at('een'));
    editor.view.dispatch(editor.state.tr.insertText('é'.repeat(INVOEG_MAX / 2)));
    expect(shown()[0]).toBe('Aanleiding: een|twee');
    expect(meld).toHaveBeenCalledOnce();
  });

  it('counts what many small blocks cost', () => {
    const { paragraph } = editor.schema.nodes;
    if (!paragraph) throw new Error('no paragraph');
    const many = Array.from({ length: 20_000 }, () => paragraph.create());
    editor.view.dispatch(editor.state.tr.insert(at('een') - 1, many));
    expect(meld).toHaveBeenCalledOnce();
  });

  it('is stopped before it is read as a page', () => {
    const clipboardData = {
      getData: (kind: string) => (kind === 'text/plain' ? 'x'.repeat(INVOEG_MAX + 1) : ''),
    };
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData });
    editor.view.dom.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(meld).toHaveBeenCalledOnce();
  });

  it('leaves what fits alone', () => {
    select(at('een'), at('een'));
    editor.view.dispatch(editor.state.tr.insertText('x'.repeat(100_000)));
    expect(meld).not.toHaveBeenCalled();
    expect(shown()[0]).toHaveLength('Aanleiding: een|twee'.length + 100_000);
  });
});
