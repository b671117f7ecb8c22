// A simple picture of who live there, around the table, and who has gezag over whom. All of it stands in words beside it.
import { useId } from 'react';
import type { LidWat } from '../../api/types';
import { nl } from '../../teksten/werk';
import { initiaal } from '../../ui/stoel';

const BREED = 360;
const HOOG = 240;
const STRAAL = 24;

interface Plaats {
  lid: LidWat;
  x: number;
  y: number;
}

/** Around the table, the first one at its left. */
function plaatsen(leden: LidWat[]): Plaats[] {
  return leden.map((lid, i) => {
    const hoek = (2 * Math.PI * i) / leden.length + Math.PI;
    return { lid, x: BREED / 2 + Math.cos(hoek) * 120, y: HOOG / 2 - 6 + Math.sin(hoek) * 74 };
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
      <rect className="thuis-tafel" x={BREED / 2 - 58} y={HOOG / 2 - 34} width={116} height={56} rx={14} />
      {lijnen.map(({ houder, kind }) => (
        <Gezaglijn
          key={`${houder.lid.persoon.id} ${kind.lid.persoon.id}`}
          van={houder}
          naar={kind}
          punt={`url(#${id}-punt)`}
        />
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

/** From who has gezag to the child, between their chairs. */
function Gezaglijn({ van, naar, punt }: { van: Plaats; naar: Plaats; punt: string }) {
  const lengte = Math.hypot(naar.x - van.x, naar.y - van.y) || 1;
  const [dx, dy] = [(naar.x - van.x) / lengte, (naar.y - van.y) / lengte];
  const vrij = STRAAL + 9;
  return (
    <>
      <line
        className="thuis-gezag"
        x1={van.x + dx * vrij}
        y1={van.y + dy * vrij}
        x2={naar.x - dx * vrij}
        y2={naar.y - dy * vrij}
        markerEnd={punt}
      />
      <text className="thuis-woord" x={(van.x + naar.x) / 2} y={(van.y + naar.y) / 2 - 8} textAnchor="middle">
        {nl.huishouden.gezag.toLowerCase()}
      </text>
    </>
  );
}

/** A chair: round at the top, nearly square at the foot. */
const stoel = (x: number, y: number) =>
  `M${x - STRAAL + 4} ${y + STRAAL}a4 4 0 0 1-4-4v${4 - STRAAL}a${STRAAL} ${STRAAL} 0 0 1 ${2 * STRAAL} 0v${STRAAL - 4}a4 4 0 0 1-4 4z`;
