// Who live together, who decides for whom, and what runs for them.
import type { Gezagsgrond, Verblijfsbron } from '../api/types';
import { en } from './woorden';

const gronden: Record<Gezagsgrond, string> = {
  ouderlijk_gezag: 'ouderlijk gezag',
  gezamenlijk_gezag: 'gezamenlijk gezag met een ouder',
  voogdij: 'voogdij',
  tijdelijke_voogdij: 'tijdelijke voogdij',
};
const bronnen: Record<Verblijfsbron, string> = {
  eigen_verklaring: 'eigen verklaring',
  huisbezoek: 'huisbezoek',
  rechterlijke_uitspraak: 'uitspraak van de rechter',
  ketenpartner: 'school of andere organisatie',
};

export const huishouden = {
  titel: (namen: string[]) => `Huishouden van ${en(namen)}`,
  kort: 'Huishouden',
  lead: (n: number) => (n === 1 ? 'Hier woont één persoon.' : `Hier wonen ${n} mensen.`),
  tekening: 'Wie hier wonen',
  mensen: 'Mensen',
  naam: 'Naam',
  leeftijd: (jaar: number) => `${jaar} jaar`,
  woont: 'Woont hier',
  gezag: 'Gezag',
  volgensBrp: 'volgens de BRP',
  vastgelegd: 'door ons vastgelegd',
  wijktAf: (datum: string) => `Woont hier feitelijk sinds ${datum}`,
  sinds: (datum: string) => `sinds ${datum}`,
  ingeschreven: (adres: string) => `Staat ingeschreven op ${adres}`,
  geheim: 'Het adres is geheim',
  bron: (bron: Verblijfsbron) => `Bron: ${bronnen[bron]}`,
  bronnen,
  gronden,
  gezagDoor: (naam: string, grond: Gezagsgrond) => `${naam}, ${gronden[grond]}`,
  gezagVastgelegd: (grond: Gezagsgrond) => `vastgelegd (${gronden[grond]})`,
  rechter: (gerecht: string, datum: string) => `${gerecht}, ${datum}`,
  gezagBrp: 'volgens de BRP',
  geenGezag: 'Er is geen gezag vastgelegd',
  gezagElders: 'Staat niet op deze pagina',
  meerderjarig: 'is 18 jaar of ouder',
  zaken: 'Wat loopt er?',
  geenZaken: 'Er loopt niets waarvan u mag weten.',
  voorWie: 'Voor wie',
  wat: 'Wat',
  stand: 'Stand',
  wie: 'Wie werkt eraan',
  uiterlijk: 'Uiterlijk',
  weg: 'Dit huishouden is er niet, of u mag het niet zien.',
  erbij: 'Iemand woont hier ook',
  erbijTitel: 'Wie woont hier ook?',
  zoekEerst: 'Zoek de persoon',
  hoe: 'Hoe woont deze persoon hier?',
  hoeZo: 'Staat hier ook ingeschreven',
  hoeAfwijkend: 'Staat ergens anders ingeschreven, maar woont hier',
  vanaf: 'Sinds wanneer?',
  datumUitleg: 'Bijvoorbeeld 01-05-2026',
  uitspraakFout: 'Vul de datum van de uitspraak in, bijvoorbeeld 01-05-2026.',
  gezagVanafFout: 'Vul in vanaf welke dag het gezag geldt, bijvoorbeeld 01-05-2026.',
  datumFout: 'Vul een datum in, bijvoorbeeld 01-05-2026.',
  toelichting: 'Waarom woont deze persoon hier?',
  toelichtingUitleg: 'Eén of twee zinnen. Iedereen die voor dit huishouden werkt, leest dit.',
  waarvan: 'Hoe weet u dit?',
  bewaar: 'Leg vast',
  vertrek: (naam: string) => `Meld dat ${naam} hier niet meer woont`,
  vertrekOp: 'Sinds wanneer niet meer?',
  gezagKnop: (naam: string) => `Leg gezag vast over ${naam}`,
  gezagTitel: (naam: string) => `Wie heeft gezag over ${naam}?`,
  gezagUitleg: 'Alleen als u de uitspraak van de rechter hebt gezien.',
  houder: 'Wie heeft het gezag?',
  houderAnder: 'Iemand anders of een instelling',
  houderNaam: 'Naam',
  grond: 'Op welke grond?',
  gerecht: 'Welke rechtbank?',
  uitspraakOp: 'Datum van de uitspraak',
  gezagVanaf: 'Het gezag geldt vanaf',
  kloptNiet: {
    vraag: 'Klopt dit niet?',
    overVerblijf: (naam: string) => `Het verblijf van ${naam}`,
    overGezag: (houder: string, kind: string) => `Het gezag van ${houder} over ${kind}`,
    gezagTitel: 'Klopt dit gezag niet?',
    verblijfTitel: 'Klopt dit verblijf niet?',
    gezag: (wat: string, kind: string) => `Vastgelegd is: ${wat}, over ${kind}.`,
    verblijf: (naam: string, datum: string) => `Vastgelegd is: ${naam} woont hier feitelijk sinds ${datum}.`,
    gezagGevolg:
      'Wat niet klopt, geldt meteen niet meer. Ook in het portaal ziet deze persoon dan niets meer van het kind. In het dossier blijft staan dat het is vastgelegd, en waarom het niet klopte. Was het wel zo, maar is het geëindigd? Gebruik dit dan niet.',
    verblijfGevolg:
      'Wat niet klopt, geldt meteen niet meer. Wie hierdoor bij dit huishouden kwam, hoort er niet meer bij. In het dossier blijft staan dat het is vastgelegd, en waarom het niet klopte. Is deze persoon verhuisd? Leg dan het vertrek vast.',
    reden: 'Waarom klopt het niet?',
    redenUitleg: 'Eén of twee zinnen, minstens 10 tekens.',
    knop: 'Dit klopt niet',
  },
  schets: {
    koppen: { mensen: 'Wie hier wonen', zaken: 'Wat er loopt', werkers: 'Wie eraan werkt' },
    feitelijk: 'woont hier feitelijk',
    bron: (bron: string) => `bron: ${bron}`,
    geheim: 'adres is geheim',
    elders: 'woont hier niet',
    gezag: (wie: string, grond: string) => `gezag: ${wie} (${grond})`,
    niemand: 'nog niemand',
    meer: (n: number) =>
      n === 1 ? 'Nog één zaak staat alleen in de tabel.' : `Nog ${n} zaken staan alleen in de tabel.`,
    legenda: {
      gezag: 'heeft gezag over',
      wat: 'u ziet de inhoud',
      dat: 'u ziet alleen dat het loopt',
      feitelijk: 'staat ergens anders ingeschreven',
    },
  },
  inBeeld: 'Het huishouden in beeld',
  beschrijving: (zinnen: string[]) => zinnen.join(' '),
  zin: {
    woont: (naam: string) => `${naam} woont hier.`,
    feitelijk: (naam: string, bron: string) =>
      `${naam} woont hier feitelijk, en staat ergens anders ingeschreven. Bron: ${bron}.`,
    gezag: (houder: string, kind: string) => `${houder} heeft gezag over ${kind}.`,
    zaak: (voor: string, wat: string, dat: boolean, wie: string) =>
      `Voor ${voor} loopt ${wat}${dat ? ', de inhoud is afgeschermd' : ''}. ${wie === '' ? 'Nog niemand werkt eraan.' : `Wie eraan werkt: ${wie}.`}`,
  },
  gebeurtenis: (soort: string, wie: string, zaaktype: string | undefined) => {
    if (zaaktype) {
      switch (soort) {
        case 'ZaakToegewezen':
          return `${wie} wees de zaak ${zaaktype} toe`;
        case 'ZaakVrijgegeven':
          return `${wie} legde de zaak ${zaaktype} terug om te verdelen`;
        case 'InBehandelingGenomen':
          return `${wie} nam de zaak ${zaaktype} in behandeling`;
        default:
          return `${wie} wijzigde de zaak ${zaaktype}`;
      }
    }
    switch (soort) {
      case 'LidToegevoegd':
        return `${wie} voegde iemand toe aan dit huishouden`;
      case 'LidVertrokken':
        return `${wie} legde een vertrek vast`;
      case 'AfwijkendVerblijfVastgesteld':
        return `${wie} legde vast wie hier feitelijk woont`;
      case 'GezagVastgelegd':
        return `${wie} legde gezag vast`;
      case 'VerblijfHerroepen':
        return `${wie} legde vast dat een verblijf niet klopte`;
      case 'GezagHerroepen':
        return `${wie} legde vast dat een gezag niet klopte`;
      case 'GezagBeeindigd':
        return `${wie} beëindigde gezag`;
      default:
        return `${wie} wijzigde dit huishouden`;
    }
  },
};
