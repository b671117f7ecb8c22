// A name that was typed in haste, without one capital, gets those that it has on a letter. Whoever typed a capital somewhere knows better.
const KLEIN = new Set([
  'van',
  'de',
  'den',
  'der',
  'het',
  'ten',
  'ter',
  'te',
  'in',
  'op',
  'aan',
  'bij',
  'el',
  'al',
  'la',
  'le',
  'von',
  'di',
  'da',
  'dos',
]);

/** "jansen" is "Jansen", "de vries-bakker" is "de Vries-Bakker", "ijsbrand" is "IJsbrand"; "McDonald" stays as it is. */
export function hoofdletters(naam: string): string {
  if (naam !== naam.toLowerCase()) return naam;
  return naam
    .split(' ')
    .map((woord) => (KLEIN.has(woord) || /^['’]/.test(woord) ? woord : woord.split('-').map(groot).join('-')))
    .join(' ');
}

const groot = (woord: string): string =>
  woord.startsWith('ij') ? `IJ${woord.slice(2)}` : `${woord.charAt(0).toUpperCase()}${woord.slice(1)}`;
