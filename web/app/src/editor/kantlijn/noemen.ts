// Who is named in a remark: "@Emma", or the whole name where two have the same first name.
import type { Door } from '../../api/types';
import { voornaam } from '../../teksten/woorden';

/** What to type for somebody. */
export function roepnaam(wie: Door, deelnemers: readonly Door[]): string {
  const kort = voornaam(wie.naam);
  const dubbel = deelnemers.filter((d) => voornaam(d.naam).toLowerCase() === kort.toLowerCase()).length > 1;
  return `@${dubbel ? wie.naam : kort}`;
}

const LETTER = /[\p{L}\p{N}]/u;

/** The longest name first, so that "@Emma de Wit" is not also "@Emma". */
export function genoemden(tekst: string, deelnemers: readonly Door[]): string[] {
  const namen = deelnemers
    .flatMap((d) => [...new Set([roepnaam(d, deelnemers), `@${d.naam}`])].map((naam) => ({ id: d.id, naam })))
    .sort((a, b) => b.naam.length - a.naam.length);
  const found = new Set<string>();
  let rest = tekst.toLowerCase();
  for (const { id, naam } of namen) {
    const zoek = naam.toLowerCase();
    for (let at = rest.indexOf(zoek); at >= 0; at = rest.indexOf(zoek, at + 1)) {
      const na = rest[at + zoek.length] ?? ' ';
      if (LETTER.test(na) || LETTER.test(rest[at - 1] ?? ' ')) continue;
      found.add(id);
      rest = rest.slice(0, at) + ' '.repeat(zoek.length) + rest.slice(at + zoek.length);
    }
  }
  return [...found];
}
