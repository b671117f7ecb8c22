// Whether one did something, asked, with what was asked on about it and by whom (KING-AC1).
import { useId } from 'react';
import type { MijnMelding, PortaalActie } from '../../../api/types';
import { datumLang } from '../../../datum';
import { mijnplan } from '../../../teksten/mijnplan';
import { Letterlijk } from '../../../ui/letterlijk';
import { useDoe } from './doe';
import type { Actiestand } from './live';
import { Zegvorm } from './Zegvorm';

const t = mijnplan.meldGedaan;

export interface MeldvormProps {
  plan: string;
  actie: PortaalActie;
  /** What was asked of it, when something was: then one can also say that it is not done yet. */
  gevraagd: MijnMelding | undefined;
  /** How it is with the action now. */
  nu: Actiestand;
  sluit: () => void;
  klaar: (zin: string) => void;
}

export function Meldvorm({ plan, actie, gevraagd, nu, sluit, klaar }: MeldvormProps) {
  const { doe, neemTerug, bezig, melding, geweigerd, veld } = useDoe();
  const id = useId();
  const zeg = async (pad: 'melden' | 'nog-niet', woorden: string, zin: string) => {
    const body = { actie: actie.id, toelichting: woorden || null };
    if (await doe(`/plannen/${plan}/acties/${pad}`, body, { toelichting: id })) klaar(zin);
  };
  return (
    <Zegvorm
      titel={t.titel}
      was={actie.omschrijving}
      nu={nu.actie?.omschrijving}
      anders={nu.stand === 'gemeld' || nu.stand === 'gedaan' ? t.intussen[nu.stand] : undefined}
      melding={melding}
      geweigerd={geweigerd}
      veld={{ id, label: gevraagd ? t.tekstAntwoord : t.tekst, rows: 3, optioneel: true, fout: veld[id] }}
      uitleg={t.uitleg}
      stuur={t.stuur}
      anderAntwoord={
        gevraagd && { tekst: t.nogNiet, verstuur: (woorden) => zeg('nog-niet', woorden, t.gemeldNogNiet) }
      }
      bezig={bezig}
      sluit={() => {
        neemTerug();
        sluit();
      }}
      verstuur={(woorden) => zeg('melden', woorden, t.gemeld)}
    >
      {gevraagd?.vraag && (
        <div data-gevraagd>
          <p>
            <strong>{t.vraag(gevraagd.vraag.door.naam, datumLang(gevraagd.vraag.op))}</strong>
          </p>
          <p className="pgezegd-tekst">
            <Letterlijk>{gevraagd.vraag.tekst}</Letterlijk>
          </p>
        </div>
      )}
    </Zegvorm>
  );
}
