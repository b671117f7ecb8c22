// What lies beside the text, whichever part of it one chose.
import type { Editor } from '@tiptap/core';
import type { DocumentWat, Ik, PersoonWat, ZaakAntwoord } from '../api/types';
import type { DocumentProvider } from '../rt/document/document';
import { Dossier } from './Dossier';
import { Kantlijn } from './kantlijn/Kantlijn';
import { Opmerkingen } from './kantlijn/Opmerkingen';
import type { Kantlijnstand } from './kantlijn/useKantlijn';
import { Versies } from './versies/Versies';
import { Voorstellenlijst } from './voorstel/Voorstellenlijst';

export interface NaastProps {
  wat: DocumentWat;
  ik: Ik;
  editor: Editor | null;
  provider: DocumentProvider;
  stand: Kantlijnstand;
  schrijfbaar: boolean;
  persoon: PersoonWat | undefined;
  zaak: ZaakAntwoord | undefined;
}

export function Naast({ wat, ik, editor, provider, stand, schrijfbaar, persoon, zaak }: NaastProps) {
  const { deel, kantlijn, voorstellen } = stand;
  return (
    <Kantlijn deel={deel} kies={stand.zetDeel} opmerkingen={stand.open} voorstellen={voorstellen.length}>
      {deel === 'dossier' && <Dossier wat={wat} ik={ik} persoon={persoon} zaak={zaak} />}
      {deel === 'opmerkingen' && (
        <Opmerkingen
          wat={wat}
          ik={ik}
          editor={editor}
          kantlijn={kantlijn}
          plekken={stand.plekken}
          actief={stand.actief}
          nieuw={stand.nieuw}
          klaar={() => stand.zetNieuw(undefined)}
        />
      )}
      {deel === 'voorstellen' && <Voorstellenlijst wat={wat} editor={editor} voorstellen={voorstellen} />}
      {deel === 'versies' && (
        <Versies
          wat={wat}
          editor={editor}
          provider={provider}
          kantlijn={kantlijn}
          schrijfbaar={schrijfbaar}
        />
      )}
    </Kantlijn>
  );
}
