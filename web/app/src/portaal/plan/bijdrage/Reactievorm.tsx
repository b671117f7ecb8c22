// What one thinks of a goal, asked: in one word, and in one's own (KING-R1b).
import { useId, useState } from 'react';
import type { Instemming, PortaalDoel } from '../../../api/types';
import { mijnplan } from '../../../teksten/mijnplan';
import { Icoon } from '../../../ui/Icoon';
import { useDoe } from './doe';
import { Zegvorm } from './Zegvorm';

const t = mijnplan.reageer;
const KEUZES = ['eens', 'oneens', 'opmerking'] as const satisfies Instemming[];

export interface ReactievormProps {
  plan: string;
  doel: PortaalDoel;
  /** The goal as it is now; absent when it is not there any more. */
  nu: PortaalDoel | undefined;
  sluit: () => void;
  klaar: (zin: string) => void;
}

export function Reactievorm({ plan, doel, nu, sluit, klaar }: ReactievormProps) {
  const { doe, neemTerug, bezig, melding, geweigerd, veld, toon } = useDoe();
  // Nothing is chosen for somebody: what one thinks one says oneself.
  const [instemming, setInstemming] = useState<Instemming>();
  const id = useId();
  const keuze = `${id}-keuze`;
  const verstuur = async (woorden: string) => {
    const fouten = [
      ...(instemming ? [] : [{ veld: keuze, tekst: t.kies }]),
      ...(instemming === 'opmerking' && !woorden ? [{ veld: id, tekst: t.tekstLeeg }] : []),
    ];
    toon(fouten);
    if (!instemming || fouten.length > 0) return;
    const body = { doel: doel.id, instemming, tekst: woorden || null };
    if (await doe(`/plannen/${plan}/doelen/reageren`, body, { tekst: id })) klaar(t.verstuurd);
  };
  return (
    <Zegvorm
      titel={t.titel}
      was={doel.omschrijving}
      nu={nu?.omschrijving}
      melding={melding}
      geweigerd={geweigerd}
      veld={{
        id,
        label: t.tekst,
        uitleg: t.tekstUitleg,
        rows: 4,
        optioneel: instemming !== 'opmerking',
        fout: veld[id],
      }}
      uitleg={t.wie}
      stuur={t.stuur}
      bezig={bezig}
      sluit={() => {
        neemTerug();
        sluit();
      }}
      verstuur={verstuur}
    >
      <fieldset className="zoekop" aria-describedby={veld[keuze] ? `${keuze}-fout` : undefined}>
        <legend className="label">{t.vraag}</legend>
        {veld[keuze] && (
          <p className="fouttekst" id={`${keuze}-fout`}>
            <Icoon naam="waarschuwing" />
            {veld[keuze]}
          </p>
        )}
        {KEUZES.map((een, plek) => (
          <label key={een} className="keuze">
            <input
              id={plek === 0 ? keuze : undefined}
              type="radio"
              name="instemming"
              value={een}
              checked={instemming === een}
              onChange={() => setInstemming(een)}
            />
            {t.keuze[een]}
          </label>
        ))}
      </fieldset>
    </Zegvorm>
  );
}
