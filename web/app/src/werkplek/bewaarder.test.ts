import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GeenVerbinding, Probleem } from '../api/http';
import type { ConceptBewaard, Conceptinhoud, ConceptWat, Problem } from '../api/types';
import { BewaardConcept } from './bewaardconcept';
import { Bewaarder } from './bewaarder';
import { isIetsOnbewaard, wisConcepten } from './concept';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  wisConcepten();
  vi.useRealTimers();
});

const tekst = (t: string): Conceptinhoud => ({ personen: [], velden: { onderwerp: t } });
const probleem = (status: number) => new Probleem({ status, title: 'x', code: 'x' } as Problem);
const om = (versie: number): ConceptBewaard => ({
  versie,
  bewaard_op: `2026-11-29T09:12:0${versie}Z`,
  verloopt_op: '2026-12-13T09:12:00Z',
});

/** A server that answers when it is told to. */
function server() {
  const gezet: { inhoud: Conceptinhoud; versie: number; klaar: (uit: ConceptBewaard | Error) => void }[] = [];
  const weg: number[] = [];
  let daar: ConceptWat | null = null;
  const plank = {
    lees: async () => ({ concept: daar }),
    zet: (inhoud: Conceptinhoud, versie: number) =>
      new Promise<ConceptBewaard>((goed, fout) => {
        const klaar = (uit: ConceptBewaard | Error) => (uit instanceof Error ? fout(uit) : goed(uit));
        gezet.push({ inhoud, versie, klaar });
      }),
    weg: async (versie: number) => void weg.push(versie),
  };
  const legNeer = (wat: ConceptWat) => {
    daar = wat;
  };
  return { plank, gezet, weg, legNeer };
}

/** Everything that is due, and what follows from it. */
const even = () => vi.advanceTimersByTimeAsync(10_000);

// shows C2-L2
test('it is kept when the server said so, and not before', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  expect(b.leesStand()).toEqual({ stand: 'niets' });
  b.typ(tekst('De'));
  b.typ(tekst('De trap'));
  expect(b.leesStand()).toEqual({ stand: 'bezig' });
  await even();
  expect(gezet.map((z) => [z.inhoud, z.versie])).toEqual([[tekst('De trap'), 0]]);
  expect(b.leesStand()).toEqual({ stand: 'bezig' });
  gezet[0]?.klaar(om(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(b.leesStand()).toEqual({ stand: 'bewaard', om: om(1).bewaard_op });
});

// shows C2-L2
test('who leaves does not wait for a breath: the last words go at once, after what is under way', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('De trap'));
  const eerst = b.nu();
  await vi.advanceTimersByTimeAsync(0);
  expect(gezet.map((z) => z.inhoud)).toEqual([tekst('De trap')]);
  b.typ(tekst('De trap en het bad'));
  const daarna = b.nu();
  gezet[0]?.klaar(om(1));
  await eerst;
  await vi.advanceTimersByTimeAsync(0);
  expect([gezet[1]?.inhoud, gezet[1]?.versie]).toEqual([tekst('De trap en het bad'), 1]);
  gezet[1]?.klaar(om(2));
  await daarna;
  expect(b.leesStand()).toEqual({ stand: 'bewaard', om: om(2).bewaard_op });
  // What cannot be kept now holds nobody up.
  b.typ(tekst('Weg'));
  const laatst = b.nu();
  await vi.advanceTimersByTimeAsync(0);
  gezet[2]?.klaar(new GeenVerbinding());
  await laatst;
  expect(b.leesStand()).toEqual({ stand: 'niet', waarom: 'lijn' });
});

// shows C2-L2
test('what is typed while it is under way is not said to be kept', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('De trap'));
  await even();
  b.typ(tekst('De trap en het bad'));
  await even();
  expect(gezet).toHaveLength(1);
  gezet[0]?.klaar(om(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(b.leesStand()).toEqual({ stand: 'bezig' });
  await even();
  expect([gezet[1]?.inhoud, gezet[1]?.versie]).toEqual([tekst('De trap en het bad'), 1]);
  gezet[1]?.klaar(om(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(b.isBewaard()).toBe(true);
  // The same again is no news.
  b.typ(tekst('De trap en het bad'));
  await even();
  expect(gezet).toHaveLength(2);
});

test('without a line it says so, and tries until there is one', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('x'));
  await even();
  gezet[0]?.klaar(new GeenVerbinding());
  await vi.advanceTimersByTimeAsync(0);
  expect(b.leesStand()).toEqual({ stand: 'niet', waarom: 'lijn' });
  await even();
  expect(gezet).toHaveLength(2);
  gezet[1]?.klaar(om(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(b.isBewaard()).toBe(true);
});

test('a session that ended waits for another, and then it is kept', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('x'));
  await even();
  gezet[0]?.klaar(probleem(401));
  await even();
  expect(b.leesStand()).toEqual({ stand: 'niet', waarom: 'sessie' });
  expect(gezet).toHaveLength(1);
  b.verbonden();
  await even();
  expect(gezet).toHaveLength(2);
});

test('another browser that went on is not overwritten unasked', async () => {
  const { plank, gezet, legNeer } = server();
  const b = new Bewaarder(plank);
  legNeer({ ...om(6), soort: 'melding', onderwerp: null, personen: [], velden: {} });
  b.typ(tekst('hier'));
  await even();
  gezet[0]?.klaar(probleem(409));
  await even();
  expect(b.leesStand()).toEqual({ stand: 'elders' });
  b.typ(tekst('hier en verder'));
  await even();
  expect(gezet).toHaveLength(1);
  legNeer({ ...om(7), soort: 'melding', onderwerp: null, personen: [], velden: {} });
  await b.houdDit();
  await even();
  expect([gezet[1]?.inhoud, gezet[1]?.versie]).toEqual([tekst('hier en verder'), 7]);
});

// shows C2-L2
test('what was handed in elsewhere is not said to be another concept', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('hier'));
  await even();
  gezet[0]?.klaar(om(1));
  await even();
  b.typ(tekst('hier en verder'));
  await even();
  gezet[1]?.klaar(probleem(409));
  await even();
  expect(b.leesStand()).toEqual({ stand: 'weg', sinds: om(1).bewaard_op });
  b.typ(tekst('hier en nog verder'));
  await even();
  expect(gezet).toHaveLength(2);
  // Who wants it all the same has a concept of their own.
  await b.houdDit();
  await even();
  expect([gezet[2]?.inhoud, gezet[2]?.versie]).toEqual([tekst('hier en nog verder'), 0]);
});

// shows C2-L2
test('who hands in what was handed in already hears so, and the refusal goes on', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('hier'));
  await even();
  gezet[0]?.klaar(om(1));
  await even();
  const al = new Probleem({ status: 409, title: 'x', code: 'concept.al_ingeleverd' } as Problem);
  const gekregen: unknown[] = [];
  await expect(
    b.leverIn(async (versie) => {
      gekregen.push(versie);
      throw al;
    }),
  ).rejects.toBe(al);
  expect(gekregen).toEqual([{ concept: 1 }]);
  expect(b.leesStand()).toEqual({ stand: 'weg', sinds: om(1).bewaard_op });
});

test('before it is handed in nothing is under way, and the version is the last', async () => {
  const { plank, gezet } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('x'));
  await even();
  const rust = b.rust();
  gezet[0]?.klaar(om(3));
  expect(await rust).toBe(3);
  b.vergeet();
  await even();
  expect(gezet).toHaveLength(1);
  expect(b.leesStand()).toEqual({ stand: 'niets' });
});

test('what is emptied is thrown away, and what is forgotten hears no answer any more', async () => {
  const { plank, gezet, weg } = server();
  const b = new Bewaarder(plank);
  b.typ(tekst('x'));
  await even();
  gezet[0]?.klaar(om(1));
  await even();
  b.typ(undefined);
  await even();
  expect(weg).toEqual([1]);
  expect(b.leesStand()).toEqual({ stand: 'niets' });
  b.typ(tekst('y'));
  await even();
  b.vergeet();
  gezet[1]?.klaar(om(2));
  await even();
  expect(b.leesStand()).toEqual({ stand: 'niets' });
  expect(weg).toEqual([1]);
});

// shows C6, E8
test('the tab asks only for what the server does not have', async () => {
  const { plank, gezet } = server();
  const vorm = {
    naar: (held: string) => tekst(held),
    uit: (wat: ConceptWat) => wat.velden.onderwerp,
  };
  const concept = new BewaardConcept<string>(plank, (held) => held !== '', vorm);
  concept.bewaar('De trap');
  expect(isIetsOnbewaard()).toBe(true);
  await even();
  gezet[0]?.klaar(om(1));
  await even();
  expect(isIetsOnbewaard()).toBe(false);
  concept.bewaar('De trap en meer');
  expect(isIetsOnbewaard()).toBe(true);
  // Logging out leaves it on the server and nothing here.
  wisConcepten();
  expect(concept.lees()).toBeUndefined();
  const terug = {
    ...om(1),
    soort: 'melding',
    onderwerp: null,
    ...tekst('De trap'),
    personen: [],
  } as ConceptWat;
  expect(concept.neem(terug)).toBe(true);
  expect(concept.lees()).toBe('De trap');
  expect(isIetsOnbewaard()).toBe(false);
});
