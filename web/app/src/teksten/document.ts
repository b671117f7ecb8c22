// The document that people write together.
import { en, voornaam } from './woorden';

export const document = {
  paginatitel: (titel: string, naam: string) => (naam ? `${titel} ${naam}` : titel),
  laden: 'Het document wordt geopend',
  opmaak: 'Opmaak',
  vet: 'Vet',
  cursief: 'Cursief',
  kop: 'Tussenkop',
  lijst: 'Opsomming',
  nummering: 'Nummering',
  citaat: 'Citaat',
  ongedaan: 'Ongedaan maken',
  opnieuw: 'Opnieuw',
  afdrukken: 'Afdrukken',
  ganaar: (naam: string) => `Ga naar ${voornaam(naam)}`,
  uitleg:
    'Met Escape gaat u naar de werkbalk. Met Ctrl en S hoort u of alles is opgeslagen. Met Ctrl, Alt en M maakt u een opmerking bij gekozen woorden.',
  tekst: (titel: string) => `Tekst van het ${titel.toLowerCase()}`,
  auteurs: 'Toon wie wat schreef',
  alineaVan: (naam: string) => `Deze alinea: ${naam}`,
  vasteKop: 'Vaste kop',
  veldLeeg: 'nog niet bekend',
  bron: (bron: string, datum: string) => `${bron}, ${datum}`,
  evenWeg: 'even weg',
  schrijft: 'schrijft mee',
  deelnemers: 'Deelnemers',
  wijzigDeelnemers: 'Wijzig deelnemers',
  wieDoetMee: 'Wie doet mee aan dit gesprek?',
  wieDoetMeeUitleg: 'Wie u aanvinkt, leest en schrijft dit verslag. U doet zelf altijd mee.',
  komtErbij: (namen: string[]) =>
    `${en(namen)} ${namen.length === 1 ? 'kan' : 'kunnen'} straks meeschrijven.`,
  gaatEraf: (namen: string[]) =>
    `${en(namen)} ${namen.length === 1 ? 'kan' : 'kunnen'} het verslag straks niet meer lezen.`,
  bewaarDeelnemers: 'Bewaar de deelnemers',
  deelnemersGewijzigd: 'De deelnemers zijn gewijzigd.',
  zaken: 'Hoort bij',
  zaak: (nummer: string) => `Zaak ${nummer}`,
  invullen: (n: number) => `Nog in te vullen (${n})`,
  allesIngevuld: 'Alle onderdelen zijn ingevuld',
  leeg: 'Nog leeg',
  inwoner: 'Inwoner',
  gedrukt: (zaaknummer: string | undefined, namen: string, datum: string) =>
    `${zaaknummer ? `Zaak ${zaaknummer}. ` : ''}Deelnemers: ${namen}. Afgedrukt op ${datum}.`,
  bevroren: 'Dit document ligt vast. U kunt het alleen lezen.',
  groot: 'Dit document wordt te groot en daardoor traag. Schrijf verder in een nieuw document.',
  quarantaine:
    'Een deel van dit document kan niet getoond worden. U ziet de tekst zoals die eerder was. Wat daarna kwam, is bewaard. Typen kan nu niet. Bel de helpdesk.',
};
