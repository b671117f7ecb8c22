// From the form of a contact to what the server wants of it, and back from what it refuses to the field at which that stands.
import type {
  Identiteitscontrole,
  Kanaal,
  NieuwContactmoment,
  PersoonKort,
  SprekerKeuze,
  Urgentie,
  Verslagvraag,
  Zaaktype,
} from '../../api/types';
import { leeftijd } from '../../datum';
import { nl } from '../../teksten/werk';
import type { Foutmelding } from '../../ui/veld';
import { tekst } from '../formulier';
import { onderwerpFout } from '../melding/onderwerp';

export const VRAGEN: Verslagvraag[] = ['hulpvraag', 'situatie', 'eigen_kracht', 'veiligheid'];
/** Who speaks, when it is nobody of the huishouden. */
export const ANDER = 'ander';
export const ANONIEM = 'anoniem';

/** Who the contact is with and about. */
interface Kring {
  persoon: PersoonKort;
  gekozen: PersoonKort[];
}

export function leesContact(
  data: FormData,
  kring: Kring,
): { body: NieuwContactmoment } | { fouten: Foutmelding[] } {
  const verslag = VRAGEN.map((vraag) => ({ vraag, tekst: tekst(data, vraag) })).filter((a) => a.tekst !== '');
  const fouten = ontbreekt(data, kring);
  if (verslag.length === 0) fouten.push({ veld: 'hulpvraag', tekst: nl.balie.verslagFout });
  fouten.push(...nietGezegd(data));
  if (fouten.length > 0) return { fouten };
  return {
    body: {
      kanaal: tekst(data, 'kanaal') as Kanaal,
      spreker: sprekerVan(data),
      controle: tekst(data, 'controle') as Identiteitscontrole,
      verslag,
      meldingen: kring.gekozen.map((mens) => meldingOver(data, mens)),
    },
  };
}

function ontbreekt(data: FormData, { persoon, gekozen }: Kring): Foutmelding[] {
  const fouten: Foutmelding[] = [];
  if (gekozen.length === 0) fouten.push({ veld: `over-${persoon.id}`, tekst: nl.balie.overWieFout });
  for (const { id, naam } of gekozen) {
    const fout = onderwerpFout(tekst(data, `onderwerp-${id}`), `het onderwerp voor ${naam}`);
    if (fout) fouten.push({ veld: `onderwerp-${id}`, tekst: fout });
  }
  return fouten;
}

/** With whom one spoke, how one knows that, and how they came. */
function nietGezegd(data: FormData): Foutmelding[] {
  const fouten: Foutmelding[] = [];
  for (const veld of ['spreker', 'controle', 'kanaal'] as const) {
    if (!tekst(data, veld)) fouten.push({ veld, tekst: nl.fout.kies(nl.balie.kies[veld]) });
  }
  if (tekst(data, 'spreker') === ANDER && !tekst(data, 'sprekernaam')) {
    fouten.push({ veld: 'sprekernaam', tekst: nl.fout.verplicht('de naam van wie u spreekt') });
  }
  return fouten;
}

function meldingOver(data: FormData, { id }: PersoonKort): NieuwContactmoment['meldingen'][number] {
  const naar = tekst(data, `naar-${id}`);
  return {
    persoon: id,
    zaaktype: tekst(data, `zaaktype-${id}`) as Zaaktype,
    onderwerp: tekst(data, `onderwerp-${id}`),
    urgentie: tekst(data, `urgentie-${id}`) as Urgentie,
    ...(naar ? { behandelaars: [naar] } : {}),
  };
}

function sprekerVan(data: FormData): SprekerKeuze {
  const keuze = tekst(data, 'spreker');
  if (keuze === ANONIEM) return { soort: 'anoniem' };
  const telefoon = tekst(data, 'sprekertelefoon');
  const bel = telefoon ? { telefoon } : {};
  if (keuze !== ANDER) return { soort: 'persoon', persoon: keuze, ...bel };
  const relatie = tekst(data, 'sprekerrelatie');
  return { soort: 'ander', naam: tekst(data, 'sprekernaam'), ...(relatie ? { relatie } : {}), ...bel };
}

/** At which field stands what the server says of one of the body. */
export function veldVan(veld: string, gekozen: PersoonKort[]): string | undefined {
  const velden: Record<string, string> = {
    verslag: 'hulpvraag',
    'spreker.naam': 'sprekernaam',
    'spreker.relatie': 'sprekerrelatie',
    'spreker.telefoon': 'sprekertelefoon',
  };
  const plek = /^meldingen\.(\d+)\.onderwerp$/.exec(veld)?.[1];
  const mens = plek === undefined ? undefined : gekozen[Number(plek)];
  return mens ? `onderwerp-${mens.id}` : velden[veld];
}

/** What is usual: youth help for a minor, the Wmo for others. */
export function gewoonlijk(mens: PersoonKort, now: Date): Zaaktype {
  const minderjarig = mens.geboortedatum != null && leeftijd(mens.geboortedatum, now) < 18;
  return minderjarig ? 'AANVRAAG-JEUGDHULP' : 'MELDING-WMO';
}
