/** "150", "1.250,50" or "150,5" in whole cents; undefined when it is no amount above nothing. */
export function leesBedrag(tekst: string): number | undefined {
  const kaal = tekst.replace(/[€\s]/g, '');
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/.test(kaal)) return undefined;
  const [euro = '', cent = ''] = kaal.replaceAll('.', '').split(',');
  const cents = Number(euro) * 100 + Number(cent.padEnd(2, '0'));
  return Number.isSafeInteger(cents) && cents > 0 ? cents : undefined;
}

/** As it is typed again: "1250,50". */
export const typBedrag = (cents: number) =>
  `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
