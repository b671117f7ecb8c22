// The doors. Without a provider of identities there is only the demonstration's own page, and one is taken straight there.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { haal } from '../api/http';
import type { Ingangen } from '../api/types';
import { nl } from '../teksten/nl';
import { knopKlasse } from '../ui/knop';
import { LosBlad, Skelet } from '../ui/losblad';
import { Taalkeuze } from './Taalkeuze';

const vraag = (naam: string) => new URLSearchParams(location.search).get(naam) ?? '';

function Deur({ titel, uitleg, knop, naar }: { titel: string; uitleg: string; knop: string; naar: string }) {
  return (
    <section className="sectie deur">
      <header>
        <h2>{titel}</h2>
      </header>
      <p>{uitleg}</p>
      <p>
        <a className={knopKlasse('eerst')} href={naar}>
          {knop}
        </a>
      </p>
    </section>
  );
}

export function Inloggen() {
  const ingangen = useQuery({ queryKey: ['ingangen'], queryFn: () => haal<Ingangen>('/inloggen') });
  const fout = vraag('fout');
  const { demo, medewerker, inwoner } = ingangen.data ?? { demo: false, medewerker: false, inwoner: false };
  const alleenDemo = demo && !medewerker && !inwoner;
  useEffect(() => {
    if (alleenDemo && !fout) location.replace('/demo');
  }, [alleenDemo, fout]);
  const t = nl.inloggen;
  const reden = fout ? t.reden(fout) : undefined;
  const terug = vraag('terug');
  const met = (pad: string) => (terug ? `${pad}?terug=${encodeURIComponent(terug)}` : pad);

  return (
    <LosBlad titel={reden?.titel ?? t.titel} rechts={<Taalkeuze />}>
      <p className="lead">{reden?.uitleg ?? t.lead}</p>
      {ingangen.isPending && <Skelet />}
      {ingangen.data && !demo && !medewerker && !inwoner && <p className="balk balk--fout">{t.geen}</p>}
      <div className="deuren">
        {inwoner && (
          <Deur
            titel={t.inwoner}
            uitleg={t.inwonerUitleg}
            knop={t.inwonerKnop}
            naar={terug.startsWith('/portaal') ? met('/inloggen/inwoner') : '/inloggen/inwoner'}
          />
        )}
        {medewerker && (
          <Deur
            titel={t.medewerker}
            uitleg={t.medewerkerUitleg}
            knop={t.medewerkerKnop}
            naar={met('/inloggen/medewerker')}
          />
        )}
        {demo && <Deur titel={t.demo} uitleg={t.demoUitleg} knop={t.demoKnop} naar="/demo" />}
      </div>
    </LosBlad>
  );
}
