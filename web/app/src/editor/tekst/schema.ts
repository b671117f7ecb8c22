// The nodes of a gespreksverslag. Their names and attributes are what the server's guard lets through; a node this schema does
// not know would be taken out of the shared text by the binding, so it also knows all that a stock client can write.
import { type Extensions, mergeAttributes, Node } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { datumLang } from '../../datum';
import { nl } from '../../teksten/werk';

/** The template's sections, and also plain blocks at the top: what a stock client writes there. */
export const Papier = Node.create({ name: 'doc', topNode: true, content: '(block | sectie)+' });

export const Sectie = Node.create({
  name: 'sectie',
  content: 'sectieKop sectieInhoud',
  defining: true,
  isolating: true,
  selectable: false,
  addAttributes: () => ({ id: { default: null, renderHTML: (a) => ({ 'data-sectie': a.id }) } }),
  parseHTML: () => [
    { tag: 'section[data-sectie]', getAttrs: (el) => ({ id: el.getAttribute('data-sectie') }) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'section',
    mergeAttributes(HTMLAttributes, { class: 'sectie-doc' }),
    0,
  ],
});

/** Locked: an atom that the caret passes by, so that nobody types in it; `vasteKoppen` refuses its removal. */
export const SectieKop = Node.create({
  name: 'sectieKop',
  content: 'text*',
  marks: '',
  atom: true,
  selectable: false,
  draggable: false,
  addAttributes: () => ({ tekst: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'h2[data-kop]' }],
  renderHTML: () => ['h2', { 'data-kop': '', contenteditable: 'false', class: 'blok blok--kop' }, 0],
});

export const SectieInhoud = Node.create({
  name: 'sectieInhoud',
  content: 'block+',
  isolating: true,
  defining: true,
  selectable: false,
  parseHTML: () => [{ tag: 'div[data-inhoud]' }],
  renderHTML: () => ['div', { 'data-inhoud': '' }, 0],
});

/** A fact from the dossier, with where it came from and of which day (C2-K5). */
export const Veld = Node.create({
  name: 'veld',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    naam: { default: null },
    waarde: { default: null },
    bron: { default: null },
    datum: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-veld]',
      getAttrs: (el) => ({
        naam: el.dataset.veld,
        waarde: el.dataset.waarde,
        bron: el.dataset.bron,
        datum: el.dataset.datum,
      }),
    },
  ],
  renderHTML: ({ node }) => {
    const { naam, waarde, bron, datum } = node.attrs;
    const dag = typeof datum === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(datum) ? datumLang(datum) : datum;
    return [
      'span',
      { 'data-veld': naam, 'data-waarde': waarde, 'data-bron': bron, 'data-datum': datum, class: 'veldnode' },
      ['span', { class: waarde ? 'bronveld' : 'bronveld slot' }, waarde || nl.document.veldLeeg],
      ['small', { class: 'bron' }, bron ? ` ${nl.document.bron(bron, dag ?? '')}` : ''],
    ];
  },
  renderText: ({ node }) => node.attrs.waarde ?? '',
});

/** The paper begins below the page's own headings; what is stored keeps the level that was chosen. */
const SHIFT = 2;

export const Tussenkop = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((n) => ({
      tag: `h${n}`,
      getAttrs: (el) => ({ level: Number(el.dataset.level) || n }),
    })),
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs.level);
    return [`h${Math.min(6, level + SHIFT)}`, mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
  },
}).configure({ levels: [1, 2, 3, 4, 5, 6] });

/** What another editor may write here and this one has no button for. */
export const Gasten: Extensions = [
  TaskList,
  TaskItem.configure({ nested: true }),
  TableKit.configure({ table: { resizable: false } }),
];
