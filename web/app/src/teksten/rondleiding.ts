// The first visit: what a page is for, in a few steps. A resident reads this too: B1.

export interface Rondstap {
  titel: string;
  tekst: string;
  /** About what only somebody themselves sees: whoever comes in for them does not. */
  zelf?: boolean;
}

export const rondleiding = {
  vraag: 'Bent u hier voor het eerst?',
  duur: (n: number) => `Wij laten in ${n} stappen zien wat waar staat.`,
  ja: 'Kijk rond',
  nee: 'Niet nu',
  later: 'U kunt dit later nog bekijken bij ‘Hulp en contact’.',
  stap: (n: number, van: number) => `Stap ${n} van ${van}`,
  vorige: 'Vorige',
  volgende: 'Volgende',
  klaar: 'Klaar',
  stop: 'Stop',
  inwoner: [
    {
      titel: 'Mijn zaken',
      tekst:
        'Hier ziet u wat wij voor u doen. Bij elke zaak staat wie u helpt, en wat er nu gebeurt. Verandert er iets? Dan ziet u dat meteen.',
    },
    {
      titel: 'Mijn geld',
      tekst:
        'Beheren wij uw geld? Dan ziet u hier wat op uw rekening staat. U ziet ook wat u vrij kunt besteden. Kijkt er iemand mee? Verberg dan de bedragen.',
    },
    {
      zelf: true,
      titel: 'Mijn plan en mijn taken',
      tekst: 'Een plan maakt u samen met anderen. Vragen wij iets van u? Dan staat dat bij uw taken.',
    },
    {
      zelf: true,
      titel: 'U houdt de baas over uw gegevens',
      tekst: 'U ziet wie naar uw gegevens keek, en waarom. U kiest zelf wie nog meer mag meelezen.',
    },
    {
      titel: 'Hulp is dichtbij',
      tekst:
        'Op elke pagina staat hoe u ons bereikt. Log uit als u klaar bent, zeker op een computer van een ander.',
    },
  ] as Rondstap[],
};
