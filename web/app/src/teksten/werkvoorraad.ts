// The list of one's own zaken.
import { Getal, getal, voornaam } from './woorden';

export const werkvoorraad = {
  titel: 'Werkvoorraad',
  groet: (naam: string, uur: number) =>
    `${uur < 6 ? 'Goedenavond' : uur < 12 ? 'Goedemorgen' : uur < 18 ? 'Goedemiddag' : 'Goedenavond'} ${voornaam(naam)}`,
  lead: (laat: number, nieuw: number, totaal: number, team: number) => {
    const verdelen =
      team === 1 ? 'Eén zaak wacht op verdeling.' : `${Getal(team)} zaken wachten op verdeling.`;
    if (totaal === 0) return team > 0 ? verdelen : 'U hebt nu geen zaken.';
    const zinnen: string[] = [];
    if (laat > 0) zinnen.push(laat === 1 ? 'Eén zaak is te laat.' : `${Getal(laat)} zaken zijn te laat.`);
    if (nieuw > 0) zinnen.push(nieuw === 1 ? 'Eén zaak is nieuw.' : `${Getal(nieuw)} zaken zijn nieuw.`);
    if (zinnen.length === 0) {
      zinnen.push(
        totaal === 1 ? 'U hebt één zaak, op tijd.' : `U hebt ${getal(totaal)} zaken, alle op tijd.`,
      );
    }
    if (team > 0) zinnen.push(verdelen);
    return zinnen.join(' ');
  },
  lijst: 'Uw zaken',
  teamlijst: 'Nog te verdelen',
  toon: (n: number) => (n === 1 ? '1 nieuwe zaak, toon' : `${n} nieuwe zaken, toon`),
  omroep: (n: number) => (n === 1 ? '1 nieuwe zaak' : `${n} nieuwe zaken`),
  nieuw: 'nieuw',
  leegTitel: 'U bent bij met uw zaken',
  leeg: 'Er wacht geen zaak op u. Nieuwe zaken verschijnen hier vanzelf.',
  afgeschermd: 'afgeschermd',
  alleenDat: 'U ziet dat deze zaak loopt. De inhoud is niet voor u.',
  behandelaars: 'Behandelaars',
  niemand: 'Nog niemand',
  bijgewerkt: (tijd: string) => `Bijgewerkt om ${tijd} uur`,
  zonderRecht: 'U hebt geen eigen werkvoorraad.',
  zonderRechtUitleg: 'In uw rol krijgt u geen zaken toegewezen.',
};
