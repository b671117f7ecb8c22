// One letter within the portal: the words that went on paper, with the way back above and below them.
import { type ReactNode, useEffect, useState } from 'react';
import { BASE, vraag } from '../../api/http';
import type { Ik } from '../../api/types';
import { Naar, Paginakop, useVraag } from '../../route';
import { leesTaal } from '../../taal';
import { brief as t } from '../../teksten/brief';
import { nl } from '../../teksten/nl';
import { knopKlasse } from '../../ui/knop';
import { Skelet } from '../../ui/losblad';
import { Mislukt } from '../Mislukt';
import { Schil } from '../Schil';
import { alsInhoud } from './blad';

type Stand =
  | { stand: 'laden' }
  | { stand: 'weg' }
  | { stand: 'fout' }
  | { stand: 'klaar'; inhoud: ReactNode };

/** An address that is none, or of a letter for somebody else, is not there. */
async function haalBlad(adres: string): Promise<Stand> {
  const antwoord = await vraag(`${adres}/html`, {});
  if (antwoord.ok) return { stand: 'klaar', inhoud: alsInhoud(await antwoord.text()) };
  return { stand: antwoord.status === 404 || antwoord.status === 400 ? 'weg' : 'fout' };
}

function useBlad(adres: string): Stand {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  useEffect(() => {
    let weg = false;
    haalBlad(adres).then(
      (nieuw) => !weg && setStand(nieuw),
      () => !weg && setStand({ stand: 'fout' }),
    );
    return () => {
      weg = true;
    };
  }, [adres]);
  return stand;
}

export default function BriefPagina({ ik, id }: { ik: Ik; id: string }) {
  const adres = `${BASE}/zaken/${useVraag().get('zaak') ?? ''}/brieven/${id}`;
  const stand = useBlad(adres);
  return (
    <Schil titel={t.kop} ik={ik}>
      <Terug />
      <Paginakop titel={t.kop}>{t.kop}</Paginakop>
      {leesTaal() !== 'nl' && <p className="lead">{t.taalEen}</p>}
      {stand.stand === 'laden' && <Skelet />}
      {stand.stand === 'weg' && <p>{nl.portaal.wegUitleg}</p>}
      {stand.stand === 'fout' && <Mislukt tekst={t.mislukt} />}
      {stand.stand === 'klaar' && (
        <>
          <article className="pbrief" lang="nl" data-brieftekst>
            {stand.inhoud}
          </article>
          <p>
            <a href={adres} target="_blank" rel="noopener" type="application/pdf">
              {t.pdf}
            </a>
          </p>
          <Terug />
        </>
      )}
    </Schil>
  );
}

function Terug() {
  return (
    <p>
      <Naar className={knopKlasse('stil')} to="/portaal/brieven">
        {t.terug}
      </Naar>
    </p>
  );
}
