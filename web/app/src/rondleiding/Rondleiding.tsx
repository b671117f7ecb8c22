// A first visit in a few steps: skipped by one press, by keyboard, and back from the help. Nothing is laid over the work until one asks.
import { useEffect, useRef, useState } from 'react';
import type { Ik } from '../api/types';
import { type Rondstap, rondleiding } from '../teksten/rondleiding';
import { Dialoog } from '../ui/dialoog';
import { Knop } from '../ui/knop';
import { isGezien, zetGezien } from './gezien';

const t = rondleiding;

export interface RondleidingProps {
  ik: Ik;
  stappen: Rondstap[];
  sluit: () => void;
}

export function Rondleiding({ ik, stappen, sluit }: RondleidingProps) {
  const [plek, setPlek] = useState(0);
  const inhoud = useRef<HTMLDivElement>(null);
  const stap = stappen[plek];
  // The title is read at each step, and the next key presses no button by accident.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the reason to move the focus
  useEffect(() => {
    inhoud.current?.closest('dialog')?.querySelector('h2')?.focus();
  }, [plek]);
  const klaar = () => {
    zetGezien(ik.id, ik.rol);
    sluit();
  };
  if (!stap) return null;
  const laatste = plek === stappen.length - 1;
  return (
    <Dialoog titel={stap.titel} sluit={klaar} ongevraagd>
      <div className="rondstap" ref={inhoud} data-stap={plek + 1}>
        <p className="quiet sm">{t.stap(plek + 1, stappen.length)}</p>
        <p>{stap.tekst}</p>
      </div>
      <div className="knoppen">
        <Knop soort="eerst" onClick={laatste ? klaar : () => setPlek(plek + 1)}>
          {laatste ? t.klaar : t.volgende}
        </Knop>
        {plek > 0 && (
          <Knop soort="tweede" onClick={() => setPlek(plek - 1)}>
            {t.vorige}
          </Knop>
        )}
        {!laatste && (
          <Knop soort="stil" onClick={klaar}>
            {t.stop}
          </Knop>
        )}
      </div>
    </Dialoog>
  );
}

export interface WelkomProps {
  ik: Ik;
  stappen: Rondstap[];
  /** Where it can be found later. */
  later: string;
}

/** On the first page, for who was not here before: one line that one may pass by. */
export function Welkom({ ik, stappen, later }: WelkomProps) {
  const [stand, setStand] = useState<'vraag' | 'rond' | 'weg'>(() =>
    isGezien(ik.id, ik.rol) ? 'weg' : 'vraag',
  );
  // What was pressed is gone: one reads on from the top of the page.
  const begon = useRef(stand);
  useEffect(() => {
    if (stand === 'weg' && begon.current !== 'weg') document.querySelector<HTMLElement>('main')?.focus();
  }, [stand]);
  if (stand === 'weg') return null;
  if (stand === 'rond') return <Rondleiding ik={ik} stappen={stappen} sluit={() => setStand('weg')} />;
  return (
    <section className="balk balk--uitleg welkom" aria-label={t.vraag} data-welkom>
      <p>
        <strong>{t.vraag}</strong> {t.duur(stappen.length)} {later}
      </p>
      <Knop soort="tweede" klein onClick={() => setStand('rond')}>
        {t.ja}
      </Knop>
      <Knop
        soort="stil"
        klein
        onClick={() => {
          zetGezien(ik.id, ik.rol);
          setStand('weg');
        }}
      >
        {t.nee}
      </Knop>
    </section>
  );
}
