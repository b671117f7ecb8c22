// What the editor adds to the text without being in it: carets of colleagues, who wrote which block.
import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Door } from '../api/types';
import type { DocumentProvider } from '../rt/document';
import { nl } from '../teksten/werk';

// ---- where the user is ----

/**
 * The browser tells of a click a moment after it moved the caret. What is drawn in between puts the caret back where it was, and the next
 * letters go there. So the editor is told to look before anything is drawn that the user did not do.
 */
function leesCaret(view: EditorView) {
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

// ---- carets ----

/** A flag shows the name so long after a movement, then the line alone stays (C3). */
const VLAG_MS = 3_000;

export interface CaretOptions {
  provider: DocumentProvider;
  plek: (id: string | undefined) => number;
}

export const Carets = Extension.create<CaretOptions>({
  name: 'carets',
  addProseMirrorPlugins() {
    const { provider, plek } = this.options;
    return [
      yCursorPlugin(provider.awareness, {
        cursorBuilder: (user, clientId) => {
          const caret = document.createElement('span');
          caret.className = `caret p${plek(user?.id)}`;
          caret.dataset.caret = String(clientId);
          // Read aloud it would stand in the middle of a sentence.
          caret.setAttribute('aria-hidden', 'true');
          caret.contentEditable = 'false';
          const flag = document.createElement('b');
          flag.textContent = nl.voornaam(user?.name ?? '');
          caret.append(flag);
          return caret;
        },
        selectionBuilder: (user) => ({ class: `selectie p${plek(user?.id)}` }),
      }),
      flags(provider),
    ];
  },
});

function flags(provider: DocumentProvider) {
  return new Plugin({
    view: (view) => {
      const timers = new Map<number, ReturnType<typeof setTimeout>>();
      const places = new Map<number, string>();
      const paint = (client: number, on: boolean) => {
        view.dom.querySelector(`[data-caret="${client}"]`)?.classList.toggle('caret--vlag', on);
      };
      const moved = () => {
        for (const [client, state] of provider.awareness.getStates()) {
          const place = JSON.stringify(state.cursor ?? null);
          if (client === provider.doc.clientID || places.get(client) === place) continue;
          places.set(client, place);
          clearTimeout(timers.get(client));
          timers.set(
            client,
            setTimeout(() => {
              timers.delete(client);
              paint(client, false);
            }, VLAG_MS),
          );
        }
      };
      provider.awareness.on('change', moved);
      return {
        // The decorations are drawn anew with each change; the flags go back on those that still have time.
        update: () => {
          for (const client of timers.keys()) paint(client, true);
        },
        destroy: () => {
          provider.awareness.off('change', moved);
          for (const timer of timers.values()) clearTimeout(timer);
        },
      };
    },
  });
}

// ---- who wrote which block ----

export interface Alinea {
  from: number;
  to: number;
  /** Undefined for what nobody has written in. */
  door: Door | undefined;
}

export const alineasKey = new PluginKey<{ alineas: Alinea[]; set: DecorationSet }>('alineas');
/** Meta on a transaction: the authors came in, or the switch moved. */
export const ALINEAS_OPNIEUW = 'alineasOpnieuw';

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
      const alineas = toon() ? readAlineas(doc, fragment, provider.getState().auteurs) : [];
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

const REKEN_MS = 150;

/** Walks the shared text and the shown one side by side; where they differ for a moment, a block has no author. */
function readAlineas(
  doc: PmNode,
  fragment: Y.XmlFragment,
  auteurs: ReadonlyMap<number, Door | null>,
): Alinea[] {
  const found: Alinea[] = [];
  const walk = (node: PmNode, shared: Y.XmlFragment, start: number) => {
    const elements = shared.toArray().filter((c): c is Y.XmlElement => c instanceof Y.XmlElement);
    let i = 0;
    node.forEach((child, offset) => {
      const element = elements[i];
      i += 1;
      if (!element || element.nodeName !== child.type.name) return;
      const from = start + offset;
      if (child.type.name === 'sectieKop') return;
      if (child.isTextblock) found.push({ from, to: from + child.nodeSize, door: author(element, auteurs) });
      else if (!child.isLeaf) walk(child, element, from + 1);
    });
  };
  walk(doc, fragment, 0);
  return found;
}

/** Whoever wrote most of the characters that stand there now. */
function author(element: Y.XmlElement, auteurs: ReadonlyMap<number, Door | null>): Door | undefined {
  const count = new Map<string, { door: Door; n: number }>();
  const add = (client: number, n: number) => {
    const door = auteurs.get(client);
    if (!door) return;
    const sum = count.get(door.id) ?? { door, n: 0 };
    sum.n += n;
    count.set(door.id, sum);
  };
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) continue;
    for (let item = child._start; item !== null; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString) add(item.id.client, item.length);
    }
  }
  return [...count.values()].sort((a, b) => b.n - a.n)[0]?.door;
}
