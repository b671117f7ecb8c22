// The versions of a text: by time and author, with their names; to compare and to put back.
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { DocumentWat, KantlijnWat, Uitgevoerd, VersieRij, VersiesWat } from '../../api/types';
import { datumKort, tijd } from '../../datum';
import type { DocumentProvider } from '../../rt/document/document';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Tekstveld } from '../../ui/veld';
import { tekst } from '../../werkplek/formulier';
import { Vraagdialoog } from '../../werkplek/Vraagdialoog';
import { Vergelijking } from './Vergelijking';
import { opgeslagen } from './versie';

const t = nl.kantlijn.versie;
const NAAM_MAX = 80;

export interface VersiesProps {
  wat: DocumentWat;
  editor: Editor | null;
  provider: DocumentProvider;
  kantlijn: KantlijnWat | undefined;
  schrijfbaar: boolean;
}

export const titelVan = (v: VersieRij) =>
  v.naam ?? (v.door.length === 0 ? t.begin : t.van(`${datumKort(v.op)}, ${tijd(v.op)} uur`));

export function Versies({ wat, editor, provider, kantlijn, schrijfbaar }: VersiesProps) {
  const versies = useQuery({
    queryKey: ['versies', wat.id],
    queryFn: () => haal<VersiesWat>(`/documenten/${wat.id}/versies`),
  });
  const { refetch } = versies;
  // Somebody gave one a name.
  const namen = kantlijn?.versies.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name that came is the reason to ask again
  useEffect(() => void refetch(), [namen, refetch]);
  const [noem, setNoem] = useState<VersieRij | 'nu'>();
  const [vergelijk, setVergelijk] = useState<VersieRij>();
  if (!versies.data) return <p className="quiet kantlijnvak">{versies.error ? nl.fout.titel : t.wachten}</p>;
  const { items, meer } = versies.data;
  return (
    <div className="kantlijnvak">
      {schrijfbaar ? (
        <Knop soort="tweede" klein onClick={() => setNoem('nu')}>
          {t.nuNaam}
        </Knop>
      ) : (
        <p className="sm quiet">{t.vast}</p>
      )}
      {items.length === 0 && <p className="quiet sm">{t.leeg}</p>}
      <ol className="draden" reversed>
        {items.map((v) => (
          <li key={v.seq}>
            <Een
              versie={v}
              noem={schrijfbaar ? () => setNoem(v) : undefined}
              vergelijk={editor ? () => setVergelijk(v) : undefined}
            />
          </li>
        ))}
      </ol>
      {meer && <p className="quiet sm">{t.meer}</p>}
      {noem && (
        <Naamvraag
          document={wat.id}
          versie={noem}
          provider={provider}
          sluit={() => setNoem(undefined)}
          klaar={refetch}
        />
      )}
      {vergelijk && editor && (
        <Vergelijking
          wat={wat}
          editor={editor}
          provider={provider}
          versies={items}
          begin={vergelijk}
          schrijfbaar={schrijfbaar}
          sluit={() => setVergelijk(undefined)}
        />
      )}
    </div>
  );
}

function Een({
  versie,
  noem,
  vergelijk,
}: {
  versie: VersieRij;
  noem: (() => void) | undefined;
  vergelijk: (() => void) | undefined;
}) {
  const titel = titelVan(versie);
  return (
    <article className="draad" data-versie={versie.seq} aria-label={titel}>
      <p>
        <strong>{titel}</strong>
        {versie.naam && (
          <span className="quiet sm">
            {' '}
            {datumKort(versie.op)}, {tijd(versie.op)} uur
          </span>
        )}
      </p>
      {versie.soort === 'vastgelegd' && <p className="sm chip">{t.vastgelegd}</p>}
      {versie.door.length > 0 && <p className="sm quiet">{t.door(nl.en(versie.door.map((d) => d.naam)))}</p>}
      <div className="knoppen">
        {vergelijk && (
          <Knop soort="tweede" klein aria-label={t.vergelijkMet(titel)} onClick={vergelijk}>
            {t.vergelijk}
          </Knop>
        )}
        {noem && (
          <Knop soort="stil" klein aria-label={t.geefNaamAan(titel)} onClick={noem}>
            {t.geefNaam}
          </Knop>
        )}
      </div>
    </article>
  );
}

interface NaamvraagProps {
  document: string;
  versie: VersieRij | 'nu';
  provider: DocumentProvider;
  sluit: () => void;
  klaar: () => unknown;
}

function Naamvraag({ document, versie, provider, sluit, klaar }: NaamvraagProps) {
  const { run, bezig, wacht } = useOpdracht();
  // The name of the text of now is of what is stored of it: that is waited for.
  const doe = async (body: unknown) => {
    if (versie === 'nu') await opgeslagen(provider);
    const done = await run<Uitgevoerd>(`/documenten/${document}/versies`, body);
    if (done) {
      omroep.zeg('versie', t.bewaard);
      void klaar();
    }
    return done;
  };
  return (
    <Vraagdialoog
      titel={versie === 'nu' ? t.nuNaam : t.geefNaamAan(titelVan(versie))}
      knop={t.bewaar}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
      velden={{ naam: 'versienaam' }}
      lees={(data) => ({
        body: { naam: tekst(data, 'naam'), ...(versie === 'nu' ? {} : { seq: versie.seq }) },
      })}
      doe={doe}
    >
      {(fout) => (
        <Tekstveld
          id="versienaam"
          name="naam"
          label={t.naam}
          uitleg={t.naamUitleg}
          tekens={NAAM_MAX}
          fout={fout.versienaam}
          defaultValue={versie === 'nu' ? '' : (versie.naam ?? '')}
        />
      )}
    </Vraagdialoog>
  );
}
