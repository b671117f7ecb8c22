// Where everything of a huishouden stands in its picture: who live there in the house, who has gezag from elsewhere under it, what runs in the
// middle and who works on it at the right; on a narrow page what runs stands under whom it is for. In pixels of the page, so that no letter is
// scaled. Pure; Tekening.tsx draws it.
import type { GezagWat, LidWat, ZaakRij } from '../../api/types';
import { leeftijd } from '../../datum';
import { nl } from '../../teksten/werk';
import { hoofdletter } from '../../teksten/woorden';

const t = nl.huishouden;

/** From this width on there is room for three columns. */
const BREED_PX = 720;
/** More than these are in the table beneath: a picture of twenty lines shows nothing. */
export const ZAKEN_MAX = 12;
/** What a letter of the text takes, on average, rounded up: nothing runs out of its card. */
const LETTER_PX = 7.9;
/** A second line is in a lighter letter, of which more fit. */
const DUN = 1.12;
const REGEL_PX = 20;
const STOEL_PX = 40;
const KOP_PX = 34;
const KAART_PX = 60;
const TUSSEN_PX = 14;
/** Each holder of gezag has a lane of their own beside the chairs. */
const BAAN_PX = 14;

export interface Mens {
  id: string;
  naam: string;
  /** At the middle of the chair. */
  x: number;
  y: number;
  regels: string[];
  /** Lives there otherwise than the BRP says. */
  feitelijk: boolean;
  /** Has gezag and lives elsewhere. */
  elders: boolean;
}

export interface Kaart {
  id: string;
  naam: string;
  onder: string;
  /** That it runs, and no more. */
  dat: boolean;
  x: number;
  y: number;
  breed: number;
  hoog: number;
}

export interface Werker {
  id: string | undefined;
  naam: string;
  x: number;
  y: number;
}

export interface Lijn {
  id: string;
  d: string;
  dat: boolean;
}

export interface Schets {
  breed: number;
  hoog: number;
  drieKolommen: boolean;
  huis: { x: number; y: number; breed: number; hoog: number };
  mensen: Mens[];
  /** From who has gezag to the child. */
  gezag: { id: string; d: string }[];
  kaarten: Kaart[];
  werkers: Werker[];
  lijnen: Lijn[];
  koppen: { tekst: string; x: number }[];
  nietGetekend: number;
}

/** As much of it as fits; all of it stands in the table. */
export function kort(tekst: string, px: number): string {
  const past = Math.max(4, Math.floor(px / LETTER_PX));
  return tekst.length <= past ? tekst : `${tekst.slice(0, past - 1).trimEnd()}…`;
}

const houdersleutel = ({ persoon, naam }: GezagWat) => persoon ?? `naam ${naam ?? ''}`;

function regelsVan(lid: LidWat, naamVan: (gezag: GezagWat) => string, now: Date): string[] {
  const { geboortedatum, beschrijving } = lid.persoon;
  const oud = geboortedatum ? t.leeftijd(leeftijd(geboortedatum, now)) : beschrijving;
  return [
    oud ?? undefined,
    ...(lid.verblijf ? [t.schets.feitelijk, t.schets.bron(t.bronnen[lid.verblijf.bron])] : []),
    lid.adres_geheim ? t.schets.geheim : undefined,
    ...lid.gezag.map((gezag) => t.schets.gezag(nl.voornaam(naamVan(gezag)), t.gronden[gezag.grond])),
  ].filter((regel) => regel !== undefined);
}

interface Bron {
  leden: LidWat[];
  zaken: ZaakRij[];
  /** How wide the page is here. */
  px: number;
  now: Date;
}

export function schets({ leden, zaken, px, now }: Bron): Schets {
  const drieKolommen = px >= BREED_PX;
  const thuis = new Map(leden.map((lid) => [lid.persoon.id, lid.persoon.naam]));
  const naamVan = (gezag: GezagWat) =>
    (gezag.persoon && thuis.get(gezag.persoon)) || gezag.naam || nl.onbekend;
  const getekend = vanIedereen(opMens(leden, zaken), ZAKEN_MAX);
  const banen = [...new Set(leden.flatMap((lid) => lid.gezag.map(houdersleutel)))];
  const marge = 16 + banen.length * BAAN_PX + STOEL_PX / 2;
  const kolom = drieKolommen ? Math.round(px * 0.36) : px;
  const tekstPx = kolom - marge - STOEL_PX / 2 - 18;

  const mensen: Mens[] = [];
  const kaarten: Kaart[] = [];
  let y = drieKolommen ? KOP_PX + 16 : 16;
  const zet = (
    id: string,
    naam: string,
    regels: string[],
    soort: { feitelijk?: boolean; elders?: boolean },
  ) => {
    const regelsKort = regels.map((regel) => kort(regel, tekstPx * DUN));
    mensen.push({
      id,
      naam: kort(naam, tekstPx),
      x: marge,
      y: y + STOEL_PX / 2,
      regels: regelsKort,
      feitelijk: soort.feitelijk ?? false,
      elders: soort.elders ?? false,
    });
    y += Math.max(STOEL_PX, REGEL_PX * (1 + regels.length)) + TUSSEN_PX;
  };
  for (const lid of leden) {
    zet(lid.persoon.id, lid.persoon.naam, regelsVan(lid, naamVan, now), { feitelijk: Boolean(lid.verblijf) });
    if (drieKolommen) continue;
    for (const rij of getekend.filter(({ persoon }) => persoon?.id === lid.persoon.id)) {
      kaarten.push(kaart(rij, { x: marge + 8, y, breed: px - marge - 24 }));
      y += KAART_PX + TUSSEN_PX;
    }
  }
  const huis = {
    x: 1,
    y: drieKolommen ? KOP_PX : 1,
    breed: kolom - 2,
    hoog: y - (drieKolommen ? KOP_PX : 1),
  };
  y += TUSSEN_PX * 2;
  for (const [sleutel, naam] of vanElders(leden, thuis))
    zet(sleutel, naam, [t.schets.elders], { elders: true });
  if (drieKolommen) kaarten.push(...kolomkaarten(getekend, px));
  const werkers = drieKolommen ? werkersVan(getekend, kaarten, px) : [];
  const laatste = Math.max(y, ...kaarten.map((k) => k.y + k.hoog), ...werkers.map((w) => w.y + STOEL_PX / 2));
  return {
    breed: px,
    hoog: Math.ceil(laatste + TUSSEN_PX),
    drieKolommen,
    huis,
    mensen,
    gezag: gezagslijnen(leden, mensen, banen),
    kaarten,
    werkers,
    lijnen: lijnen(getekend, { mensen, kaarten, werkers, rand: huis.x + huis.breed, drieKolommen }),
    koppen: drieKolommen ? koppen(px) : [],
    nietGetekend: zaken.length - getekend.length,
  };
}

const koppen = (px: number): Schets['koppen'] => [
  { tekst: t.schets.koppen.mensen, x: 4 },
  { tekst: t.schets.koppen.zaken, x: kaartkolom(px).x },
  { tekst: t.schets.koppen.werkers, x: werkerkolom(px) - STOEL_PX / 2 },
];

/** In the order in which the people stand, and of one by term; of whom nobody there is known, last. */
function opMens(leden: LidWat[], zaken: ZaakRij[]): ZaakRij[] {
  const plaats = new Map(leden.map((lid, i) => [lid.persoon.id, i]));
  const van = (rij: ZaakRij) => plaats.get(rij.persoon?.id ?? '') ?? leden.length;
  return [...zaken].sort((a, b) => van(a) - van(b) || a.uiterlijk_op.localeCompare(b.uiterlijk_op));
}

/** At most so many, of everybody at least one as long as that fits: who has only one is not crowded out by who has many. In the order given. */
export function vanIedereen(zaken: ZaakRij[], hoogstens: number): ZaakRij[] {
  const gezien = new Map<string, number>();
  const beurten = zaken.map((rij) => {
    const wie = rij.persoon?.id ?? '';
    const beurt = gezien.get(wie) ?? 0;
    gezien.set(wie, beurt + 1);
    return { rij, beurt };
  });
  const eerst = [...beurten].sort((a, b) => a.beurt - b.beurt).slice(0, hoogstens);
  const blijft = new Set(eerst.map(({ rij }) => rij));
  return zaken.filter((rij) => blijft.has(rij));
}

/** Who has gezag over somebody there and lives elsewhere, each once. */
function vanElders(leden: LidWat[], thuis: ReadonlyMap<string, string>): Map<string, string> {
  const elders = new Map<string, string>();
  for (const gezag of leden.flatMap((lid) => lid.gezag)) {
    if (!gezag.persoon || !thuis.has(gezag.persoon))
      elders.set(houdersleutel(gezag), gezag.naam ?? nl.onbekend);
  }
  return elders;
}

const kaartkolom = (px: number) => ({ x: Math.round(px * 0.44), breed: Math.round(px * 0.32) });
const werkerkolom = (px: number) => Math.round(px * 0.83) + STOEL_PX / 2;

const wieWerkt = (rij: ZaakRij) => nl.en(rij.behandelaars.map((b) => nl.voornaam(b.naam)));

function kaart(rij: ZaakRij, { x, y, breed }: Pick<Kaart, 'x' | 'y' | 'breed'>, smal = true): Kaart {
  const dat = rij.toegang === 'dat';
  const ruimte = breed - 28 - (dat ? 44 : 0);
  const wie = smal ? wieWerkt(rij) || t.schets.niemand : undefined;
  const onder = [wie, nl.status[rij.status].toLowerCase()].filter(Boolean).join(', ');
  return {
    id: rij.id,
    naam: kort(rij.zaaktype_naam, ruimte),
    onder: kort(hoofdletter(onder), ruimte * DUN),
    dat,
    x,
    y,
    breed,
    hoog: KAART_PX,
  };
}

function kolomkaarten(zaken: ZaakRij[], px: number): Kaart[] {
  const kolom = kaartkolom(px);
  return zaken.map((rij, i) => kaart(rij, { ...kolom, y: KOP_PX + i * (KAART_PX + TUSSEN_PX) }, false));
}

/** Each worker once, as near to what they work on as the others leave room. */
function werkersVan(zaken: ZaakRij[], kaarten: Kaart[], px: number): Werker[] {
  const hoogten = new Map<string | undefined, { naam: string; ys: number[] }>();
  zaken.forEach((rij, i) => {
    const midden = (kaarten[i]?.y ?? 0) + KAART_PX / 2;
    const wie: { id?: string; naam: string }[] =
      rij.behandelaars.length > 0 ? rij.behandelaars : [{ naam: t.schets.niemand }];
    for (const { id, naam } of wie) {
      const er = hoogten.get(id) ?? { naam, ys: [] };
      er.ys.push(midden);
      hoogten.set(id, er);
    }
  });
  const ruimte = px - werkerkolom(px) - STOEL_PX / 2 - 10;
  const gewenst = [...hoogten]
    .map(([id, { naam, ys }]) => ({ id, naam, y: ys.reduce((a, b) => a + b, 0) / ys.length }))
    .sort((a, b) => a.y - b.y);
  let onder = 0;
  return gewenst.map(({ id, naam, y }) => {
    const plek = Math.max(y, onder);
    onder = plek + STOEL_PX + TUSSEN_PX;
    const woord = id === undefined ? naam : nl.voornaam(naam);
    return { id, naam: kort(woord, ruimte), x: werkerkolom(px), y: plek };
  });
}

/** Down a lane of the holder's own, left of the chairs, with a point at each child. */
function gezagslijnen(leden: LidWat[], mensen: Mens[], banen: string[]): Schets['gezag'] {
  const stoel = new Map(mensen.map((mens) => [mens.id, mens]));
  return leden.flatMap((lid) =>
    lid.gezag.flatMap((gezag) => {
      const [van, naar] = [stoel.get(houdersleutel(gezag)), stoel.get(lid.persoon.id)];
      if (!van || !naar) return [];
      const baan = 14 + banen.indexOf(houdersleutel(gezag)) * BAAN_PX;
      const rand = van.x - STOEL_PX / 2 - 3;
      const af = naar.y > van.y ? 9 : -9;
      return [
        {
          id: `${houdersleutel(gezag)} ${lid.persoon.id} ${gezag.grond}`,
          d: `M${rand} ${van.y + af}H${baan + 8}Q${baan} ${van.y + af} ${baan} ${van.y + 2 * af + (af > 0 ? 2 : -2)}V${naar.y - 2 * af}Q${baan} ${naar.y - af} ${baan + 8} ${naar.y - af}H${rand}`,
        },
      ];
    }),
  );
}

interface Plaatsen {
  mensen: Mens[];
  kaarten: Kaart[];
  werkers: Werker[];
  /** Where the house ends. */
  rand: number;
  drieKolommen: boolean;
}

const bocht = (x1: number, y1: number, x2: number, y2: number) => {
  const half = Math.round((x1 + x2) / 2);
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
};

function lijnen(zaken: ZaakRij[], { mensen, kaarten, werkers, rand, drieKolommen }: Plaatsen): Lijn[] {
  const kaartVan = new Map(kaarten.map((een) => [een.id, een]));
  return zaken.flatMap((rij) => {
    const doel = kaartVan.get(rij.id);
    if (!doel) return [];
    const { dat, x, y, hoog, breed } = doel;
    const mens = mensen.find((een) => een.id === rij.persoon?.id);
    const midden = y + hoog / 2;
    const van = mens
      ? [
          {
            id: `${rij.id} mens`,
            dat,
            d: drieKolommen ? bocht(rand, mens.y, x, midden) : tak(mens, x, midden),
          },
        ]
      : [];
    const bij = werkers
      .filter(({ id }) =>
        id === undefined ? rij.behandelaars.length === 0 : rij.behandelaars.some((b) => b.id === id),
      )
      .map((werker) => ({
        id: `${rij.id} ${werker.id ?? 'niemand'}`,
        dat,
        d: bocht(x + breed, midden, werker.x - STOEL_PX / 2 - 6, werker.y),
      }));
    return [...van, ...bij];
  });
}

/** On a narrow page: down from the chair, and into the card. */
const tak = (mens: Mens, x: number, y: number) =>
  `M${mens.x} ${mens.y + STOEL_PX / 2 + 2}V${y - 8}Q${mens.x} ${y} ${Math.min(mens.x + 8, x)} ${y}H${x}`;

/** All of it in words, for who does not see it. */
export function beschrijf(leden: LidWat[], zaken: ZaakRij[]): string {
  const naam = (id: string | null | undefined) => leden.find((lid) => lid.persoon.id === id)?.persoon.naam;
  const zin = t.zin;
  return t.beschrijving([
    ...leden.flatMap((lid) => [
      lid.verblijf
        ? zin.feitelijk(lid.persoon.naam, t.bronnen[lid.verblijf.bron])
        : zin.woont(lid.persoon.naam),
      ...lid.gezag.map((gezag) =>
        zin.gezag(naam(gezag.persoon) ?? gezag.naam ?? nl.onbekend, lid.persoon.naam),
      ),
    ]),
    ...opMens(leden, zaken).map((rij) =>
      zin.zaak(
        rij.persoon?.naam ?? nl.onbekend,
        rij.zaaktype_naam,
        rij.toegang === 'dat',
        nl.en(rij.behandelaars.map((b) => b.naam)),
      ),
    ),
  ]);
}
