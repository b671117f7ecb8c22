// Where colleagues are in the text: a line with a flag that shows their name for a moment.
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  relativePositionToAbsolutePosition,
  setMeta,
  yCursorPlugin,
  yCursorPluginKey,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentProvider } from '../../rt/document/document';
import { nl } from '../../teksten/werk';
import { vasteKeuze } from '../tekst/plek';

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
    const getekend = yCursorPlugin(provider.awareness, {
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
    }) as Plugin;
    return [
      new Plugin({ ...getekend.spec, view: (view: EditorView) => volg(view, provider) }),
      flags(provider),
    ];
  },
});

interface Gewijzigd {
  added: number[];
  updated: number[];
  removed: number[];
}

/** What the plugin itself would do, with two things less: one's own caret draws none anew, and where it is costs no walk past all blocks. */
function volg(view: EditorView, { awareness }: DocumentProvider) {
  const hoor = ({ added, updated, removed }: Gewijzigd) => {
    const anderen = [...added, ...updated, ...removed].some((id) => id !== awareness.clientID);
    if (anderen && !view.isDestroyed) setMeta(view, yCursorPluginKey, { awarenessUpdated: true });
  };
  const zeg = () => zegCaret(view, awareness, false);
  awareness.on('change', hoor);
  view.dom.addEventListener('focusin', zeg);
  view.dom.addEventListener('focusout', zeg);
  return {
    update: (now: EditorView, was: EditorState) => {
      const vanAnderen = ySyncPluginKey.getState(now.state)?.isChangeOrigin && !was.doc.eq(now.state.doc);
      zegCaret(now, awareness, Boolean(vanAnderen));
    },
    destroy: () => {
      view.dom.removeEventListener('focusin', zeg);
      view.dom.removeEventListener('focusout', zeg);
      awareness.off('change', hoor);
      awareness.setLocalStateField(VELD, null);
    },
  };
}

/** Where others read one's caret. */
const VELD = 'cursor';

function zegCaret(view: EditorView, awareness: Awareness, ook: boolean) {
  const stand = ySyncPluginKey.getState(view.state);
  if (!stand?.binding) return;
  const { binding, doc, type } = stand;
  const nu = awareness.getLocalState()?.[VELD] as { anchor: unknown; head: unknown } | null | undefined;
  if (view.hasFocus()) {
    const { anchor, head } = vasteKeuze(binding, view.state);
    const zelfde = (was: unknown, is: Y.RelativePosition) =>
      Y.compareRelativePositions(Y.createRelativePositionFromJSON(was), is);
    if (ook || !nu || !zelfde(nu.anchor, anchor) || !zelfde(nu.head, head)) {
      awareness.setLocalStateField(VELD, { anchor, head });
    }
  } else if (nu) {
    // Only what this text can place is taken away.
    const plek = Y.createRelativePositionFromJSON(nu.anchor);
    if (relativePositionToAbsolutePosition(doc, type, plek, binding.mapping) !== null) {
      awareness.setLocalStateField(VELD, null);
    }
  }
}

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
