// Suggestions: what is typed while the mode is on changes nothing, and stands in the text as a proposal with who made it and when. Who that
// is the server looks at (`src/guard`): nobody proposes in another's name.
import {
  applySuggestion,
  applySuggestions,
  disableSuggestChanges,
  enableSuggestChanges,
  isSuggestChangesEnabled,
  revertSuggestion,
  revertSuggestions,
  suggestChanges,
  suggestChangesKey,
  transformToSuggestionTransaction,
} from '@handlewithcare/prosemirror-suggest-changes';
import { type Editor, Extension, Mark } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { uuidv7 } from '../../rt/uuid';
import { merkzoeker } from '../tekst/merken';

const SOORTEN = ['insertion', 'deletion', 'modification'] as const;
type Soort = (typeof SOORTEN)[number];
const isVoorstel = (naam: string): naam is Soort => (SOORTEN as readonly string[]).includes(naam);

const id = { default: null, renderHTML: (a: Record<string, unknown>) => ({ 'data-voorstel': a.id }) };

const mark = (name: Soort, tag: string, excludes: string) =>
  Mark.create({
    name,
    excludes,
    inclusive: false,
    addAttributes: () =>
      name === 'modification'
        ? {
            id,
            type: { default: null, rendered: false },
            attrName: { default: null, rendered: false },
            previousValue: { default: null, rendered: false },
            newValue: { default: null, rendered: false },
          }
        : { id },
    // Pasted markup makes no proposals.
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, class: `voorstel voorstel--${name}` }, 0],
  });

export const Voorstelmarks = [
  mark('insertion', 'ins', 'deletion modification insertion'),
  mark('deletion', 'del', 'insertion modification deletion'),
  mark('modification', 'span', 'deletion insertion'),
];

/** Who made a proposal and when: both are in its id. */
export function vanId(voorstel: string): { door: string; op: Date } | undefined {
  const [door, uuid] = voorstel.split(':');
  if (!door || !uuid) return undefined;
  return { door, op: new Date(Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)) };
}

/** Not what came in from others, what is taken back, or what says of itself that it is no proposal. */
function isEigenWijziging(tr: Transaction): boolean {
  const skip = (tr.getMeta(suggestChangesKey) as object | undefined) ?? {};
  return tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined && !('skip' in skip);
}

/**
 * What was done, as a proposal of `ik`. The library takes over the id of a proposal that stands next to it, whoever made that one, and
 * joins two that meet: here each stays of who made it.
 */
export function alsVoorstel(tr: Transaction, state: EditorState, ik: string): Transaction {
  const eigen = `${ik}:${uuidv7()}`;
  const made = transformToSuggestionTransaction(tr, state, () => eigen);
  const steps = made.steps.flatMap((step, i) => eigenStap(step, made.steps[i - 1], ik, eigen));
  if (steps.every((step, i) => step === made.steps[i])) return made;
  const next = state.tr;
  for (const step of steps) next.step(step);
  Object.assign(next, { meta: (made as unknown as { meta: object }).meta });
  next.setSelection(made.selection.map(next.doc, next.mapping.slice(next.steps.length)));
  if (made.scrolledIntoView) next.scrollIntoView();
  if (made.storedMarksSet) next.setStoredMarks(made.storedMarks);
  return next;
}

function eigenStap(step: Step, before: Step | undefined, ik: string, eigen: string): Step[] {
  // Joining: the mark of a neighbour is taken off and put on again under another id.
  if (step instanceof RemoveMarkStep && isVoorstel(step.mark.type.name)) return [];
  if (!(step instanceof AddMarkStep) || !isVoorstel(step.mark.type.name)) return [step];
  const joins = before instanceof RemoveMarkStep && before.from === step.from && before.to === step.to;
  if (joins) return [];
  const of = vanId(String(step.mark.attrs.id))?.door;
  if (of === ik) return [step];
  return [new AddMarkStep(step.from, step.to, step.mark.type.create({ ...step.mark.attrs, id: eigen }))];
}

export const heeftVoorstel = merkzoeker(isVoorstel);

/** The library reads the whole text at every key for what is proposed in it: here only when there is something. */
function zuinig({ spec }: Plugin): Plugin {
  const { decorations } = spec.props ?? {};
  return new Plugin({
    ...spec,
    props: {
      ...spec.props,
      decorations(state) {
        return heeftVoorstel(state.doc) ? decorations?.call(this, state) : null;
      },
    },
  });
}

export const Voorstellen = Extension.create<{ ik: string }>({
  name: 'voorstellen',
  addProseMirrorPlugins: () => [zuinig(suggestChanges())],
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor.view;
    const proposes = isSuggestChangesEnabled(state) && isEigenWijziging(transaction);
    next(proposes ? alsVoorstel(transaction, state, this.options.ik) : transaction);
  },
});

export const steltVoor = (editor: Editor) => isSuggestChangesEnabled(editor.state);

export function zetVoorstellen(editor: Editor, aan: boolean) {
  const { state, view } = editor;
  (aan ? enableSuggestChanges : disableSuggestChanges)(state, view.dispatch);
}

export interface Voorstel {
  id: string;
  soort: Soort;
  erbij: string;
  weg: string;
  from: number;
  to: number;
}

/** The proposals in a text, in its order. */
export function voorstellenIn(doc: PmNode): Voorstel[] {
  const found = new Map<string, Voorstel>();
  doc.descendants((node, pos) => {
    if (!heeftVoorstel(node)) return false;
    const own = node.marks.find((m) => isVoorstel(m.type.name));
    if (own) {
      const key = String(own.attrs.id);
      const soort = own.type.name as Soort;
      const known = found.get(key) ?? { id: key, soort, erbij: '', weg: '', from: pos, to: pos };
      const words = (node.isText ? (node.text ?? '') : node.textContent).replace(/\u200b/g, '¶');
      if (soort === 'insertion') known.erbij += words;
      if (soort === 'deletion') known.weg += words;
      known.to = pos + node.nodeSize;
      found.set(key, known);
      return false;
    }
    return !node.isText;
  });
  return [...found.values()];
}

/** Takes one over or turns it down; without an id all of them. */
export function beslis(editor: Editor, neem: boolean, voorstel?: string) {
  const { state, view } = editor;
  if (voorstel === undefined) (neem ? applySuggestions : revertSuggestions)(state, view.dispatch);
  else (neem ? applySuggestion(voorstel) : revertSuggestion(voorstel))(state, view.dispatch);
}
