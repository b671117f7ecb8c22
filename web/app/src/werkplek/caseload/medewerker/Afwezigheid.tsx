// Whether somebody is there, and saying that they are away or back.
import type { FormEvent } from 'react';
import type { MedewerkerCaseload, Uitgevoerd } from '../../../api/types';
import { datumKort, leesDatum } from '../../../datum';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding, Tekstveld } from '../../../ui/veld';
import { Vouw } from '../../../ui/vouw';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';

const t = nl.caseload;
const VELDEN: Record<string, string> = { vanaf: 'vanaf', tot_en_met: 'tot_en_met' };

export interface AfwezigheidProps {
  medewerker: MedewerkerCaseload;
  gedaan: () => void;
}

export function Afwezigheid({ medewerker, gedaan }: AfwezigheidProps) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const { naam, afwezig } = medewerker;

  const stuur = async (pad: string, body: unknown) => {
    try {
      if (await run<Uitgevoerd>(`/medewerkers/${medewerker.id}/${pad}`, body)) {
        toon([]);
        gedaan();
      }
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
    }
  };
  return (
    <Vouw id="afwezigheid" kop={t.afwezigheid} stand={afwezig ? t.nuWeg : t.nuEr}>
      <p data-afwezig={afwezig ? 'ja' : 'nee'}>
        {afwezig
          ? t.isAfwezig(
              naam,
              datumKort(afwezig.vanaf),
              afwezig.tot_en_met ? datumKort(afwezig.tot_en_met) : undefined,
            )
          : t.aanwezig(naam)}
      </p>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {afwezig ? (
        <div className="knoppen">
          <Knop soort="tweede" bezig={bezig} onClick={() => stuur('terug', {})}>
            {t.meldTerug}
          </Knop>
        </div>
      ) : (
        <Meldformulier veld={veld} bezig={bezig} toon={toon} meld={(body) => void stuur('afwezig', body)} />
      )}
    </Vouw>
  );
}

interface MeldformulierProps {
  veld: Fouten;
  bezig: boolean;
  toon: (mis: Foutmelding[]) => void;
  meld: (body: object) => void;
}

function Meldformulier({ veld, bezig, toon, meld }: MeldformulierProps) {
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [vanaf, tot] = [leesDatum(tekst(data, 'vanaf')), tekst(data, 'tot_en_met')];
    const laatste = tot === '' ? null : leesDatum(tot);
    const mis = [
      ...(vanaf ? [] : [{ veld: 'vanaf', tekst: t.datumFout }]),
      ...(laatste === undefined ? [{ veld: 'tot_en_met', tekst: t.datumFout }] : []),
    ];
    if (mis.length > 0) toon(mis);
    else meld({ vanaf, tot_en_met: laatste });
  };
  return (
    <form onSubmit={stuur} className="formulier" noValidate>
      <p className="quiet sm">{t.afwezigUitleg}</p>
      <Tekstveld
        id="vanaf"
        name="vanaf"
        label={t.vanaf}
        uitleg={t.datumUitleg}
        fout={veld.vanaf}
        className="invoer--kort"
      />
      <Tekstveld
        id="tot_en_met"
        name="tot_en_met"
        label={t.totEnMet}
        uitleg={t.totUitleg}
        fout={veld.tot_en_met}
        optioneel
        className="invoer--kort"
      />
      <div className="knoppen">
        <Knop type="submit" bezig={bezig}>
          {t.meldAfwezig}
        </Knop>
      </div>
    </form>
  );
}
