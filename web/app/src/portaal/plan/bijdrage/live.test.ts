import { describe, expect, it } from 'vitest';
import type { MijnMelding, PlanBijdragen, PortaalActie } from '../../../api/types';
import type { MijnPlan } from '../mijnplannen';
import { actieNu, doelIn, isTeMelden, wachtOpAntwoord } from './live';

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

  it('is answered once: after "not yet" nothing is asked any more, and it can be said that it is done', () => {
    const melding = { actie: 'a', vraag: { tekst: 'Wie?' } } as MijnMelding;
    expect(wachtOpAntwoord(melding)).toBe(true);
    const antwoord = { ...melding, nog_niet: { op: '2026-12-01T10:00:00Z' } };
    expect(wachtOpAntwoord(antwoord)).toBe(false);
    expect(wachtOpAntwoord({ ...melding, bevestigd: '2026-12-01T10:00:00Z' })).toBe(false);
    expect(isTeMelden(actie(), { plan: 'p', meldingen: [antwoord] } as unknown as PlanBijdragen)).toBe(true);
  });

  it('was said meanwhile, or confirmed, and that is told', () => {
    const met = (een: Partial<PortaalActie>) => [
      plan({ leden: [{ doelen: [], acties: [actie(een)] }] as never }),
    ];
    expect(actieNu(met({ gemeld: true }), 'p', 'a').stand).toBe('gemeld');
    expect(actieNu(met({ gedaan: true }), 'p', 'a').stand).toBe('gedaan');
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
    expect(actieNu([plan()], 'p', 'a').actie?.omschrijving).toBe('Bellen');
  });

  it('is not there when the plan is not, when it is kept back, or when one may say nothing of it any more', () => {
    expect(doelIn([], 'p', 'd')).toBeUndefined();
    expect(doelIn([plan()], 'p', 'x')).toBeUndefined();
    expect(doelIn([plan({ bijdragen: undefined })], 'p', 'd')).toBeUndefined();
    expect(actieNu([plan({ leden: [] })], 'p', 'a').stand).toBe('weg');
  });
});
