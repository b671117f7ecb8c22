// A taak of a zaak as a row: one that waits, and one that does not any more.
import clsx from 'clsx';
import type { Ik, TaakWat } from '../../../api/types';
import { datumKort, wanneer } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Icoon } from '../../../ui/Icoon';
import { Knop } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';
import { Termijn } from '../../../ui/termijn';
import { Vink } from '../../../ui/vink';

const t = nl.taak;

/** What is done with a taak at once, by its part of the address. */
export type Zet = 'gedaan' | 'vervallen' | 'heropenen';

interface OpenProps {
  taak: TaakWat;
  ik: Ik;
  now: Date;
  vers: boolean;
  /** What one can do with it; nothing for who only reads. */
  doe: { zet: (pad: Zet) => Promise<void>; geef: () => void } | undefined;
}

export function OpenTaak({ taak, ik, now, vers, doe }: OpenProps) {
  const wat = taak.omschrijving;
  return (
    <li className={clsx('rij planrij', vers && 'vers vers--dooft')} data-taak={taak.id}>
      <div>
        {doe ? <Vink wat={wat} naam={t.gedaan(wat)} zet={() => doe.zet('gedaan')} /> : <strong>{wat}</strong>}
        <p className="quiet sm taakwie">
          <Wie taak={taak} ik={ik} /> · {t.uiterlijk(datumKort(taak.dag))}
        </p>
        {doe && (
          <div className="knoppen">
            <Knop soort="stil" klein aria-label={t.geefLang(wat)} onClick={doe.geef}>
              {t.geef}
            </Knop>
            <Knop
              soort="stil"
              klein
              aria-label={t.vervaltLang(wat)}
              onClick={() => void doe.zet('vervallen')}
            >
              {t.vervalt}
            </Knop>
          </div>
        )}
      </div>
      <p>
        <Termijn uiterlijkOp={taak.dag} now={now} />
      </p>
    </li>
  );
}

function Wie({ taak: { eigenaar }, ik }: { taak: TaakWat; ik: Ik }) {
  if (eigenaar) {
    return (
      <>
        <Stoel naam={eigenaar.naam} id={eigenaar.id} klein />{' '}
        {eigenaar.id === ik.id ? nl.zaak.u(eigenaar.naam) : eigenaar.naam}
      </>
    );
  }
  return (
    <span className="chip">
      <Icoon naam="waarschuwing" />
      {t.zonderEigenaar}
    </span>
  );
}

interface KlaarProps {
  taak: TaakWat;
  now: Date;
  heropen: (() => Promise<void>) | undefined;
}

export function KlareTaak({ taak, now, heropen }: KlaarProps) {
  const wie = nl.door(taak.gedaan?.door);
  const hoe = taak.gedaan && wie ? t.gedaanDoor(wie, wanneer(taak.gedaan.op, now)) : t.vervallen;
  return (
    <li className="rij planrij" data-taak={taak.id} data-stap={taak.stap}>
      <div>
        <p>
          {taak.omschrijving} <span className="quiet sm">{hoe}</span>
        </p>
      </div>
      {heropen && (
        <Knop soort="stil" klein aria-label={t.heropenLang(taak.omschrijving)} onClick={() => void heropen()}>
          {t.heropen}
        </Knop>
      )}
    </li>
  );
}
