// The own set: 20 grid, 1.8 line, round ends. Always beside a word, or inside a button that has a name.
const PADEN = {
  klok: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l3 2',
  waarschuwing: 'M10 3l8 14H2zM10 8v4M10 14.7v.1',
  slot: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  vink: 'M4 10.5l4 4 8-9',
  kruis: 'M5 5l10 10M15 5L5 15',
  omhoog: 'M10 16V4M5 9l5-5 5 5',
  omlaag: 'M5 7.5l5 5 5-5',
  bel: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  huis: 'M3 10l7-6 7 6M5 9v8h10V9',
  bak: 'M3 11l2-7h10l2 7v6H3zM3 11h4l1 2h4l1-2h4',
  plus: 'M10 4v12M4 10h12',
  blad: 'M5 3h7l4 4v10H5zM12 3v4h4M8 11h5M8 14h4',
  uit: 'M8 4H4v12h4M12 6l4 4-4 4M16 10H8',
  zoek: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l4 4',
  vet: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  cursief: 'M12 4H8M12 16H8M11.5 4l-3 12',
  kop: 'M5 4v12M15 4v12M5 10h10',
  menu: 'M3 5h14M3 10h14M3 15h14',
  lijst: 'M8 5h9M8 10h9M8 15h9M4 5v.1M4 10v.1M4 15v.1',
  nummering: 'M8 5h9M8 10h9M8 15h9M3.5 4l1-.7V7M3.2 13h1.8l-1.8 3H5',
  citaat: 'M4 6h4v4c0 2-1 3-3 4M11 6h4v4c0 2-1 3-3 4',
  ongedaan: 'M7 5L3 9l4 4M3 9h8a5 5 0 0 1 5 5v2',
  opnieuw: 'M13 5l4 4-4 4M17 9H9a5 5 0 0 0-5 5v2',
  afdrukken: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  keten: 'M3 4l14 13M8 6l1-1a3.5 3.5 0 0 1 5 5l-1 1M12 14l-1 1a3.5 3.5 0 0 1-5-5l1-1',
  geld: 'M3 6h14v9H3zM10 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  oog: 'M2 10c2-3.5 5-5 8-5s6 1.5 8 5c-2 3.5-5 5-8 5s-6-1.5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  oogdicht: 'M2 8c2 3 5 4.5 8 4.5S16 11 18 8M4 11l-1.5 2.5M10 12.5V16M16 11l1.5 2.5',
  draaien: 'M15 6a6 6 0 1 0 1 5M16 3v4h-4',
  staven: 'M3 17h14M5.5 14V9M10 14V4M14.5 14v-3',
  praten: 'M3 5h11v7H8l-3 3v-3H3zM16 8h1.5v6H16v2.5L13.5 14H10',
  wissel: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  vlag: 'M5 17V4M5 4h10l-2 3.5L15 11H5',
  mensen:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16.5c0-3 2-5 4.5-5s4.5 2 4.5 5M13 9.5a2.2 2.2 0 1 0-.8-4.2M13.5 11.8c2.4.1 4 2 4 4.7',
} as const;

export type IcoonNaam = keyof typeof PADEN;
/** All of them, for the page that shows them. */
export const ICONEN = Object.keys(PADEN) as IcoonNaam[];

export function Icoon({ naam }: { naam: IcoonNaam }) {
  return (
    <svg className="ico" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PADEN[naam]} />
    </svg>
  );
}

export function Merk() {
  return (
    <svg className="merk-teken" viewBox="0 0 40 40" aria-hidden="true">
      <path
        className="merk-rand"
        d="M13 8.5V6.5a7 5 0 0 1 14 0v2zM13 31.5v2a7 5 0 0 0 14 0v-2zM8.5 13H6.5a5 7 0 0 0 0 14h2z"
      />
      <path className="merk-inwoner" d="M31.5 13h2a5 7 0 0 1 0 14h-2z" />
      <rect className="merk-blad" x="10.5" y="10.5" width="19" height="19" rx="4.5" />
    </svg>
  );
}
