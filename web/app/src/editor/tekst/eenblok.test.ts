import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { TextSelection } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import {
  getRelativeSelection,
  type ProsemirrorBinding,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { EenBlok, eenBlok, Gedeeld } from './eenblok';
import { vasteKeuze } from './plek';
import { Papier, Sectie, SectieInhoud, SectieKop, Veld } from './schema';

const sectie = (id: string, kop: string, ...alineas: string[]) => ({
  type: 'sectie',
  attrs: { id },
  content: [
    { type: 'sectieKop', content: [{ type: 'text', text: kop }] },
    {
      type: 'sectieInhoud',
      content: alineas.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  ],
});

const maak = (doc: Y.Doc, zuinig: boolean) =>
  new Editor({
    extensions: [
      Papier,
      Sectie,
      SectieKop,
      SectieInhoud,
      Veld,
      StarterKit.configure({ document: false, heading: false, trailingNode: false, undoRedo: false }),
      ...(zuinig
        ? [Gedeeld.configure({ document: doc }), EenBlok]
        : [Collaboration.configure({ document: doc })]),
    ],
  });

let doc: Y.Doc;
let ander: Y.Doc;
let editor: Editor;
let lezer: Editor;
beforeEach(() => {
  doc = new Y.Doc();
  ander = new Y.Doc();
  doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== ander && Y.applyUpdate(ander, update, doc),
  );
  ander.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== doc && Y.applyUpdate(doc, update, ander),
  );
  editor = maak(doc, true);
  lezer = maak(ander, false);
  editor.commands.setContent({
    type: 'doc',
    content: [
      sectie('a', 'Aanleiding', 'een', 'twee', 'een'),
      sectie('b', 'Gesprek', 'vier', 'drie', 'drie'),
    ],
  });
});
afterEach(() => {
  editor.destroy();
  lezer.destroy();
});

const { toDelta } = Y.XmlText.prototype;
const binding = () => ySyncPluginKey.getState(editor.state).binding as ProsemirrorBinding;
const gelijk = () => {
  expect(lezer.getJSON()).toEqual(editor.getJSON());
  expect(ander.getXmlFragment('default').toString()).toBe(doc.getXmlFragment('default').toString());
};
/** Which block is found after a change that the shared text does not know yet. */
const gevonden = (doe: () => void) => {
  const { type, mapping, prosemirrorView } = binding();
  const voor = new Map(mapping);
  let blok: ReturnType<typeof eenBlok>;
  const { updateState } = prosemirrorView;
  prosemirrorView.updateState = function neem(this: unknown, state: { doc: Parameters<typeof eenBlok>[1] }) {
    blok = eenBlok(type, state.doc, voor);
    prosemirrorView.updateState = updateState;
    updateState.call(prosemirrorView, state);
  };
  doe();
  return blok;
};
const in3 = (n: number) => {
  const found: number[] = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === 'paragraph') found.push(pos + 1);
  });
  return found[n] ?? 0;
};

describe('a key', () => {
  it('is looked for in the block that changed, also among equal ones', () => {
    const blok = gevonden(() => editor.commands.insertContentAt(in3(4), 'x'));
    const inhoud = doc.getXmlFragment('default').get(1) as Y.XmlElement;
    expect(blok?.gedeeld).toBe((inhoud.get(1) as Y.XmlElement).get(1));
    expect(blok?.getoond.textContent).toBe('xdrie');
    expect(blok?.omgeving.map(([, node]) => node.type.name)).toEqual(['doc', 'sectie', 'sectieInhoud']);
    gelijk();
  });

  it('reads the shared words of no other block', () => {
    const gelezen = new Set<Y.XmlText>();
    const spy = vi.spyOn(Y.XmlText.prototype, 'toDelta').mockImplementation(function lees(
      this: Y.XmlText,
      ...args
    ) {
      if (this.doc === doc) gelezen.add(this);
      return toDelta.apply(this, args);
    });
    editor.commands.insertContentAt(in3(5), 'x');
    spy.mockRestore();
    expect([...gelezen].map(String)).toEqual(['xdrie']);
    gelijk();
  });

  it('keeps the shared letters that were there, so that what others type in them stays', () => {
    const tekst = doc.getXmlFragment('default').toArray().at(-1) as Y.XmlElement;
    const was = (tekst.get(1) as Y.XmlElement).get(1);
    editor.commands.insertContentAt(in3(4) + 4, '!');
    expect((tekst.get(1) as Y.XmlElement).get(1)).toBe(was);
    gelijk();
  });
});

describe('what is not one block', () => {
  it.each([
    [
      'a paragraph split',
      () =>
        editor
          .chain()
          .setTextSelection(in3(1) + 2)
          .splitBlock()
          .run(),
    ],
    ['another kind of block', () => editor.chain().setTextSelection(in3(1)).toggleCodeBlock().run()],
    ['words over two blocks', () => editor.commands.deleteRange({ from: in3(0) + 1, to: in3(1) + 2 })],
    [
      'two blocks at once',
      () => editor.view.dispatch(editor.state.tr.insertText('x', in3(4)).insertText('y', in3(0))),
    ],
  ])('goes the binding’s own way: %s', (_wat, doe) => {
    expect(gevonden(doe)).toBeUndefined();
    gelijk();
  });
});

it('a text that comes back after the binding went its own way is stored again', () => {
  editor.commands.insertContentAt(in3(4), 'x');
  const was = editor.state;
  editor
    .chain()
    .setTextSelection(in3(1) + 2)
    .splitBlock()
    .run();
  gelijk();
  editor.view.updateState(was);
  expect(editor.state.doc).toBe(was.doc);
  gelijk();
});

describe('what others write', () => {
  it('leaves the other blocks the same, and what stands around them', () => {
    const [boven, onder] = [editor.state.doc.child(0), editor.state.doc.child(1).child(1).child(2)];
    lezer.commands.insertContentAt(in3(3), 'x');
    expect(editor.state.doc.child(1).child(1).textContent).toBe('xvierdriedrie');
    expect(editor.state.doc.child(0)).toBe(boven);
    expect(editor.state.doc.child(1).child(1).child(2)).toBe(onder);
    gelijk();
  });

  it('before one’s own block leaves that one on its place in the page', () => {
    const mijn = editor.view.nodeDOM(in3(4) - 1);
    lezer
      .chain()
      .setTextSelection(in3(3) + 4)
      .splitBlock()
      .run();
    expect(mijn?.textContent).toBe('drie');
    expect(editor.view.nodeDOM(in3(5) - 1)).toBe(mijn);
    gelijk();
  });
});

it('what is chosen stays chosen while others write before it', () => {
  const begin = in3(5);
  editor.commands.setTextSelection({ from: begin + 1, to: begin + 3 });
  const gekozen = () => {
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to);
  };
  expect(gekozen()).toBe('ri');
  // In the same paragraph, and in the one before it.
  lezer.view.dispatch(lezer.state.tr.insertText('Vooraan ', begin));
  expect(gekozen()).toBe('ri');
  lezer.commands.setTextSelection(in3(3) + 4);
  for (const letter of 'Een zin die groeit.') {
    lezer.view.dispatch(lezer.state.tr.insertText(letter));
    expect(gekozen()).toBe('ri');
  }
  lezer.commands.splitBlock();
  expect(gekozen()).toBe('ri');
  for (const letter of 'En nog een.') {
    lezer.view.dispatch(lezer.state.tr.insertText(letter));
    expect(gekozen()).toBe('ri');
  }
});

it('both ways, in any order, the two texts are the same', () => {
  let toeval = 7;
  const kies = (n: number) => {
    toeval = (toeval * 48_271) % 2_147_483_647;
    return toeval % n;
  };
  for (let i = 0; i < 50; i += 1) {
    const wie = kies(3) === 0 ? lezer : editor;
    const plekken: number[] = [];
    wie.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.type.name !== 'sectieKop')
        plekken.push(pos + 1 + kies(node.content.size + 1));
    });
    const pos = plekken[kies(plekken.length)] ?? 0;
    const wat = kies(10);
    if (wat < 6) wie.view.dispatch(wie.state.tr.insertText('abc'.slice(0, 1 + kies(3)), pos));
    else if (wat < 8) wie.chain().setTextSelection(pos).splitBlock().run();
    else if (wat < 9) wie.chain().setTextSelection(pos).joinBackward().run();
    else
      wie
        .chain()
        .setTextSelection({ from: pos, to: wie.state.doc.resolve(pos).end() })
        .toggleBold()
        .run();
    gelijk();
  }
});

describe('where the caret is', () => {
  /** At every place where it may stand, alone and with what stands before it chosen. */
  const overal = (doe: () => void) => {
    for (let pos = 0; pos <= editor.state.doc.content.size; pos += 1) {
      const $plek = editor.state.doc.resolve(pos);
      if (!$plek.parent.inlineContent) continue;
      editor.view.dispatch(editor.state.tr.setSelection(new TextSelection($plek)));
      doe();
      const begin = editor.state.doc.resolve($plek.start());
      editor.view.dispatch(editor.state.tr.setSelection(new TextSelection(begin, $plek)));
      doe();
    }
  };

  it('is what the binding says, also beside a field, in bold words and in a list', () => {
    editor.commands.insertContentAt(editor.state.doc.content.size - 2, [
      { type: 'veld', attrs: { naam: 'n', waarde: 'w' } },
      { type: 'text', text: 'na', marks: [{ type: 'bold' }] },
    ]);
    editor.chain().setTextSelection(20).toggleBulletList().run();
    let n = 0;
    overal(() => {
      n += 1;
      expect(vasteKeuze(binding(), editor.state)).toEqual(getRelativeSelection(binding(), editor.state));
    });
    expect(n).toBeGreaterThan(60);
    gelijk();
  });

  it('is remembered for taking back as it was before what one did', () => {
    editor.commands.setTextSelection(editor.state.doc.content.size - 4);
    const voor = getRelativeSelection(binding(), editor.state);
    editor.view.dispatch(editor.state.tr.insertText('nieuw'));
    editor.commands.setTextSelection(10);
    expect(yUndoPluginKey.getState(editor.state).prevSel).toEqual(voor);
    gelijk();
  });
});
