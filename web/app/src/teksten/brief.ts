// Letters and how a resident hears of them. `brief` is B1: a resident reads it. `briefwerk` is for who works here.
import type { Berichtweg, BriefWat } from '../api/types';

export const brief = {
  kop: 'Uw brief',
  lezen: 'Lees de brief',
  leesVan: (naam: string, nummer: string) => `Lees de brief: ${naam}, zaaknummer ${nummer}`,
  pdf: 'Open de brief als pdf',
  alle: 'Uw brieven',
  lead: 'Hier vindt u alle brieven die wij u schreven.',
  bekijk: 'Bekijk uw brieven',
  geen: 'Wij hebben u nog geen brief geschreven.',
  over: (soort: string, nummer: string) => `${soort}, zaaknummer ${nummer}.`,
  van: (dag: string) => `Brief van ${dag}.`,
  terug: 'Terug naar uw brieven',
  /** Above letters, for who reads another language than they are in. */
  taal: 'Onze brieven zijn in het Nederlands.',
  taalEen: 'Deze brief is in het Nederlands.',
  komt: 'Wij maken de brief nu. Kijk straks nog eens.',
  mislukt: 'De brief kan nu niet worden getoond. Probeer het later opnieuw.',
  stap: {
    gevraagd: 'Wij maken deze brief nu.',
    in_portaal: 'Deze brief staat alleen hier.',
    onderweg: 'U krijgt hierover een e-mail.',
    verstuurd: 'Wij stuurden u hierover een e-mail.',
    niet_aangekomen: 'Wij stuurden u een e-mail, maar die kwam niet aan. Klopt uw e-mailadres?',
    te_posten: 'U krijgt deze brief ook op papier.',
    gepost: 'Wij stuurden u deze brief ook op papier.',
  } satisfies Record<BriefWat['stap'], string>,
  voorkeur: {
    titel: 'Hoe wilt u bericht krijgen?',
    lead: 'Staat er een brief voor u klaar? Dan laten wij dat weten zoals u dat wilt.',
    altijd: 'Al uw brieven staan ook altijd op deze pagina.',
    vraag: 'Kies wat bij u past',
    weg: {
      portaal: 'Ik kijk zelf hier',
      email: 'Stuur mij een e-mail',
      post: 'Stuur mij de brief op papier',
    } satisfies Record<Berichtweg, string>,
    uitleg: {
      portaal: 'U krijgt geen bericht. U kijkt zelf of er een brief is.',
      email: 'In de e-mail staat alleen dat er een bericht is. Er staat niets over u in.',
      post: 'De brief komt in uw brievenbus.',
    } satisfies Record<Berichtweg, string>,
    email: 'Uw e-mailadres',
    emailUitleg: 'Bijvoorbeeld naam@voorbeeld.nl',
    emailLeeg: 'Vul uw e-mailadres in.',
    adres: {
      naar: (adres: string) => `Wij sturen de brief naar ${adres}. Klopt dat niet? Bel ons.`,
      geheim: 'Uw adres is geheim. Daarom staat het hier niet.',
      onbekend: 'Wij weten uw adres nog niet. Bel ons, dan schrijven wij het op.',
    },
    bewaar: 'Bewaar mijn keuze',
    bewaard: 'Uw keuze is bewaard.',
    mislukt: 'Uw keuze kan nu niet worden getoond. Probeer het later opnieuw.',
    terug: 'Terug naar mijn zaken',
  },
};

export const briefwerk = {
  kop: 'Brieven en berichten',
  geen: 'Er is nog geen brief in deze zaak.',
  mislukt: 'De brieven kunnen nu niet worden getoond.',
  opScherm: (naam: string) => `Lees op het scherm: ${naam}`,
  gemaakt: (datum: string) => `gemaakt op ${datum}`,
  stap: {
    gevraagd: 'Wordt gemaakt',
    in_portaal: 'Staat in het portaal',
    onderweg: 'E-mail wordt verstuurd',
    verstuurd: 'E-mail verstuurd',
    niet_aangekomen: 'E-mail niet aangekomen',
    te_posten: 'Nog te versturen met de post',
    gepost: 'Verstuurd met de post',
  } satisfies Record<BriefWat['stap'], string>,
  op: (wat: string, wanneer: string) => `${wat}, ${wanneer}`,
  doen: {
    geweigerd:
      'De mailserver kent dit adres niet. Vraag de inwoner om het juiste adres, of stuur de brief met de post.',
    onbereikbaar: 'De mailserver van de inwoner was twee dagen niet bereikbaar. Stuur de brief met de post.',
    te_posten: 'Print de brief. Geef hem mee of stuur hem op.',
  },
  weg: {
    nu: {
      portaal: 'De inwoner kijkt zelf in het portaal.',
      email: 'De inwoner krijgt bericht per e-mail.',
      post: 'De inwoner krijgt brieven op papier.',
    } satisfies Record<Berichtweg, string>,
    wijzig: 'Wijzig hoe de inwoner bericht krijgt',
    titel: 'Hoe wil de inwoner bericht krijgen?',
    vraag: 'Kies wat de inwoner wil',
    keuze: {
      portaal: 'Zelf kijken in het portaal',
      email: 'Een e-mail dat er een bericht is',
      post: 'Brieven op papier',
    } satisfies Record<Berichtweg, string>,
    email: 'E-mailadres',
    emailUitleg: 'In de e-mail staat alleen dat er een bericht is.',
    leeg: 'Vul het e-mailadres in.',
    bewaar: 'Bewaar',
  },
  gepost: 'Brief is verstuurd',
  gepostGezegd: 'Vastgelegd: de brief is verstuurd met de post.',
};
