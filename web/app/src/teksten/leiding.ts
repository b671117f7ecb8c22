// What waits for who leads the team.
import { en, Getal } from './woorden';

export const leiding = {
  menu: 'Te regelen',
  titel: 'Te regelen',
  lead: (plannen: number, pogingen: number) => {
    if (plannen + pogingen === 0) return 'Er wacht niets op u.';
    const zinnen = [
      plannen === 1 && 'Eén plan heeft geen regisseur.',
      plannen > 1 && `${Getal(plannen)} plannen hebben geen regisseur.`,
      pogingen > 0 && 'Er zijn regisseurs die met elkaar moeten overleggen.',
    ];
    return zinnen.filter(Boolean).join(' ');
  },
  uitleg: 'U ziet dat het er is. De inhoud van een plan ziet u niet.',
  plannen: 'Plannen zonder regisseur',
  geenPlannen: 'Elk plan heeft een regisseur.',
  plan: (naam: string, dag: string) => `Plan van ${naam}, sinds ${dag}`,
  was: (naam: string) => `${naam} is geen regisseur meer. Het wijkteam is nu verantwoordelijk.`,
  ook: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'leidt' : 'leiden'} dit plan ook.`,
  aanWie: 'Aan wie draagt u het over?',
  kies: 'Kies een regisseur',
  draagOver: 'Draag over',
  nuVan: (naam: string) => `Het plan is nu van ${naam}.`,
  pogingen: 'Wie met elkaar moet overleggen',
  geenPogingen: 'Niemand wacht op overleg.',
  poging: (wie: string) => `${wie} wilde een groep maken die er al is.`,
  bij: (namen: string[]) => `De groep is van ${en(namen)}. Breng hen met elkaar in gesprek als dat goed is.`,
  erbij: 'Er is iets voor u te regelen',
};
