// Where colleagues are in the text: a line with a flag that shows their name for a moment.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { DocumentProvider } from '../../rt/document/document';
import { nl } from '../../teksten/werk';

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
