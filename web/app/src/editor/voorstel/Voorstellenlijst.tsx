// The proposals in the text, to take over or turn down one by one or all at once.
import type { Editor } from '@tiptap/core';
import type { DocumentWat } from '../../api/types';
import { wanneer } from '../../datum';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';
import { gaNaarPlek } from '../kantlijn/anker';
import { beslis, type Voorstel, vanId } from './voorstellen';

const t = nl.kantlijn.voorstel;

export interface VoorstellenlijstProps {
  wat: DocumentWat;
  editor: Editor | null;
  voorstellen: Voorstel[];
}

export function Voorstellenlijst({ wat, editor, voorstellen }: VoorstellenlijstProps) {
  if (voorstellen.length === 0) {
    return (
      <p className="quiet sm kantlijnvak">
        {t.leeg} {t.leegUitleg}
      </p>
    );
  }
  const mag = editor?.isEditable ?? false;
  const doe = (neem: boolean, id?: string) => {
    if (!editor) return;
    beslis(editor, neem, id);
    const n = id === undefined ? voorstellen.length : 1;
    omroep.zeg('voorstel', neem ? t.overgenomen(n) : t.afgewezen(n));
  };
  return (
    <div className="kantlijnvak">
      <p className="sm quiet">{t.open}</p>
      {mag && voorstellen.length > 1 && (
        <div className="knoppen">
          <Knop soort="tweede" klein onClick={() => doe(true)}>
            {t.alles}
          </Knop>
          <Knop soort="tweede" klein onClick={() => doe(false)}>
            {t.niets}
          </Knop>
        </div>
      )}
      <ul className="draden">
        {voorstellen.map((v) => (
          <li key={v.id}>
            <Een wat={wat} voorstel={v} editor={editor} doe={mag ? doe : undefined} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface EenProps {
  wat: DocumentWat;
  voorstel: Voorstel;
  editor: Editor | null;
  doe: ((neem: boolean, id: string) => void) | undefined;
}

const kort = (words: string) => (words.length > 120 ? `${words.slice(0, 119)}…` : words);

function Een({ wat, voorstel, editor, doe }: EenProps) {
  const now = useNu();
  const made = vanId(voorstel.id);
  const door =
    wat.deelnemers.find((d) => d.id === made?.door) ??
    wat.auteurs.find((a) => a.door?.id === made?.door)?.door;
  const naam = door?.naam ?? t.iemand;
  const omschrijving =
    [voorstel.weg && `${t.weg} ${kort(voorstel.weg)}`, voorstel.erbij && `${t.erbij} ${kort(voorstel.erbij)}`]
      .filter(Boolean)
      .join(', ') || t.anders;
  return (
    <article className="draad" aria-label={`${naam}: ${omschrijving}`} data-voorstel-rij={voorstel.id}>
      <div className="mens opmerkwoord">
        <Stoel naam={naam} id={door?.id} />
        <p className="sm">
          <strong>{naam}</strong>{' '}
          {made && <span className="quiet">{wanneer(made.op.toISOString(), now)}</span>}
        </p>
      </div>
      {voorstel.weg && (
        <p className="sm">
          {t.weg}: <del className="voorstel voorstel--deletion">{kort(voorstel.weg)}</del>
        </p>
      )}
      {voorstel.erbij && (
        <p className="sm">
          {t.erbij}: <ins className="voorstel voorstel--insertion">{kort(voorstel.erbij)}</ins>
        </p>
      )}
      {!voorstel.weg && !voorstel.erbij && <p className="sm">{t.anders}</p>}
      <div className="knoppen">
        {doe && (
          <>
            <Knop
              soort="tweede"
              klein
              aria-label={t.neemOverVan(omschrijving, naam)}
              onClick={() => doe(true, voorstel.id)}
            >
              {t.neemOver}
            </Knop>
            <Knop
              soort="tweede"
              klein
              aria-label={t.wijsAfVan(omschrijving, naam)}
              onClick={() => doe(false, voorstel.id)}
            >
              {t.wijsAf}
            </Knop>
          </>
        )}
        {editor && (
          <Knop soort="stil" klein onClick={() => gaNaarPlek(editor, voorstel)}>
            {nl.kantlijn.opmerking.ganaar}
          </Knop>
        )}
      </div>
    </article>
  );
}
