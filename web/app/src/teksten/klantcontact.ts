// That somebody was spoken to in a running zaak.
import { getal } from './woorden';

export const klantcontact = {
  titel: 'Gesprekken en contact',
  geen: 'Er is nog geen gesprek genoteerd.',
  noteer: 'Noteer een gesprek',
  door: 'Geef een bericht door',
  noteerTitel: 'Noteer een gesprek',
  doorTitel: 'Geef een bericht door',
  doorUitleg: (namen: string) =>
    `${namen} leest dit in de zaak. U ziet zelf niet wat er verder in de zaak staat.`,
  doorNiemand: 'Wie de zaak krijgt, leest dit in de zaak.',
  hoe: 'Hoe was het contact?',
  weg: {
    telefoon: 'Telefoon',
    huisbezoek: 'Bij iemand thuis',
    gemeentehuis: 'Op het gemeentehuis',
    beeldbellen: 'Beeldbellen',
    bericht: 'Brief of e-mail',
  },
  met: 'Met wie?',
  metUitleg: 'Sprak u iemand anders? Vul dan die naam in.',
  gelukt: 'Is het gelukt?',
  uitkomst: { gesproken: 'Gesproken', niet_bereikt: 'Niet bereikt' },
  verslag: 'Waar ging het over?',
  verslagUitleg: 'Een paar regels. Is er meer? Maak dan een verslag.',
  dag: 'Op welke dag?',
  dagUitleg: 'Bijvoorbeeld 30-11-2026',
  dagFout: 'Vul een datum in die bestaat, bijvoorbeeld 30-11-2026.',
  legVast: 'Leg vast',
  geefDoor: 'Geef door',
  doorgegeven: 'Doorgegeven. Wie aan de zaak werkt, ziet het meteen.',
  /** How often since when. */
  telling: (n: number) => (n === 1 ? '1 keer' : `${n} keer`),
  eerder: (n: number) => (n === 1 ? 'Nog 1 eerder gesprek' : `Nog ${getal(n)} eerdere gesprekken`),
  regel: (weg: string, met: string) => `${weg}, ${met}`,
  nietBereikt: 'niet bereikt',
  viaBalie: 'via de balie: bel terug',
  doorWie: (wie: string, dag: string) => `${dag}, genoteerd door ${wie}`,
};

/** What happened, as a sentence. */
export const contactGebeurtenis = (soort: string, wie: string) =>
  soort === 'KlantcontactGenoteerd' ? `${wie} noteerde een gesprek` : undefined;
