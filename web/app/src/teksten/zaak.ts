// One zaak, what happened in it, and the beginning of a report.
import { contactGebeurtenis } from './klantcontact';
import { taakGebeurtenis } from './taak';
import { en } from './woorden';

export const zaak = {
  titel: (type: string, naam: string) => `${type} voor ${naam}`,
  titelDat: (type: string) => type,
  leadWat: (onderwerp: string) => `Melding: ${onderwerp.replace(/[.!?]$/, '')}.`,
  werken: (namen: string[]) =>
    namen.length === 0
      ? 'Nog niemand werkt aan deze zaak.'
      : namen.length === 1
        ? `${namen[0]} werkt aan deze zaak.`
        : `${en(namen)} werken aan deze zaak.`,
  gordijnTitel: 'De inhoud is afgeschermd',
  gordijn: 'U ziet dat deze zaak loopt, hoe ver zij is en wie eraan werkt. De rest is niet voor u.',
  afgeschermd: 'afgeschermd',
  voortgang: 'Voortgang van de zaak',
  stappen: {
    ontvangen: 'Melding',
    verdeeld: 'Verdeeld',
    onderzoek: 'Onderzoek',
    besluit: 'Besluit',
    klaar: 'Afgerond',
  },
  gegevens: 'Over deze zaak',
  nummer: 'Zaaknummer',
  soort: 'Soort zaak',
  status: 'Status',
  binnen: 'Binnengekomen',
  via: 'Via',
  urgentie: 'Urgentie',
  melding: 'De melding',
  geenToelichting: 'Er is geen verslag bij de melding.',
  persoon: 'Inwoner',
  huishouden: 'Bekijk het huishouden',
  adresGeheim: 'Het adres is geheim. Geef het aan niemand door.',
  kern: {
    naam: 'Wat u nu moet weten',
    ingeschreven: (adres: string) => `Staat ingeschreven op ${adres}.`,
    verblijft: (bij: string[], adres: string | undefined) =>
      `Verblijft nu${bij.length > 0 ? ` bij ${en(bij)}` : ' ergens anders dan waar de inwoner staat ingeschreven'}${adres ? `, ${adres}` : ''}.`,
    gemeld: (naam: string) => `Gemeld door ${naam}`,
    bel: (naam: string) => `Bel ${naam}:`,
  },
  behandelaars: 'Behandelaars',
  documenten: 'Documenten',
  geenDocumenten: 'Er is nog geen document dat u mag lezen.',
  nieuwVerslag: 'Nieuw gespreksverslag',
  verderVerslag: 'Ga verder met het verslag',
  openVerslag: 'Open verslag',
  begonnen: (datum: string) => `begonnen op ${datum}`,
  neemInBehandeling: 'Neem zaak in behandeling',
  alBegonnen: 'Deze zaak is al in behandeling.',
  nietMeerVanU: 'Deze zaak is niet meer aan u toegewezen.',
  tijdlijn: 'Tijdlijn',
  mailMislukt: (brief: string) => `De mail over deze brief kwam niet aan: ${brief}`,
  tafel: 'Nu aan tafel',
  kijktHier: 'Kijkt nu hier',
  u: (naam: string) => `${naam} (u)`,
  ikzelf: 'U',
  komtErbij: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'schuift' : 'schuiven'} aan`,
  gaatWeg: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'gaat' : 'gaan'} van tafel`,
  anderen: (n: number) => `en ${n} anderen`,
  netGewijzigd: 'net gewijzigd',
  netDoor: (wie: string) => `net gewijzigd door ${wie}`,
  bekijk: 'Bekijk',
  enAndere: (n: number) => (n === 1 ? 'En 1 andere wijziging.' : `En ${n} andere wijzigingen.`),
  sluitMelding: 'Sluit deze melding',
  iemand: 'Iemand',
  magNiet: 'U kunt dit lezen, maar niet wijzigen.',
};

/** What happened, as a sentence: who did it is named first. */
export const gebeurtenis = (soort: string, wie: string, namen: string[], wat?: string) => {
  const taak = taakGebeurtenis(soort, wie, namen[0], wat) ?? contactGebeurtenis(soort, wie);
  if (taak) return taak;
  switch (soort) {
    case 'MeldingGeregistreerd':
      return `${wie} registreerde de melding`;
    case 'ZaakToegewezen':
      return namen.length > 0 ? `${wie} wees deze zaak toe aan ${en(namen)}` : `${wie} wees deze zaak toe`;
    case 'ZaakVrijgegeven':
      return `${wie} legde deze zaak terug om te verdelen`;
    case 'InBehandelingGenomen':
      return `${wie} nam deze zaak in behandeling`;
    case 'BesluitVoorgesteld':
      return `${wie} stelde een besluit voor`;
    case 'VoorstelGewijzigd':
      return `${wie} wijzigde het voorstel`;
    case 'BesluitGeaccordeerd':
      return `${wie} ging akkoord met het voorstel`;
    case 'VoorstelAfgewezen':
      return `${wie} ging niet akkoord met het voorstel`;
    case 'VoorstelIngetrokken':
      return `${wie} trok het voorstel in`;
    case 'BesluitGenomen':
      return `${wie} nam het besluit`;
    case 'PersoonGeregistreerd':
      return `${wie} registreerde de inwoner`;
    case 'TelefoonGewijzigd':
      return `${wie} wijzigde het telefoonnummer`;
    case 'OnbekendeGeregistreerd':
      return `${wie} registreerde een onbekende persoon`;
    case 'IdentiteitVastgesteld':
      return `${wie} legde vast wie de inwoner is`;
    case 'UitBrpOvergenomen':
      return `${wie} nam gegevens over uit de BRP`;
    case 'GezagVastgelegd':
      return `${wie} legde gezag vast`;
    case 'GezagHerroepen':
      return `${wie} legde vast dat een gezag niet klopte`;
    case 'GezagBeeindigd':
      return `${wie} beëindigde gezag`;
    case 'GesprekGeopend':
      return `${wie} begon een gesprek`;
    case 'DocumentGeopend':
      return `${wie} begon een gespreksverslag`;
    case 'DeelnemerToegevoegd':
      return `${wie} nodigde iemand uit`;
    case 'DeelnemerVerwijderd':
      return `${wie} haalde iemand van het gesprek`;
    case 'GesprekGepland':
      return `${wie} plande een gesprek`;
    case 'GesprekVerplaatst':
      return `${wie} verzette een gesprek`;
    case 'GesprekAfgezegd':
      return `${wie} zegde een gesprek af`;
    default:
      return `${wie} wijzigde deze zaak`;
  }
};

export const verslag = {
  nieuwTitel: 'Wie doen mee aan dit verslag?',
  nieuwUitleg: 'Alleen wie u hier aanvinkt, kan het verslag lezen en schrijven.',
  begin: 'Begin gespreksverslag',
  ikAltijd: 'U doet altijd mee.',
};
