// What a resident reads about who looked at their file, in English. B1.

import type { Reden } from '../../portaal/inzage/redenen';
import type { sporen } from '../sporen';
import type { Vertaling } from '../vertaling';

const redenenEn: Record<Reden, string> = {
  behandelaar: 'Works on your case.',
  melder: 'Wrote down your request.',
  zelfdePersoon: 'Works on another case of yours.',
  vakgenoot: 'Works in the team of your case.',
  regisseur: 'Leads the plan that you are part of.',
  accordeur: 'Looked as a second person before the decision.',
  gezaghouder: 'Has custody of you.',
  gemachtigde: 'May act for you. Is that not right? Then call us.',
  deelnemer: 'Took part in the talk.',
  auteur: 'Wrote the report.',
  glas: 'Looked along in an emergency. That is always checked.',
  vervanger: 'Took over the work of a colleague.',
  toestemming: 'Got consent to read along.',
  werk: 'Did this for the work of the municipality.',
};

const keer = (n: number) => (n === 1 ? 'once' : `${n} times`);

export const inzageEn: Vertaling<(typeof sporen)['inzage']> = {
  toelichting: (tekst) => `Why? “${tekst}”`,
  titel: 'Who looked at your file',
  lead: 'Here you see who of the municipality looked at your file or changed it. Who helps you does that often. It is part of the work.',
  uitleg: 'What you look at yourself is not in this list.',
  soms: 'At times we do not show something yet. For example when we are still looking into it. Our privacy officer checks that.',
  leeg: 'Nobody looked at your data in these days.',
  vanaf: (dag) => `You see all from ${dag} on.`,
  eerder: 'Show earlier days',
  mislukt: 'We cannot show this now. Please try again later.',
  nieuw: 'Somebody has just looked at your data.',
  wie: (naam, rol, afdeling) => {
    const functie =
      afdeling && !rol.toLowerCase().includes(afdeling.toLowerCase()) ? `${rol}, ${afdeling}` : rol;
    return naam ? `${naam} (${functie})` : functie.charAt(0).toUpperCase() + functie.slice(1);
  },
  deed: (gewijzigd, deel) => (gewijzigd ? `changed ${deel}` : `looked at ${deel}`),
  tijd: (van, tot, n) => (van === tot ? `At ${van}` : `Between ${van} and ${tot}, ${keer(n)}`),
  wanneer: (van, tot) => (van === tot ? `At ${van}` : `Between ${van} and ${tot}`),
  reden: (reden, zin) => (reden ? redenenEn[reden] : zin),
  precies: 'See exactly what was done',
  glas: 'Looked along in an emergency',
  vraag: 'Is something not right?',
  vraagUitleg: 'Do you think that somebody should not have looked? Call us and ask for the privacy officer.',
  start: 'Who looked at your file',
  startUitleg: 'You can see who of the municipality looked at your data.',
  startKnop: 'See who looked',
  terug: 'Back to your cases',
};
