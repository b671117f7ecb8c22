// One look that is looked back at: the lines of the trail on which it rests, and the verdict.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, NazichtenWat, NazichtUitspraak, NazichtWat, Uitgevoerd } from '../../api/types';
import { datumKort } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { useFormvertrek } from '../../ui/getypt';
import { Knop } from '../../ui/knop';
import { Foutlijst, Keuzelijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { Spoortabel } from '../sporen/Spoortabel';

const t = nl.nazicht;

export function NazichtItem({ ik, id }: { ik: Ik; id: string }) {
  const lijst = useView<NazichtenWat>(`nazicht/${ik.gemeente.id}`);
  // Whether it has its verdict is live; its lines are read when somebody asks, as each reading is a line of the trail.
  const uitspraak =
    lijst.stand === 'klaar' ? lijst.b.gedaan.find((rij) => rij.id === id)?.uitspraak : undefined;
  const item = useQuery({
    queryKey: ['nazicht', id],
    queryFn: () => haal<NazichtWat>(`/nazicht/${id}`),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const wat = item.data;
  const kop = wat ? t.wie(wat.rij.medewerker.naam, wat.rij.persoon.naam ?? t.naamloos) : t.titel;
  const gezegd = uitspraak ?? wat?.rij.uitspraak;
  // The form goes once it was said: what was said is read next.
  const oordeelkop = useRef<HTMLHeadingElement>(null);
  const was = useRef(gezegd);
  useEffect(() => {
    if (wat && gezegd && !was.current) oordeelkop.current?.focus();
    if (wat) was.current = gezegd;
  }, [wat, gezegd]);
  return (
    <Schil ik={ik}>
      <Paginakop titel={kop}>{kop}</Paginakop>
      <p>
        <Naar to="/nazicht">{t.terug}</Naar>
      </p>
      {item.isPending && <Skelet regels={6} />}
      {item.isError && <p role="status">{t.weg}</p>}
      {wat && (
        <>
          <p className="lead">{t.soorten[wat.rij.soort]}</p>
          <p>
            {t.dag(datumKort(wat.rij.dag))}
            {!gezegd && `. ${t.uiterlijk(datumKort(wat.rij.uiterlijk))}`}{' '}
            {wat.rij.te_laat && !gezegd && <span className="chip">{t.laat}</span>}{' '}
            {wat.rij.niet_meer_gekoppeld && <span className="chip">{t.nietMeerGekoppeld}</span>}
          </p>
          <section className="sectie" aria-labelledby="regels">
            <header>
              <h2 id="regels">{t.regels}</h2>
            </header>
            <p className="quiet sm">{t.regelsUitleg}</p>
            <Spoortabel items={wat.regels} />
            {wat.meer && <p>{t.meer}</p>}
            {!gezegd && (
              <p>
                <Knop klein bezig={item.isFetching} onClick={() => void item.refetch()}>
                  {t.opnieuw}
                </Knop>
              </p>
            )}
          </section>
          <section className="sectie smal" aria-labelledby="oordeelkop">
            <header>
              <h2 id="oordeelkop" ref={oordeelkop} tabIndex={-1}>
                {t.oordeel}
              </h2>
            </header>
            <p role="status">{gezegd && t.vast}</p>
            {gezegd ? <Gezegd uitspraak={gezegd} /> : <Oordeel wat={wat} />}
          </section>
        </>
      )}
    </Schil>
  );
}

function Gezegd({ uitspraak }: { uitspraak: NazichtUitspraak }) {
  return (
    <>
      <p>
        <strong>{t.oordelen[uitspraak.oordeel]}</strong>
      </p>
      <p>{uitspraak.toelichting}</p>
      {uitspraak.maatregel && <p>{t.maatregelWas(uitspraak.maatregel)}</p>}
      <p className="quiet sm">{t.door(uitspraak.door.naam, datumKort(uitspraak.op))}</p>
    </>
  );
}

function Oordeel({ wat }: { wat: NazichtWat }) {
  const vorm = useFormvertrek<HTMLFormElement>();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const [oordeel, setOordeel] = useState('');
  if (wat.bezwaar) return <p className="balk balk--uitleg">{t.bezwaren[wat.bezwaar] ?? nl.fout.uitleg}</p>;
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [toelichting, maatregel] = [tekst(data, 'toelichting'), tekst(data, 'maatregel')];
    const mis = [
      ...(oordeel ? [] : [{ veld: 'oordeel', tekst: nl.fout.verplicht('een oordeel') }]),
      ...(toelichting ? [] : [{ veld: 'toelichting', tekst: nl.fout.verplicht('de toelichting') }]),
      ...(oordeel === 'niet_gegrond' && !maatregel
        ? [{ veld: 'maatregel', tekst: nl.fout.verplicht('wat er nu gebeurt') }]
        : []),
    ];
    toon(mis);
    if (mis.length > 0) return;
    try {
      await run<Uitgevoerd>(`/nazicht/${wat.rij.id}/beoordelen`, {
        oordeel,
        toelichting,
        ...(maatregel ? { maatregel } : {}),
        regels: wat.regels.length,
      });
    } catch (error) {
      toon(uitProbleem(error, (one) => (one === 'toelichting' || one === 'maatregel' ? one : undefined)));
    }
  };
  return (
    <form ref={vorm} onSubmit={(event) => void stuur(event)} className="formulier" noValidate>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <Keuzelijst
        id="oordeel"
        name="oordeel"
        label={t.oordeel}
        fout={veld.oordeel}
        value={oordeel}
        onChange={(event) => setOordeel(event.target.value)}
        opties={[
          { waarde: '', tekst: t.kiesOordeel },
          ...Object.entries(t.oordelen).map(([waarde, naam]) => ({ waarde, tekst: naam })),
        ]}
      />
      <Tekstveld
        id="toelichting"
        name="toelichting"
        label={t.toelichting}
        uitleg={t.toelichtingUitleg}
        fout={veld.toelichting}
      />
      {oordeel === 'niet_gegrond' && (
        <Tekstveld
          id="maatregel"
          name="maatregel"
          label={t.maatregel}
          uitleg={t.maatregelUitleg}
          fout={veld.maatregel}
        />
      )}
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.geef}
        </Knop>
      </div>
    </form>
  );
}
