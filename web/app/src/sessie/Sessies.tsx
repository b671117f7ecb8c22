// Where one is logged in, and how to end that. The same for who works here and for residents.
import { useEffect, useState } from 'react';
import { haal, stuur } from '../api/http';
import type { Sessielijst, SessieRij } from '../api/types';
import { datumLang, tijd } from '../datum';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import { uitloggen } from './uitloggen';

const haalSessies = () => haal<Sessielijst>('/sessies').then(({ items }) => items);

export function Sessies() {
  const [items, setItems] = useState<SessieRij[]>();
  const [melding, setMelding] = useState<string>();
  const [bezig, setBezig] = useState<string>();
  const t = nl.sessies;
  useEffect(() => {
    haalSessies().then(setItems, () => setMelding(nl.fout.uitleg));
  }, []);

  const doe = async (wat: string, pad: string) => {
    setBezig(wat);
    setMelding(undefined);
    try {
      await stuur(pad, {});
      setItems(await haalSessies());
      setMelding(t.beeindigd);
    } catch {
      setMelding(t.mislukt);
    } finally {
      setBezig(undefined);
    }
  };
  const overal = async () => {
    setBezig('overal');
    try {
      await stuur('/sessies/beeindig-andere', {});
      await uitloggen();
    } catch {
      setBezig(undefined);
      setMelding(t.mislukt);
    }
  };

  const andere = items?.some((sessie) => !sessie.deze) ?? false;
  return (
    <>
      <p className="lead">{t.lead}</p>
      <div role="status">{melding && <p className="balk balk--uitleg">{melding}</p>}</div>
      <ul className="sessies">
        {items?.map((sessie) => (
          <Sessie
            key={sessie.id}
            sessie={sessie}
            bezig={bezig === sessie.id}
            eindig={() => void doe(sessie.id, `/sessies/${sessie.id}/beeindigen`)}
          />
        ))}
      </ul>
      {items && !andere && <p>{t.geenAndere}</p>}
      {items && (
        <div className="knoppen">
          {andere && (
            <Knop
              soort="tweede"
              bezig={bezig === 'andere'}
              onClick={() => doe('andere', '/sessies/beeindig-andere')}
            >
              {t.andere}
            </Knop>
          )}
          <Knop soort="stil" bezig={bezig === 'overal'} onClick={overal}>
            {t.overal}
          </Knop>
        </div>
      )}
    </>
  );
}

/** Where one is logged in: this one, or another with a button to end it. */
function Sessie({ sessie, bezig, eindig }: { sessie: SessieRij; bezig: boolean; eindig: () => void }) {
  const t = nl.sessies;
  const wat = t.toestel(sessie.toestel.apparaat, sessie.toestel.browser);
  return (
    <li data-sessie={sessie.deze ? 'deze' : 'ander'}>
      <div>
        <h2>{sessie.deze ? t.deze : wat}</h2>
        <p>
          {sessie.deze && `${wat}. `}
          {sessie.rol_naam && `${t.rol(sessie.rol_naam)} `}
          {sessie.namens && `${t.namens(sessie.namens.naam)} `}
          {t.sinds(datumLang(sessie.begonnen_op), tijd(sessie.begonnen_op))}
          {!sessie.deze && ` ${t.laatst(datumLang(sessie.actief_op), tijd(sessie.actief_op))}`}
        </p>
      </div>
      {!sessie.deze && (
        <Knop soort="tweede" bezig={bezig} aria-label={t.beeindigVan(wat)} onClick={eindig}>
          {t.beeindig}
        </Knop>
      )}
    </li>
  );
}
