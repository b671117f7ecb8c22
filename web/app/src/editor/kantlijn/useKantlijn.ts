// What the page knows of what lies beside its text: remarks, proposals, and which of it is looked at now.
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { DocumentWat, KantlijnWat } from '../../api/types';
import { useVraag } from '../../route';
import { useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { useTraag } from '../traag';
import { type Voorstel, voorstellenIn } from '../voorstel/voorstellen';
import { Ankerkleur, ankers, bijCaret, type Gekozen, kies, type Plek } from './anker';
import type { Deel } from './Kantlijn';

const GEEN_PLEK = new Map<string, Plek>();
const GEEN_VOORSTEL: Voorstel[] = [];

export interface Kantlijnstand {
  deel: Deel;
  zetDeel: (deel: Deel) => void;
  kantlijn: KantlijnWat | undefined;
  open: number;
  plekken: Map<string, Plek>;
  voorstellen: Voorstel[];
  actief: string | undefined;
  nieuw: Gekozen | undefined;
  zetNieuw: (nieuw: Gekozen | undefined) => void;
}

export function useKantlijn(wat: DocumentWat, editor: Editor | null): Kantlijnstand {
  // From the bell one comes to the remark itself.
  const gevraagd = useVraag().get('opmerking') ?? undefined;
  const [deel, zetDeel] = useState<Deel>(gevraagd ? 'opmerkingen' : 'dossier');
  const [actief, zetActief] = useState<string | undefined>(gevraagd);
  const [nieuw, zetNieuw] = useState<Gekozen>();
  useEffect(() => {
    if (!gevraagd) return;
    zetDeel('opmerkingen');
    zetActief(gevraagd);
  }, [gevraagd]);
  const view = useView<KantlijnWat>(`document/${wat.id}@kantlijn`);
  const kantlijn = view.stand === 'klaar' ? view.b : undefined;
  const plekken = useTraag(editor, ankers, GEEN_PLEK);
  const voorstellen = useTraag(editor, voorstellenIn, GEEN_VOORSTEL);
  const openIds = (kantlijn?.opmerkingen ?? []).filter((o) => !o.afgehandeld).map((o) => o.id);
  useBijCaret(editor, openIds, zetActief);
  useAnkerkleur(openIds, actief);
  return { deel, zetDeel, kantlijn, open: openIds.length, plekken, voorstellen, actief, nieuw, zetNieuw };
}

/** A remark on the chosen words; without words it is said what to do. */
export function opmerken(editor: Editor | null, stand: Kantlijnstand) {
  const gekozen = editor && kies(editor);
  if (!gekozen) {
    omroep.zeg('opmerking', nl.kantlijn.opmerking.kiesEerst);
    return;
  }
  stand.zetDeel('opmerkingen');
  stand.zetNieuw(gekozen);
}

/** The remark at whose words the caret is. */
function useBijCaret(editor: Editor | null, open: string[], zet: (id: string | undefined) => void) {
  const nu = useRef(open);
  nu.current = open;
  useEffect(() => {
    if (!editor) return undefined;
    const kijk = () => {
      const hier = bijCaret(editor).find((id) => nu.current.includes(id));
      if (hier) zet(hier);
    };
    editor.on('selectionUpdate', kijk);
    return () => {
      editor.off('selectionUpdate', kijk);
    };
  }, [editor, zet]);
}

function useAnkerkleur(open: string[], actief: string | undefined) {
  const [kleur] = useState(() => new Ankerkleur());
  const key = open.join();
  useEffect(() => {
    kleur.zet(key === '' ? [] : key.split(','), actief);
  }, [kleur, key, actief]);
  useEffect(() => () => kleur.weg(), [kleur]);
}
