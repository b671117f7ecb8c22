// What the leden of a plan let each other see, for who leads it; and to stop it for a reason (KING-R1g).
import { type FormEvent, useState } from 'react';
import type { MeekijkenInPlan, MeekijkRij } from '../../../api/types';
import { datumLang } from '../../../datum';
import { useOpdracht, useView } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Foutlijst, Tekstveld } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';

const t = nl.plan.meekijken;

const zin = (rij: MeekijkRij) => {
  const [van, aan] = [rij.van.naam, rij.aan.naam];
  return rij.zaak ? t.zaak(van, aan, rij.zaak.zaaktype_naam, rij.zaak.zaaknummer) : t.deel(van, aan);
};

export function Meekijken({ plan, mag }: { plan: string; mag: boolean }) {
  const wat = useView<MeekijkenInPlan>(`plan/${plan}@meekijken`);
  const [stop, setStop] = useState<MeekijkRij>();
  if (wat.stand !== 'klaar' || wat.b.items.length === 0) return null;
  return (
    <section aria-labelledby="meekijken" data-meekijken={wat.b.items.length}>
      <h2 id="meekijken">{t.titel}</h2>
      <p className="quiet sm">{t.uitleg}</p>
      <ul className="ledenlijst">
        {wat.b.items.map((rij) => (
          <li key={rij.id} className="rij" data-meekijkt={rij.stand}>
            <p>{zin(rij)}</p>
            <p className="quiet sm">
              {rij.stand === 'bedenktijd' && `${t.begint(datumLang(rij.begint_op))} `}
              {rij.stand === 'gestopt' ? t.gestopt : t.tot(datumLang(rij.tot_en_met))}
            </p>
            {mag && rij.stand !== 'gestopt' && (
              <Knop soort="stil" klein aria-label={`${t.stop}: ${zin(rij)}`} onClick={() => setStop(rij)}>
                {t.stop}
              </Knop>
            )}
          </li>
        ))}
      </ul>
      {stop && <Stop rij={stop} sluit={() => setStop(undefined)} />}
    </section>
  );
}

function Stop({ rij, sluit }: { rij: MeekijkRij; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reden = tekst(new FormData(event.currentTarget), 'reden');
    toon(reden ? [] : [{ veld: 'reden', tekst: nl.fout.verplicht('de reden') }]);
    if (!reden) return;
    try {
      if (await run(`/toekenningen/${rij.id}/stoppen`, { reden })) sluit();
    } catch (error) {
      toon(uitProbleem(error, (veldnaam) => veldnaam));
    }
  };
  return (
    <Dialoog titel={t.stopTitel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <p>{zin(rij)}</p>
        <p>{t.stopUitleg}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Wachtregel wacht={wacht} />
        <Tekstveld id="reden" name="reden" label={t.waarom} fout={veld.reden} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.stop}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
