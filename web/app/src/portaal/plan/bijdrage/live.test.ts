import { describe, expect, it } from 'vitest';
import type { PlanBijdragen, PortaalActie } from '../../../api/types';
import type { MijnPlan } from '../mijnplannen';
import { actieIn, doelIn, isTeMelden } from './live';

const actie = (met: Partial<PortaalActie> = {}) =>
  ({ id: 'a', omschrijving: 'Bellen', gedaan: false, gemeld: false, ...met }) as PortaalActie;
const bijdragen = (gevraagd: boolean) =>
  ({
    plan: 'p',
    reacties: [],
    meldingen: [{ actie: 'a', ...(gevraagd && { vraag: { tekst: 'Wie?' } }) }],
  }) as unknown as PlanBijdragen;
const plan = (met: Partial<MijnPlan> = {}) =>
  ({
    groep: { id: 'p', doelen: [{ id: 'd', omschrijving: 'Samen' }], acties: [] },
    leden: [{ doelen: [{ id: 'e', omschrijving: 'Alleen' }], acties: [actie()] }],
    bijdragen: bijdragen(false),
    ...met,
  }) as unknown as MijnPlan;

// shows KING-AC1
describe('that something is done', () => {
  it('can be said of what is not, and once', () => {
    expect(isTeMelden(actie(), undefined)).toBe(true);
    expect(isTeMelden(actie({ gemeld: true }), bijdragen(false))).toBe(false);
    expect(isTeMelden(actie({ gedaan: true }), undefined)).toBe(false);
  });

  it('can be said again by who was asked on, and not by another', () => {
    expect(isTeMelden(actie({ gemeld: true }), bijdragen(true))).toBe(true);
    expect(isTeMelden(actie({ id: 'b', gemeld: true }), bijdragen(true))).toBe(false);
  });
});

// shows KING-R1b
describe('what one speaks of', () => {
  it('is found in each part of that plan', () => {
    expect(doelIn([plan()], 'p', 'd')?.omschrijving).toBe('Samen');
    expect(doelIn([plan()], 'p', 'e')?.omschrijving).toBe('Alleen');
    expect(actieIn([plan()], 'p', 'a')?.omschrijving).toBe('Bellen');
  });

  it('is not there when the plan is not, when it is kept back, or when one may say nothing of it any more', () => {
    expect(doelIn([], 'p', 'd')).toBeUndefined();
    expect(doelIn([plan()], 'p', 'x')).toBeUndefined();
    expect(doelIn([plan({ bijdragen: undefined })], 'p', 'd')).toBeUndefined();
    expect(actieIn([plan({ leden: [] })], 'p', 'a')).toBeUndefined();
  });
});
