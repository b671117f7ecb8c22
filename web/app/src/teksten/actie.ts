// What somebody is to do over all plans.
import { getal } from './woorden';

export const actie = {
  menu: 'Mijn acties',
  titel: 'Mijn acties',
  lead: (n: number, laat: number) => {
    if (n === 0) return 'U hebt nu niets te doen in een plan.';
    const wat = n === 1 ? 'U hebt één actie te doen' : `U hebt ${getal(n)} acties te doen`;
    if (laat === 0) return `${wat}.`;
    return `${wat}. ${laat === 1 ? 'Eén is' : `${laat} zijn`} te laat.`;
  },
  uitleg:
    'Dit zijn de acties uit alle plannen die op uw naam staan. Een dag van tevoren staat er een herinnering bij.',
  lijst: 'Te doen',
  namens: (naam: string) => `u vervangt ${naam}`,
  voor: (namen: string) => `voor ${namen}`,
  bekijk: 'Bekijk het plan',
  bekijkPlan: (wat: string) => `Bekijk het plan van: ${wat}`,
  uiterlijk: (dag: string) => `uiterlijk ${dag}`,
  herinnering: 'Herinnering',
  gedaan: (wat: string) => `Gedaan: ${wat}`,
  erbij: (wat: string) => `Er is een actie voor u: ${wat}`,
  herinnerd: (wat: string) => `Herinnering: ${wat}`,
  teLaat: (wat: string) => `Te laat: ${wat}`,
};
