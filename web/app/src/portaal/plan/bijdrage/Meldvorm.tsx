// That one did something, asked, with what was asked on about it (KING-AC1).
import { useId } from 'react';
import type { MijnMelding, PortaalActie } from '../../../api/types';
import { mijnplan } from '../../../teksten/mijnplan';
import { Letterlijk } from '../../../ui/letterlijk';
import { useDoe } from './doe';
import { Zegvorm } from './Zegvorm';

const t = mijnplan.meldGedaan;

export interface MeldvormProps {
  plan: string;
  actie: PortaalActie;
  /** What was asked of it, when something was. */
  gevraagd: MijnMelding | undefined;
  /** The action as it is now; absent when one cannot say any more that it is done. */
  nu: PortaalActie | undefined;
  sluit: () => void;
  klaar: (zin: string) => void;
}

export function Meldvorm({ plan, actie, gevraagd, nu, sluit, klaar }: MeldvormProps) {
  const { doe, neemTerug, bezig, melding, veld } = useDoe();
  const id = useId();
  const verstuur = async (woorden: string) => {
    const body = { actie: actie.id, toelichting: woorden || null };
    if (await doe(`/plannen/${plan}/acties/melden`, body, { toelichting: id })) klaar(t.gemeld);
  };
  return (
    <Zegvorm
      titel={t.titel}
      was={actie.omschrijving}
      nu={nu?.omschrijving}
      melding={melding}
      veld={{ id, label: t.tekst, rows: 3, optioneel: true, fout: veld[id] }}
      uitleg={t.uitleg}
      stuur={t.stuur}
      bezig={bezig}
      sluit={() => {
        neemTerug();
        sluit();
      }}
      verstuur={verstuur}
    >
      {gevraagd?.vraag && (
        <p className="pgezegd-tekst">
          <Letterlijk>{gevraagd.vraag.tekst}</Letterlijk>
        </p>
      )}
    </Zegvorm>
  );
}
