// What every page of the werkplek can do beside its own: the palette, the keys, their help. One place listens to the keyboard.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ik } from '../../api/types';
import { type Menuregel, menuVan, usePaginas } from '../../pagina';
import { Rondleiding } from '../../rondleiding/Rondleiding';
import { navigeer, usePad } from '../../route';
import { rondwerk } from '../../teksten/rondwerk';
import { nl } from '../../teksten/werk';
import { heeftWerk } from '../rollen';
import { Palet } from './Palet';
import { type Optie, vanMenu } from './palet';
import { Toetsenhulp } from './Toetsenhulp';
import { bijDruk, isPalet, isSchrijfplek, menutoetsen, type Sneltoets } from './toetsen';
import { kiesThema, leesToetsen, THEMAS } from './voorkeur';

export type Over = 'palet' | 'hulp' | 'rondleiding' | undefined;

/** Acts that are no page of the menu. */
function acties(ik: Ik, toon: (over: Over) => void, uit: () => void): Optie[] {
  const groep: Optie = {
    id: 'doe-groep',
    groep: 'doen',
    icoon: 'mensen',
    naam: nl.palet.groepVormen,
    naar: '/groepen/nieuw',
  };
  const themas = THEMAS.map<Optie>((thema) => ({
    id: `doe-${thema}`,
    groep: 'doen',
    icoon: 'oog',
    naam: nl.schil.wordt[thema],
    doe: () => kiesThema(thema),
  }));
  return [
    ...(ik.rol === 'regisseur' ? [groep] : []),
    { id: 'doe-sessies', groep: 'doen', icoon: 'slot', naam: nl.sessies.link, naar: '/sessies' },
    {
      id: 'doe-hulp',
      groep: 'doen',
      icoon: 'lijst',
      naam: nl.schil.hulp,
      toets: '?',
      doe: () => toon('hulp'),
    },
    { id: 'doe-rond', groep: 'doen', icoon: 'oog', naam: rondwerk.link, doe: () => toon('rondleiding') },
    ...themas,
    { id: 'doe-uit', groep: 'doen', icoon: 'uit', naam: nl.menu.uitloggen, doe: uit },
  ];
}

export interface DoenProps {
  ik: Ik;
  over: Over;
  toon: (over: Over) => void;
  uit: () => void;
}

export function Doen({ ik, over, toon, uit }: DoenProps) {
  const pad = usePad();
  const paginas = usePaginas();
  const menu = useMemo(() => menuVan(paginas, pad, ik), [paginas, pad, ik]);
  const toetsen = useToetsen(ik, menu, toon);
  if (over === 'palet') {
    const opties = [...vanMenu(menu), ...acties(ik, toon, uit)];
    return <Palet ik={ik} opties={opties} sluit={() => toon(undefined)} />;
  }
  const sluit = () => toon(undefined);
  if (over === 'rondleiding') return <Rondleiding ik={ik} stappen={rondwerk.stappen(ik.rol)} sluit={sluit} />;
  if (over === 'hulp')
    return <Toetsenhulp toetsen={toetsen} sluit={sluit} kijkRond={() => toon('rondleiding')} />;
  return null;
}

function useToetsen(ik: Ik, menu: Menuregel[], toon: (over: Over) => void): Sneltoets[] {
  const zoek = heeftWerk(ik.rol) ? nl.palet.zoek : nl.palet.zoekPagina;
  const toetsen: Sneltoets[] = [
    { toets: '/', naam: zoek, doe: () => toon('palet') },
    ...menutoetsen(menu, navigeer),
    { toets: '?', naam: nl.schil.toonHulp, doe: () => toon('hulp') },
  ];
  const nu = useRef(toetsen);
  nu.current = toetsen;
  useEffect(() => {
    const bij = (event: KeyboardEvent) => {
      const dialoog = document.querySelector('dialog[open]') !== null;
      if (isPalet(event)) {
        event.preventDefault();
        if (!dialoog) toon('palet');
        return;
      }
      const typt = isSchrijfplek(event.target);
      const gedrukt = bijDruk(event, nu.current, { aan: leesToetsen(), typt, dialoog });
      if (!gedrukt) return;
      event.preventDefault();
      gedrukt.doe();
    };
    document.addEventListener('keydown', bij);
    return () => document.removeEventListener('keydown', bij);
  }, [toon]);
  return toetsen;
}

/** What lies over the page now. */
export const useOver = () => useState<Over>();
