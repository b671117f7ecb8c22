// Remarks beside the text, in the order of their words; those that were dealt with are put away, not gone.
import type { Editor } from '@tiptap/core';
import type { DocumentWat, Ik, KantlijnWat, OpmerkingWat, Uitgevoerd } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { type Gekozen, gaNaarPlek, type Plek, zetAnker } from './anker';
import { Draad } from './Draad';
import { Opmerkvorm } from './Opmerkvorm';

const t = nl.kantlijn.opmerking;

export interface OpmerkingenProps {
  wat: DocumentWat;
  ik: Ik;
  editor: Editor | null;
  kantlijn: KantlijnWat | undefined;
  plekken: Map<string, Plek>;
  actief: string | undefined;
  /** Words that were chosen for a new remark. */
  nieuw: Gekozen | undefined;
  klaar: () => void;
}

export function Opmerkingen({ wat, ik, editor, kantlijn, plekken, actief, nieuw, klaar }: OpmerkingenProps) {
  if (!kantlijn) return <p className="quiet">{t.wachten}</p>;
  const orde = (o: OpmerkingWat) => plekken.get(o.id)?.from ?? Number.MAX_SAFE_INTEGER;
  const alle = [...kantlijn.opmerkingen].sort((a, b) => orde(a) - orde(b));
  const open = alle.filter((o) => !o.afgehandeld);
  const dicht = alle.filter((o) => o.afgehandeld);
  const draad = (o: OpmerkingWat) => {
    const plek = plekken.get(o.id);
    return (
      <li key={o.id}>
        <Draad
          document={wat.id}
          opmerking={o}
          ik={ik}
          deelnemers={wat.deelnemers}
          actief={actief === o.id}
          ganaar={plek && editor ? () => gaNaarPlek(editor, plek) : undefined}
        />
      </li>
    );
  };
  return (
    <div className="kantlijnvak">
      {nieuw && editor && <Nieuw wat={wat} ik={ik} editor={editor} gekozen={nieuw} klaar={klaar} />}
      {open.length > 0 && <ul className="draden">{open.map(draad)}</ul>}
      {open.length === 0 && !nieuw && (
        <p className="quiet sm">
          {t.leeg} {t.leegUitleg}
        </p>
      )}
      {dicht.length > 0 && (
        <details className="afgehandeld">
          <summary>{t.afgehandeld(dicht.length)}</summary>
          <ul className="draden">{dicht.map(draad)}</ul>
        </details>
      )}
    </div>
  );
}

interface NieuwProps {
  wat: DocumentWat;
  ik: Ik;
  editor: Editor;
  gekozen: Gekozen;
  klaar: () => void;
}

/** First the remark, then its mark: should the mark not come, the remark has the words with it. */
function Nieuw({ wat, ik, editor, gekozen, klaar }: NieuwProps) {
  const { run, bezig } = useOpdracht();
  return (
    <section className="draad draad--nieuw" aria-label={t.nieuw}>
      <p className="sm quiet">{t.over}</p>
      <blockquote className="citaat sm">{gekozen.citaat}</blockquote>
      <Opmerkvorm
        ik={ik}
        deelnemers={wat.deelnemers}
        label={t.tekst}
        knop={t.plaats}
        bezig={bezig}
        sluit={() => {
          klaar();
          editor.commands.focus();
        }}
        doe={async (tekst, genoemd) => {
          const body = { citaat: gekozen.citaat, tekst, genoemd };
          const done = await run<Uitgevoerd>(`/documenten/${wat.id}/opmerkingen`, body);
          if (!done) return;
          zetAnker(editor, done.id, gekozen.plek());
          klaar();
          omroep.zeg('opmerking', t.geplaatst);
          editor.commands.focus();
        }}
      />
    </section>
  );
}
