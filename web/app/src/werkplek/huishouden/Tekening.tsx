// A simple picture of who live there, around the table, and who has gezag over whom. All of it stands in words beside it.
import { useId } from 'react';
import type { LidWat } from '../../api/types';
import { nl } from '../../teksten/werk';
import { initiaal } from '../../ui/stoel';

const BREED = 360;
const HOOG = 240;
const STRAAL = 24;
const TAFEL = { x: BREED / 2, y: HOOG / 2 - 6 };

interface Plaats {
  lid: LidWat;
  x: number;
  y: number;
}

/** Around the table, the first one at its left. */
function plaatsen(leden: LidWat[]): Plaats[] {
  return leden.map((lid, i) => {
    const hoek = (2 * Math.PI * i) / leden.length + Math.PI;
    return { lid, x: TAFEL.x + Math.cos(hoek) * 120, y: TAFEL.y + Math.sin(hoek) * 74 };
  });
}

export function beschrijf(leden: LidWat[]): string {
  const naam = (id: string | null | undefined) => leden.find((lid) => lid.persoon.id === id)?.persoon.naam;
  return nl.huishouden.beschrijving(
    leden.flatMap((lid) => [
      lid.verblijf
        ? nl.huishouden.zin.feitelijk(lid.persoon.naam)
        : nl.huishouden.zin.woont(lid.persoon.naam),
      ...lid.gezag.map((gezag) =>
        nl.huishouden.zin.gezag(naam(gezag.persoon) ?? gezag.naam ?? nl.onbekend, lid.persoon.naam),
      ),
    ]),
  );
}

export function Tekening({ leden }: { leden: LidWat[] }) {
  const id = useId();
  const plekken = plaatsen(leden);
  const plek = (persoon: string | null | undefined) => plekken.find((p) => p.lid.persoon.id === persoon);
  const lijnen = plekken.flatMap((kind) =>
    kind.lid.gezag.flatMap((gezag) => {
      const houder = plek(gezag.persoon);
      return houder ? [{ houder, kind }] : [];
    }),
  );
  return (
    <svg
      className="thuistekening"
      viewBox={`0 0 ${BREED} ${HOOG}`}
      role="img"
      aria-labelledby={`${id}-titel ${id}-tekst`}
      data-tekening
    >
      <title id={`${id}-titel`}>{nl.huishouden.tekening}</title>
      <desc id={`${id}-tekst`}>{beschrijf(leden)}</desc>
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
      </defs>
      <rect className="thuis-tafel" x={TAFEL.x - 58} y={TAFEL.y - 28} width={116} height={56} rx={14} />
      {lijnen.map(({ houder, kind }) => (
        <Gezaglijn
          key={`${houder.lid.persoon.id} ${kind.lid.persoon.id}`}
          van={houder}
          naar={kind}
          punt={`url(#${id}-punt)`}
        />
      ))}
      {lijnen.map(({ houder, kind }) => (
        <Gezagwoord key={`${houder.lid.persoon.id} ${kind.lid.persoon.id}`} van={houder} naar={kind} />
      ))}
      {plekken.map(({ lid, x, y }) => (
        <g key={lid.persoon.id}>
          <path
            className={lid.verblijf ? 'thuis-mens thuis-mens--feitelijk' : 'thuis-mens'}
            d={stoel(x, y)}
          />
          <text className="thuis-initiaal" x={x} y={y + 12} textAnchor="middle">
            {initiaal(lid.persoon.naam)}
          </text>
          <text className="thuis-naam" x={x} y={y + STRAAL + 17} textAnchor="middle">
            {nl.voornaam(lid.persoon.naam)}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Punt {
  x: number;
  y: number;
}

/** Half of the table with the room that a word beside it needs. */
const OM_TAFEL = { x: 58 + 26, y: 28 + 22 };

/** Where a line between two chairs has its middle: beside the table when it would go over it. */
function midden(van: Plaats, naar: Plaats): Punt {
  const recht = { x: (van.x + naar.x) / 2, y: (van.y + naar.y) / 2 };
  const lengte = Math.hypot(naar.x - van.x, naar.y - van.y) || 1;
  // Across the line, and upward when it lies flat.
  const dwars = { x: (naar.y - van.y) / lengte, y: -Math.abs(naar.x - van.x) / lengte };
  const ver = (recht.x - TAFEL.x) * dwars.x + (recht.y - TAFEL.y) * dwars.y;
  const nodig = Math.abs(dwars.x) * OM_TAFEL.x + Math.abs(dwars.y) * OM_TAFEL.y;
  if (Math.abs(ver) >= nodig) return recht;
  const erbij = nodig - ver;
  return { x: recht.x + dwars.x * erbij, y: recht.y + dwars.y * erbij };
}

/** From who has gezag to the child, between their chairs and round the table. */
function Gezaglijn({ van, naar, punt }: { van: Plaats; naar: Plaats; punt: string }) {
  const door = midden(van, naar);
  // The curve goes half as far as the point that bends it.
  const buig = { x: 2 * door.x - (van.x + naar.x) / 2, y: 2 * door.y - (van.y + naar.y) / 2 };
  const begin = naastStoel(van, buig);
  const einde = naastStoel(naar, buig);
  return (
    <path
      className="thuis-gezag"
      d={`M${begin.x} ${begin.y}Q${buig.x} ${buig.y} ${einde.x} ${einde.y}`}
      markerEnd={punt}
    />
  );
}

/** Just off a chair, in the direction of a point. */
function naastStoel(plaats: Plaats, naar: Punt): Punt {
  const lengte = Math.hypot(naar.x - plaats.x, naar.y - plaats.y) || 1;
  const vrij = (STRAAL + 9) / lengte;
  return { x: plaats.x + (naar.x - plaats.x) * vrij, y: plaats.y + (naar.y - plaats.y) * vrij };
}

/** On its line, over all lines: with an edge of the paper around it no arrow goes through it. */
function Gezagwoord({ van, naar }: { van: Plaats; naar: Plaats }) {
  return (
    <text className="thuis-woord" {...midden(van, naar)} textAnchor="middle" dominantBaseline="central">
      {nl.huishouden.gezag.toLowerCase()}
    </text>
  );
}

/** A chair: round at the top, nearly square at the foot. */
const stoel = (x: number, y: number) =>
  `M${x - STRAAL + 4} ${y + STRAAL}a4 4 0 0 1-4-4v${4 - STRAAL}a${STRAAL} ${STRAAL} 0 0 1 ${2 * STRAAL} 0v${STRAAL - 4}a4 4 0 0 1-4 4z`;
