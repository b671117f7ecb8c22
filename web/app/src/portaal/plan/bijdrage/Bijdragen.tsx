// What one says of a plan is written in a window of the page, not of the row that it is about: a plan changes while somebody types, and a row goes.
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Ik } from '../../../api/types';
import { Letterlijk } from '../../../ui/letterlijk';
import { omroep } from '../../../ui/omroep';
import { Bevestigd } from '../../Bevestigd';
import { Laatvenster, useVooraf } from './Laatvenster';
import { type Gezegd, plekVan, type Venster, VensterContext, type Vraag } from './venster';

export interface BijdragenProps {
  ik: Ik;
  /** Whether a row goes by what one says of it, as in a list of what is to be done. */
  rijGaat?: boolean;
  children: ReactNode;
}

export function Bijdragen({ ik, rijGaat = false, children }: BijdragenProps) {
  const [vraag, setVraag] = useState<Vraag>();
  const [gezegd, setGezegd] = useState<Gezegd>();
  // What the window was last about names where the focus goes when its row is gone.
  const [over, setOver] = useState<string>();
  const beurt = useRef(0);
  useVooraf();
  const plek = useFocus(vraag, gezegd);
  const open = useCallback((nieuw: Vraag) => {
    setVraag(nieuw);
    setOver(nieuw.wat.omschrijving);
  }, []);
  const staat = useCallback(
    (id: string, hier: boolean) =>
      setGezegd((was) => {
        if (was?.id !== id) return was;
        // Back again: it was asked on. Gone by what another did: it stands in the plan.
        if (hier) return was.los ? undefined : was;
        return rijGaat ? { ...was, los: true } : undefined;
      }),
    [rijGaat],
  );
  const venster = useMemo<Venster>(() => ({ open, gezegd, staat }), [open, gezegd, staat]);
  const klaar = ({ wat }: Vraag, zin: string) => {
    setVraag(undefined);
    const los = document.getElementById(plekVan(wat.id)) === null;
    beurt.current += 1;
    setGezegd({ id: wat.id, over: wat.omschrijving, zin, beurt: beurt.current, los });
    // Not under the key of the page: that the plan changed by it must not take its place.
    omroep.zeg('plan-zelf', zin);
  };
  const los = gezegd?.los ? gezegd : undefined;
  return (
    <VensterContext.Provider value={venster}>
      <div
        ref={plek}
        tabIndex={-1}
        {...(over && { role: 'group', 'aria-label': over })}
        data-gezegd={los?.id}
      >
        {los && (
          <Bevestigd beurt={los.beurt}>
            <strong>
              <Letterlijk>{los.over}</Letterlijk>
            </strong>{' '}
            {los.zin}
          </Bevestigd>
        )}
      </div>
      {children}
      {vraag && (
        <Laatvenster
          ik={ik}
          vraag={vraag}
          sluit={() => setVraag(undefined)}
          klaar={(zin) => klaar(vraag, zin)}
        />
      )}
    </VensterContext.Provider>
  );
}

/** The focus went with what had it. */
const isKwijt = () => document.activeElement === document.body;

/** After the window the focus is at what was said, and not nowhere when its row goes: that is where it was, or above the list. */
function useFocus(vraag: Vraag | undefined, gezegd: Gezegd | undefined) {
  const plek = useRef<HTMLDivElement>(null);
  const laatst = useRef(0);
  useEffect(() => {
    if (!gezegd) return;
    const nieuw = laatst.current !== gezegd.beurt;
    laatst.current = gezegd.beurt;
    if (!nieuw && !isKwijt()) return;
    (gezegd.los ? plek.current : document.getElementById(plekVan(gezegd.id)))?.focus();
  }, [gezegd]);
  const dicht = vraag === undefined;
  const was = useRef(dicht);
  useEffect(() => {
    // Put away, and the button that had opened it is gone.
    if (dicht && !was.current && isKwijt()) plek.current?.focus();
    was.current = dicht;
  }, [dicht]);
  return plek;
}
