// A version as a text of its own, and how it comes back: by an ordinary change in the name of who does it. History is never written over.

import { revertSuggestions, suggestChangesKey } from '@handlewithcare/prosemirror-suggest-changes';
import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { BASE, Probleem, readProblem, vraag } from '../../api/http';
import type { DocumentProvider } from '../../rt/document/document';

/** What is not JSON: a version of a text. */
async function haalBytes(path: string): Promise<Uint8Array> {
  const response = await vraag(`${BASE}${path}`, { headers: { Accept: 'application/octet-stream' } });
  if (!response.ok) throw new Probleem(readProblem(response.status, await response.text()));
  return new Uint8Array(await response.arrayBuffer());
}

export async function haalVersie(editor: Editor, document: string, seq: number): Promise<PmNode> {
  const bytes = await haalBytes(`/documenten/${document}/versie?seq=${seq}`);
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('default'), editor.schema);
  } finally {
    doc.destroy();
  }
}

/** The blocks of a text as lines, without what is only proposed; a field reads as its value. */
export function blokken(doc: PmNode): string[] {
  const found: string[] = [];
  zonderVoorstellen(doc).descendants((node) => {
    if (!node.isTextblock && node.type.name !== 'sectieKop') return true;
    const tekst = node.textBetween(0, node.content.size, '', (leaf) =>
      leaf.type.name === 'veld' ? String(leaf.attrs.waarde ?? '') : ' ',
    );
    found.push(tekst.replace(/\u200b/g, ''));
    return false;
  });
  return found.filter((tekst) => tekst.trim() !== '');
}

/** A text without what was proposed in it and not taken over: those proposals are of then, and of others. */
function zonderVoorstellen(doc: PmNode): PmNode {
  let zonder = doc;
  revertSuggestions(EditorState.create({ doc }), (tr) => {
    zonder = tr.doc;
  });
  return zonder;
}

/** Only what differs is put in, so that what did not change keeps its author. `false` when it could not be. */
export function zetTerug(editor: Editor, versie: PmNode): boolean {
  const oud = zonderVoorstellen(versie);
  const nu = editor.state.doc;
  const start = nu.content.findDiffStart(oud.content);
  const eind = nu.content.findDiffEnd(oud.content);
  if (start === null || !eind) return true;
  const over = Math.max(0, start - Math.min(eind.a, eind.b));
  const { tr } = editor.state;
  try {
    // As it is, without being made to fit: both have the same sections, and what lies between may reach over a heading.
    tr.step(new ReplaceStep(start, eind.a + over, oud.slice(start, eind.b + over)));
  } catch {
    return false;
  }
  if (!tr.doc.eq(oud)) return false;
  const before = editor.state;
  editor.view.dispatch(tr.setMeta(suggestChangesKey, { skip: true }));
  return editor.state !== before && editor.state.doc.eq(oud);
}

/** Resolves when the server has all that was done. */
export function opgeslagen(provider: DocumentProvider): Promise<void> {
  return new Promise((klaar) => {
    const kijk = () => {
      if (provider.getState().onbewaard > 0) return false;
      klaar();
      return true;
    };
    if (kijk()) return;
    const off = provider.listen(() => {
      if (kijk()) off();
    });
  });
}
