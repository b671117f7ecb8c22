// Two versions held against each other, in words as well as in colour; and the older one to put back.
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useId, useMemo, useState } from 'react';
import type { DocumentWat, Uitgevoerd, VersieRij } from '../../api/types';
import type { DocumentProvider } from '../../rt/document/document';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { titelVan } from './Versies';
import { type Regel, regels } from './verschil';
import { blokken, haalVersie, opgeslagen, zetTerug } from './versie';

const t = nl.kantlijn.versie;
const NU = 0;
const NAAM_MAX = 80;

export interface VergelijkingProps {
  wat: DocumentWat;
  editor: Editor;
  provider: DocumentProvider;
  versies: VersieRij[];
  begin: VersieRij;
  schrijfbaar: boolean;
  sluit: () => void;
}

export function Vergelijking({
  wat,
  editor,
  provider,
  versies,
  begin,
  schrijfbaar,
  sluit,
}: VergelijkingProps) {
  const [oud, setOud] = useState(begin.seq);
  const [nieuw, setNieuw] = useState(NU);
  const [van, naar] = [useTekst(editor, wat.id, oud), useTekst(editor, wat.id, nieuw)];
  const verschil = useMemo(
    () => (van.data && naar.data ? regels(van.data, naar.data) : undefined),
    [van.data, naar.data],
  );
  const fout = van.error ?? naar.error;
  const gekozen = versies.find((v) => v.seq === oud);
  return (
    <Dialoog titel={t.titel} sluit={sluit}>
      <div className="vergelijk">
        <div className="vergelijkkeuze">
          <Keuze label={t.oud} versies={versies} waarde={oud} kies={setOud} />
          <Keuze label={t.nieuw} versies={versies} waarde={nieuw} kies={setNieuw} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
        <section className="vergelijktekst" aria-label={t.titel} tabIndex={0} aria-busy={!verschil && !fout}>
          {fout && <p role="alert">{t.nietOp}</p>}
          {!verschil && !fout && <p className="quiet">{t.wachten}</p>}
          {verschil && <Verschil verschil={verschil} />}
        </section>
        {schrijfbaar && nieuw === NU && oud !== NU && gekozen && (
          <Terug wat={wat} editor={editor} provider={provider} versie={gekozen} klaar={sluit} />
        )}
        <Knop soort="stil" onClick={sluit}>
          {nl.sluit}
        </Knop>
      </div>
    </Dialoog>
  );
}

/** The blocks of a version; those of now as they stand in the editor. */
function useTekst(editor: Editor, document: string, seq: number) {
  return useQuery({
    queryKey: ['versie', document, seq],
    queryFn: async () => blokken(seq === NU ? editor.state.doc : await haalVersie(editor, document, seq)),
    staleTime: seq === NU ? 0 : Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

interface KeuzeProps {
  label: string;
  versies: VersieRij[];
  waarde: number;
  kies: (seq: number) => void;
}

function Keuze({ label, versies, waarde, kies }: KeuzeProps) {
  const id = useId();
  return (
    <p>
      <label className="utrecht-form-label sm" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="utrecht-textbox invoer"
        value={waarde}
        onChange={(e) => kies(Number(e.target.value))}
      >
        <option value={NU}>{t.nu}</option>
        {versies.map((v) => (
          <option key={v.seq} value={v.seq}>
            {titelVan(v)}
          </option>
        ))}
      </select>
    </p>
  );
}

function Verschil({ verschil }: { verschil: Regel[] }) {
  const alles = verschil.every((r) => r.soort === 'gelijk');
  if (alles) return <p>{t.gelijk}</p>;
  const found: (Regel | number)[] = [];
  for (const regel of verschil) {
    const last = found.at(-1);
    if (regel.soort !== 'gelijk') found.push(regel);
    else if (typeof last === 'number') found[found.length - 1] = last + 1;
    else found.push(1);
  }
  return found.map((regel, i) =>
    typeof regel === 'number' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: two versions never change their order
      <p key={i} className="quiet sm vergelijkgelijk">
        {t.gelijkeRegels(regel)}
      </p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: two versions never change their order
      <p key={i}>
        {regel.soort === 'anders'
          ? regel.stukken.map(toon)
          : toon({ soort: regel.soort, tekst: regel.tekst }, 0)}
      </p>
    ),
  );
}

function toon(stuk: { soort: 'gelijk' | 'erbij' | 'weg'; tekst: string }, i: number) {
  if (stuk.soort === 'gelijk') return <span key={i}>{stuk.tekst}</span>;
  const Tag = stuk.soort === 'erbij' ? 'ins' : 'del';
  return (
    <Tag key={i} className={`voorstel voorstel--${stuk.soort === 'erbij' ? 'insertion' : 'deletion'}`}>
      <span className="vh"> {stuk.soort === 'erbij' ? t.erbij : t.weg} </span>
      {stuk.tekst}
    </Tag>
  );
}

interface TerugProps {
  wat: DocumentWat;
  editor: Editor;
  provider: DocumentProvider;
  versie: VersieRij;
  klaar: () => void;
}

/** What is there now is named no version by this: it is one already, with all that was written. */
function Terug({ wat, editor, provider, versie, klaar }: TerugProps) {
  const { run, bezig } = useOpdracht();
  const [vraag, setVraag] = useState(false);
  const [fout, setFout] = useState<string>();
  const zet = async () => {
    try {
      const oud = await haalVersie(editor, wat.id, versie.seq);
      if (!zetTerug(editor, oud)) {
        setFout(t.nietTerug);
        return;
      }
      omroep.zeg('versie', t.isTeruggezet);
      klaar();
      await opgeslagen(provider);
      await run<Uitgevoerd>(`/documenten/${wat.id}/versies`, {
        naam: [...t.teruggezet(titelVan(versie))].slice(0, NAAM_MAX).join(''),
      });
    } catch {
      setFout(t.nietTerug);
    }
  };
  return (
    <div className="terugzetten">
      {fout && (
        <p className="fouttekst" role="alert">
          {fout}
        </p>
      )}
      <p className="sm quiet">{vraag ? t.zetTerugVraag : t.zetTerugUitleg}</p>
      <Knop
        soort={vraag ? 'eerst' : 'tweede'}
        bezig={bezig}
        onClick={() => (vraag ? void zet() : setVraag(true))}
      >
        {vraag ? t.jaTerug : t.zetTerug}
      </Knop>
    </div>
  );
}
