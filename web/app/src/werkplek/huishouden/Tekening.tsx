// A huishouden as a picture: who live there, who has gezag over whom, what runs and who works on it. Chairs are drawn as everywhere else; what is
// not for the reader hangs behind the curtain. All of it stands in words in the tables of the page.
import clsx from 'clsx';
import { type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LidWat, ZaakRij } from '../../api/types';
import '../../stijl/tekening.css';
import { nl } from '../../teksten/werk';
import { plekVan } from '../../ui/plek';
import { initiaal } from '../../ui/stoel';
import { beschrijf, type Kaart, type Mens, type Schets, schets, type Werker } from './schets';

const t = nl.huishouden;
const STRAAL = 20;
const REGEL_PX = 20;
/** Before the page was measured, and on paper. */
const EERST_PX = 960;

export interface TekeningProps {
  leden: LidWat[];
  zaken: ZaakRij[];
  now: Date;
}

export function Tekening({ leden, zaken, now }: TekeningProps) {
  const vak = useRef<HTMLDivElement>(null);
  const px = useBreedte(vak);
  const beeld = useMemo(() => schets({ leden, zaken, px, now }), [leden, zaken, px, now]);
  const id = useId();
  return (
    <figure className="thuis">
      <Legenda leden={leden} beeld={beeld} />
      <div ref={vak}>
        <svg
          className="thuistekening"
          viewBox={`0 0 ${beeld.breed} ${beeld.hoog}`}
          role="img"
          aria-labelledby={`${id}-titel ${id}-tekst`}
          data-tekening={beeld.drieKolommen ? 'breed' : 'smal'}
        >
          <title id={`${id}-titel`}>{t.tekening}</title>
          <desc id={`${id}-tekst`}>{beschrijf(leden, zaken)}</desc>
          <Patronen id={id} />
          <Huis beeld={beeld} />
          {beeld.lijnen.map((lijn) => (
            <path key={lijn.id} className={clsx('thuis-lijn', lijn.dat && 'thuis-lijn--dat')} d={lijn.d} />
          ))}
          {beeld.gezag.map((lijn) => (
            <path key={lijn.id} className="thuis-gezag" d={lijn.d} markerEnd={`url(#${id}-punt)`} />
          ))}
          {beeld.mensen.map((mens) => (
            <Stoelmens key={mens.id} mens={mens} />
          ))}
          {beeld.kaarten.map((kaart) => (
            <Kaartje key={kaart.id} kaart={kaart} gordijn={`url(#${id}-gordijn)`} />
          ))}
          {beeld.werkers.map((werker) => (
            <Werkstoel key={werker.id ?? 'niemand'} werker={werker} />
          ))}
        </svg>
      </div>
      {beeld.nietGetekend > 0 && <p className="sm quiet">{t.schets.meer(beeld.nietGetekend)}</p>}
    </figure>
  );
}

/** How wide the picture may be, in pixels of the page. */
function useBreedte(vak: RefObject<HTMLDivElement | null>): number {
  const [px, setPx] = useState(EERST_PX);
  useLayoutEffect(() => {
    const el = vak.current;
    if (!el) return undefined;
    const meet = () => el.clientWidth > 0 && setPx(el.clientWidth);
    meet();
    const kijker = new ResizeObserver(meet);
    kijker.observe(el);
    return () => kijker.disconnect();
  }, [vak]);
  return px;
}

function Patronen({ id }: { id: string }) {
  return (
    <defs>
      <marker
        id={`${id}-punt`}
        viewBox="0 0 10 10"
        refX="8"
        refY="5"
        markerWidth="4.5"
        markerHeight="4.5"
        orient="auto"
      >
        <path className="thuis-punt" d="M1 1 9 5 1 9" />
      </marker>
      <pattern id={`${id}-gordijn`} width="7" height="8" patternUnits="userSpaceOnUse">
        <rect className="thuis-gordijn-grond" width="7" height="8" />
        <rect className="thuis-gordijn-streep" x="5" width="1.5" height="8" />
      </pattern>
    </defs>
  );
}

function Huis({ beeld: { huis, koppen } }: { beeld: Schets }) {
  const { x, y, breed, hoog } = huis;
  return (
    <>
      {koppen.map((kop) => (
        <text key={kop.tekst} className="thuis-kop" x={kop.x} y="18">
          {kop.tekst}
        </text>
      ))}
      <rect className="thuis-huis" x={x} y={y} width={breed} height={hoog} rx="16" />
      <path className="thuis-rand" d={`M${x} ${y + 16}a16 16 0 0 1 16-16h${breed - 32}a16 16 0 0 1 16 16`} />
    </>
  );
}

/** A chair: round at the top, nearly square at the foot. */
const stoel = (x: number, y: number, straal = STRAAL) =>
  `M${x - straal + 4} ${y + straal}a4 4 0 0 1-4-4v${4 - straal}a${straal} ${straal} 0 0 1 ${2 * straal} 0v${straal - 4}a4 4 0 0 1-4 4z`;

function Stoelmens({ mens }: { mens: Mens }) {
  const { x, y, naam, regels, feitelijk, elders } = mens;
  const tekstX = x + STRAAL + 12;
  return (
    <g data-mens={mens.id}>
      <path
        className={clsx('thuis-mens', feitelijk && 'thuis-mens--feitelijk', elders && 'thuis-mens--elders')}
        d={stoel(x, y)}
      />
      <text className="thuis-initiaal" x={x} y={y + 10} textAnchor="middle">
        {initiaal(naam)}
      </text>
      <text className="thuis-naam" x={tekstX} y={y - 4}>
        {naam}
      </text>
      {regels.map((regel, i) => (
        <text key={regel} className="thuis-onder" x={tekstX} y={y - 4 + (i + 1) * REGEL_PX}>
          {regel}
        </text>
      ))}
    </g>
  );
}

const GORDIJN_PX = 44;

function Kaartje({ kaart, gordijn }: { kaart: Kaart; gordijn: string }) {
  const { x, y, breed, hoog, naam, onder, dat } = kaart;
  const dicht = x + breed - GORDIJN_PX;
  const midden = y + hoog / 2;
  return (
    <g data-kaart={dat ? 'dat' : 'wat'}>
      <rect className="thuis-kaart" x={x} y={y} width={breed} height={hoog} rx="12" />
      {dat && (
        <>
          <path
            className="thuis-gordijn"
            fill={gordijn}
            d={`M${dicht} ${y}h${GORDIJN_PX - 12}a12 12 0 0 1 12 12v${hoog - 24}a12 12 0 0 1-12 12h${12 - GORDIJN_PX}z`}
          />
          <g className="thuis-slot" transform={`translate(${dicht + GORDIJN_PX / 2 - 10} ${midden - 10})`}>
            <rect x="-3" y="-3" width="26" height="26" rx="6" />
            <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9" />
          </g>
        </>
      )}
      <text className="thuis-naam" x={x + 14} y={midden - 4}>
        {naam}
      </text>
      <text className="thuis-onder" x={x + 14} y={midden + 16}>
        {onder}
      </text>
    </g>
  );
}

function Werkstoel({ werker }: { werker: Werker }) {
  const { id, naam, x, y } = werker;
  return (
    <g data-werker={naam}>
      <path
        className={id ? `thuis-werker p${plekVan(id)}` : 'thuis-mens thuis-mens--elders'}
        d={stoel(x, y)}
      />
      {id && (
        <text className="thuis-initiaal thuis-initiaal--werker" x={x} y={y + 10} textAnchor="middle">
          {initiaal(naam)}
        </text>
      )}
      <text className="thuis-naam" x={x + STRAAL + 10} y={y + 6}>
        {naam}
      </text>
    </g>
  );
}

/** Only of what is in this picture. */
function Legenda({ leden, beeld }: { leden: LidWat[]; beeld: Schets }) {
  const tekens = [
    beeld.gezag.length > 0 && { soort: 'gezag', tekst: t.schets.legenda.gezag },
    beeld.lijnen.some((lijn) => !lijn.dat) && { soort: 'lijn', tekst: t.schets.legenda.wat },
    beeld.lijnen.some((lijn) => lijn.dat) && { soort: 'dat', tekst: t.schets.legenda.dat },
    leden.some((lid) => lid.verblijf) && { soort: 'feitelijk', tekst: t.schets.legenda.feitelijk },
  ].filter((teken) => teken !== false);
  if (tekens.length === 0) return null;
  return (
    <figcaption>
      <ul className="thuis-legenda sm">
        {tekens.map(({ soort, tekst }) => (
          <li key={soort}>
            <svg viewBox="0 0 32 14" aria-hidden="true">
              {soort === 'feitelijk' ? (
                <path className="thuis-mens thuis-mens--feitelijk" d={stoel(16, 7, 6)} />
              ) : (
                <path
                  className={clsx(
                    soort === 'gezag' ? 'thuis-gezag' : 'thuis-lijn',
                    soort === 'dat' && 'thuis-lijn--dat',
                  )}
                  d="M1 7H31"
                />
              )}
            </svg>
            {tekst}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
