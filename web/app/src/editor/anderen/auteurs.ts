// Shows beside each block who wrote it.
import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { DocumentProvider } from '../../rt/document/document';
import { nl } from '../../teksten/werk';
import { leesCaret } from './caret';
import { type Alinea, leesAlineas } from './schrijvers';

export const alineasKey = new PluginKey<{ alineas: Alinea[]; set: DecorationSet }>('alineas');
/** Meta on a transaction: the authors came in, or the switch moved. */
export const ALINEAS_OPNIEUW = 'alineasOpnieuw';

/** At rest for so long, and the blocks are counted. */
const REKEN_MS = 150;

export interface AuteurOptions {
  provider: DocumentProvider;
  plek: (id: string | undefined) => number;
  toon: () => boolean;
}

export const Auteurs = Extension.create<AuteurOptions>({
  name: 'auteurs',
  addProseMirrorPlugins() {
    const { provider, plek, toon } = this.options;
    const fragment = provider.doc.getXmlFragment('default');
    const make = (doc: PmNode) => {
      const alineas = toon() ? leesAlineas(doc, fragment, provider.getState().auteurs) : [];
      const set = DecorationSet.create(
        doc,
        alineas
          .filter((a) => a.door)
          .map((a) =>
            Decoration.node(a.from, a.to, {
              class: `alinea p${plek(a.door?.id)}`,
              'data-auteur': nl.voornaam(a.door?.naam ?? ''),
            }),
          ),
      );
      return { alineas, set };
    };
    return [
      new Plugin({
        key: alineasKey,
        state: {
          init: (_, state) => make(state.doc),
          apply: (tr, old, _before, state) => {
            if (tr.getMeta(ALINEAS_OPNIEUW)) return make(state.doc);
            if (tr.docChanged) {
              return {
                alineas: old.alineas.map((a) => ({
                  ...a,
                  from: tr.mapping.map(a.from),
                  to: tr.mapping.map(a.to, -1),
                })),
                set: old.set.map(tr.mapping, tr.doc),
              };
            }
            return old;
          },
        },
        props: { decorations: (state) => alineasKey.getState(state)?.set },
        view: (view) => {
          // Counted when the shared text is at rest, not at every key: a long document has many blocks.
          let timer: ReturnType<typeof setTimeout> | undefined;
          const later = () => {
            timer ??= setTimeout(() => {
              timer = undefined;
              if (view.isDestroyed) return;
              leesCaret(view);
              view.dispatch(view.state.tr.setMeta(ALINEAS_OPNIEUW, true).setMeta('addToHistory', false));
            }, REKEN_MS);
          };
          later();
          provider.doc.on('update', later);
          const off = provider.listen(later);
          return {
            destroy: () => {
              clearTimeout(timer);
              provider.doc.off('update', later);
              off();
            },
          };
        },
      }),
    ];
  },
});
