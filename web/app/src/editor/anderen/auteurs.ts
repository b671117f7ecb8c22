// Shows beside each block who wrote it, when that is asked: on the blocks that are on the screen or near it, since what a key costs grows with
// the blocks that carry something. On paper all of them.
import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { DocumentProvider } from '../../rt/document/document';
import { nl } from '../../teksten/werk';
import { leesCaret } from './caret';
import { type Alinea, leesAlineas } from './schrijvers';
import { type Bereik, bereikVan, geheel, isBinnen } from './zicht';

interface Getoond {
  /** Undefined while nobody asks. */
  bereik: Bereik | undefined;
  alineas: Alinea[];
  set: DecorationSet;
}

export const alineasKey = new PluginKey<Getoond>('alineas');
/** Meta on a transaction: the authors of these blocks are asked, or of none any more. */
const ALINEAS_OPNIEUW = 'alineasOpnieuw';

/** Nothing changed for so long, and the authors are counted. */
const RUST_MS = 150;

const NIEMAND: Getoond = { bereik: undefined, alineas: [], set: DecorationSet.empty };

export interface AuteurOptions {
  provider: DocumentProvider;
  plek: (id: string | undefined) => number;
  toon: () => boolean;
}

/** The switch moved, or others are on the screen than before. */
export function telAuteurs(view: EditorView, toon: boolean) {
  const bereik = toon ? bereikNu(view) : undefined;
  if (!bereik && !alineasKey.getState(view.state)?.bereik) return;
  leesCaret(view);
  view.dispatch(view.state.tr.setMeta(ALINEAS_OPNIEUW, { bereik }).setMeta('addToHistory', false));
}

const opPapier = () => window.matchMedia('print').matches;

const bereikNu = (view: EditorView): Bereik => (opPapier() ? geheel(view.state.doc) : bereikVan(view, 2));

export const Auteurs = Extension.create<AuteurOptions>({
  name: 'auteurs',
  addProseMirrorPlugins() {
    const { provider, plek, toon } = this.options;
    const fragment = provider.doc.getXmlFragment('default');
    const make = (doc: PmNode, bereik: Bereik | undefined): Getoond => {
      if (!bereik) return NIEMAND;
      const alineas = leesAlineas(doc, fragment, provider.getState().auteurs, bereik);
      return {
        bereik,
        alineas,
        set: DecorationSet.create(
          doc,
          alineas.flatMap((a) => kleur(a, plek)),
        ),
      };
    };
    return [
      new Plugin<Getoond>({
        key: alineasKey,
        state: {
          init: () => NIEMAND,
          apply: (tr, old) => {
            const gevraagd = tr.getMeta(ALINEAS_OPNIEUW) as { bereik: Bereik | undefined } | undefined;
            if (gevraagd) return make(tr.doc, gevraagd.bereik);
            if (!tr.docChanged || !old.bereik) return old;
            // What comes from others takes the place of the whole text: nothing can be carried over.
            if (tr.getMeta(ySyncPluginKey) !== undefined) return make(tr.doc, old.bereik);
            return mee(old, old.bereik, tr);
          },
        },
        props: { decorations: (state) => alineasKey.getState(state)?.set },
        view: (view) => volg(view, provider, toon),
      }),
    ];
  },
});

const kleur = ({ from, to, door }: Alinea, plek: AuteurOptions['plek']): Decoration[] =>
  door
    ? [
        Decoration.node(from, to, {
          class: `alinea p${plek(door.id)}`,
          'data-auteur': nl.voornaam(door.naam),
        }),
      ]
    : [];

/** What one types oneself only moves what is shown. */
const mee = (old: Getoond, bereik: Bereik, { mapping, doc }: Transaction): Getoond => ({
  bereik: { from: mapping.map(bereik.from, -1), to: mapping.map(bereik.to) },
  alineas: old.alineas.map((a) => ({ ...a, from: mapping.map(a.from), to: mapping.map(a.to, -1) })),
  set: old.set.map(mapping, doc),
});

/** Counts anew at rest, when other blocks come on the screen, and before and after the text goes to paper. */
function volg(view: EditorView, provider: DocumentProvider, toon: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const tel = () => {
    if (toon() && !view.isDestroyed) telAuteurs(view, true);
  };
  const later = () => {
    if (!toon()) return;
    clearTimeout(timer);
    timer = setTimeout(tel, RUST_MS);
  };
  const verschoven = () => {
    if (!toon() || frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const bereik = view.isDestroyed ? undefined : alineasKey.getState(view.state)?.bereik;
      if (bereik && !isBinnen(bereikVan(view, 0), bereik)) tel();
    });
  };
  const papier = window.matchMedia('print');
  const sluit = new AbortController();
  papier.addEventListener('change', tel, { signal: sluit.signal });
  // Whatever scrolls: the page, or the text beside the dossier.
  window.addEventListener('scroll', verschoven, { capture: true, passive: true, signal: sluit.signal });
  window.addEventListener('resize', verschoven, { signal: sluit.signal });
  provider.doc.on('update', later);
  const off = provider.listen(later);
  later();
  return {
    destroy: () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      sluit.abort();
      provider.doc.off('update', later);
      off();
    },
  };
}
