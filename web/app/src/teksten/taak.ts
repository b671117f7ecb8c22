// What behandelaars are to do in a zaak.
import { getal } from './woorden';

export const taak = {
  titel: 'Taken',
  geen: 'Er zijn nog geen taken in deze zaak.',
  erbij: 'Zet een taak klaar',
  formTitel: 'Zet een taak klaar',
  wat: 'Wat moet er gebeuren?',
  watUitleg: 'Eén regel, bijvoorbeeld: School bellen over de klas van Dylan.',
  wie: 'Wie doet dit?',
  dag: 'Uiterlijk op',
  dagUitleg: 'Bijvoorbeeld 14-12-2026',
  dagFout: 'Vul een datum in die bestaat, bijvoorbeeld 14-12-2026.',
  zet: 'Zet klaar',
  gedaan: (wat: string) => `Gedaan: ${wat}`,
  zonderEigenaar: 'Zonder eigenaar',
  zonderEigenaarUitleg: (n: number) =>
    n === 1
      ? 'Eén taak heeft geen eigenaar meer. Geef de taak aan een van de behandelaars.'
      : `${n} taken hebben geen eigenaar meer. Geef ze aan een van de behandelaars.`,
  uiterlijk: (dag: string) => `uiterlijk ${dag}`,
  gedaanDoor: (wie: string, wanneer: string) => `gedaan door ${wie}, ${wanneer}`,
  geef: 'Geef aan een ander',
  geefTitel: (wat: string) => `Wie doet dit: ${wat}?`,
  geefAan: 'Behandelaar',
  geefKnop: 'Geef de taak',
  geenAnder: 'Er werkt niemand anders aan deze zaak. Wijs de zaak eerst ook aan een collega toe.',
  geefLang: (wat: string) => `Geef aan een ander: ${wat}`,
  vervalt: 'Laat vervallen',
  vervaltLang: (wat: string) => `Laat vervallen: ${wat}`,
  heropen: 'Heropen',
  heropenLang: (wat: string) => `Heropen: ${wat}`,
  klaar: (n: number) => (n === 1 ? '1 taak gedaan of vervallen' : `${n} taken gedaan of vervallen`),
  vervallen: 'vervallen',
  stap: { open: 'open', gedaan: 'gedaan', vervallen: 'vervallen' },
  /** In a row of the werkvoorraad. */
  telling: (open: number, laat: number) => {
    const taken = open === 1 ? '1 taak' : `${open} taken`;
    return laat === 0 ? taken : `${taken}, ${laat} te laat`;
  },
  /** On the page of what one is to do oneself. */
  inZaken: 'Taken in zaken',
  inZakenUitleg: 'Dit zijn de taken uit uw zaken die op uw naam staan.',
  lead: (n: number, laat: number) => {
    if (n === 0) return undefined;
    const wat = n === 1 ? 'U hebt één taak in een zaak' : `U hebt ${getal(n)} taken in zaken`;
    return laat === 0 ? `${wat}.` : `${wat}. ${laat === 1 ? 'Eén is' : `${laat} zijn`} te laat.`;
  },
  bekijk: 'Bekijk de zaak',
  bekijkZaak: (wat: string) => `Bekijk de zaak van: ${wat}`,
  nieuw: (wat: string) => `Er is een taak voor u: ${wat}`,
};

/** What happened to a taak, as a sentence; `wat` when it is known which. */
export const taakGebeurtenis = (
  soort: string,
  wie: string,
  aan: string | undefined,
  wat: string | undefined,
) => {
  const welke = wat ? `: ${wat}` : '';
  switch (soort) {
    case 'TaakKlaargezet':
      return `${wie} zette een taak klaar${aan ? ` voor ${aan}` : ''}${welke}`;
    case 'TaakAfgerond':
      return `${wie} rondde een taak af${welke}`;
    case 'TaakHeropend':
      return `${wie} heropende een taak${welke}`;
    case 'TaakToegewezen':
      return `${wie} gaf een taak${aan ? ` aan ${aan}` : ' aan een ander'}${welke}`;
    case 'TaakVervallen':
      return `${wie} liet een taak vervallen${welke}`;
    default:
      return undefined;
  }
};
