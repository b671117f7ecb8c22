// What who leads a plan does with a goal: reached, wanted no more, or taken up again. What cannot be taken back without the leden reading it is asked first.
import { useEffect, useRef, useState } from 'react';
import type { DoelWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop, type KnopProps } from '../../../ui/knop';
import { oneensMet } from '../bijdrage/oneens';
import { Zekerdialoog, type Zekervraag } from '../bijdrage/Zekervraag';

export interface DoelknoppenProps {
  doel: DoelWat;
  namen: ReadonlyMap<string, string>;
  bezig: boolean;
  /** Whether it was done. */
  doe: (pad: 'afronden' | 'heropenen', body: object) => Promise<boolean>;
}

export function Doelknoppen({ doel, namen, bezig, doe }: DoelknoppenProps) {
  // Which question: its words are those of now, also of what a lid says while it is open.
  const [gevraagd, setGevraagd] = useState<'behaald' | 'vervallen'>();
  const t = nl.plan;
  // The button that was pressed goes: the focus stays with this goal, and a second press does nothing.
  const groep = useRef<HTMLDivElement>(null);
  const zelf = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then other buttons stand here
  useEffect(() => {
    if (zelf.current) groep.current?.focus();
    zelf.current = false;
  }, [doel.uitkomst]);
  const hier = async (pad: 'afronden' | 'heropenen', body: object) => {
    zelf.current = true;
    if (!(await doe(pad, body))) zelf.current = false;
  };
  const rond = (uitkomst: 'behaald' | 'vervallen') => void hier('afronden', { doel: doel.id, uitkomst });
  const vragen = vragenOver(doel, namen);
  const knop = (tekst: string, soort: KnopProps['soort'], onClick: () => void) => (
    <Knop soort={soort} klein bezig={bezig} aria-label={`${tekst}: ${doel.omschrijving}`} onClick={onClick}>
      {tekst}
    </Knop>
  );
  const vak = {
    className: 'knoppen',
    ref: groep,
    role: 'group',
    tabIndex: -1,
    'aria-label': doel.omschrijving,
  } as const;
  if (doel.uitkomst) {
    return (
      <div key="dicht" {...vak}>
        {knop(t.heropen, 'stil', () => void hier('heropenen', { doel: doel.id }))}
      </div>
    );
  }
  return (
    <div key="open" {...vak}>
      {knop(t.behaald, 'tweede', () =>
        oneensMet(doel).length > 0 ? setGevraagd('behaald') : rond('behaald'),
      )}
      {knop(t.vervallen, 'stil', () => setGevraagd('vervallen'))}
      {gevraagd && (
        <Zekerdialoog
          vraag={{ ...vragen[gevraagd], doe: () => rond(gevraagd) }}
          bezig={bezig}
          sluit={() => setGevraagd(undefined)}
        />
      )}
    </div>
  );
}

/** What is asked first, as it is with the goal now. */
function vragenOver(doel: DoelWat, namen: DoelknoppenProps['namen']) {
  const t = nl.plan;
  const wie = [...new Set(oneensMet(doel).map(({ door }) => nl.voornaam(namen.get(door) ?? '')))];
  const behaald: Omit<Zekervraag, 'doe'> = {
    // Nobody any more when who did not agree does since.
    titel: wie.length > 0 ? t.tochBehaaldTitel(wie) : t.behaald,
    over: doel.omschrijving,
    uitleg: <Oneens doel={doel} namen={namen} />,
    knop: t.tochBehaald,
  };
  const vervallen: Omit<Zekervraag, 'doe'> = {
    titel: t.vervallenTitel,
    over: doel.omschrijving,
    uitleg: (
      <>
        <Oneens doel={doel} namen={namen} />
        <p className="quiet">{t.vervallenUitleg}</p>
      </>
    ),
    knop: t.laatVervallen,
  };
  return { behaald, vervallen };
}

/** Who does not agree, in their own words, and whether anybody answered. */
function Oneens({ doel, namen }: Pick<DoelknoppenProps, 'doel' | 'namen'>) {
  const t = nl.plan.bijdrage;
  return oneensMet(doel).map((reactie) => (
    <div key={reactie.id} data-oneens={reactie.id}>
      <p>
        {t.zegt(namen.get(reactie.door) ?? '', t.instemming.oneens)}{' '}
        <span className="sm quiet">{datumKort(reactie.op)}</span>{' '}
        {!reactie.gelezen && !reactie.antwoord && <span className="nieuw">{t.nieuw}</span>}
      </p>
      {reactie.tekst && <p className="bijdrage-tekst">{reactie.tekst}</p>}
    </div>
  ));
}
