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
      <rect className="thuis-tafel" x={BREED / 2 - 58} y={HOOG / 2 - 34} width={116} height={56} rx={14} />
      {lijnen.map(({ houder, kind }) => (
        <g key={`${houder.lid.persoon.id} ${kind.lid.persoon.id}`}>
          <line className="thuis-gezag" x1={houder.x} y1={houder.y} x2={kind.x} y2={kind.y} />
          <text
            className="thuis-woord"
            x={(houder.x + kind.x) / 2}
            y={(houder.y + kind.y) / 2 - 8}
            textAnchor="middle"
          >
            {nl.huishouden.gezag.toLowerCase()}
          </text>
        </g>
      ))}
      {plekken.map(({ lid, x, y }) => (
        <g key={lid.persoon.id}>
          <circle
            className={lid.verblijf ? 'thuis-mens thuis-mens--feitelijk' : 'thuis-mens'}
            cx={x}
            cy={y}
            r={STRAAL}
          />
          <text className="thuis-initiaal" x={x} y={y + 6} textAnchor="middle">
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
