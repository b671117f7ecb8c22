// English beside the Dutch: nothing of the portal is left out, no refusal that a resident can get, and no Dutch word in it.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../api/types';
import { datumKort, datumLang, datumVol, tijd } from '../../datum';
import { bedrag } from '../../geld/bedrag';
import { spreek } from '../../taal';
import { geld } from '../geld';
import { nl } from '../nl';
import { sporen } from '../sporen';
import { foutenEn } from './fouten';
import { probleemInEngels, vertaal } from './index';

const hier = (pad: string) => new URL(pad, import.meta.url);
const bronnen = import.meta.glob<string>('../../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What only who works here asks for or gets: the subject of the code, or the code itself. */
const NIET_VAN_INWONERS = [
  // Who posts a letter works here.
  /^brief\.niet_op_papier$/,
  /^(bescherming|besluit|tijdreis|brp|contact|klantcontact|gesprek|document|opmerking|groep|huishouden|koppeling|medewerker|nazicht|persoon)\./,
  // Views of the zaken are of who works here.
  /^(vervanging|glas|overdracht|zaak|taak|weergaven)\./,
  // A plan and a rekening are read by a resident and kept by who works here.
  /^plan\.(verantwoordelijk_blijft|geen_regisseur|doel_afgerond|herinnering|dag|alleen_groep|achterhouden_tot|achterhouden_herzien|eigenaar_ziet_dit_niet|al_beantwoord|niet_gemeld)$/,
  /^rekening\.(bestaat_al|klant_bestaat_al)$/,
  // Reporting a signaal is for everybody; what becomes of it is not.
  /^signaal\.(opgegaan|termijn_voorbij|loopt_al|termijn_loopt|afgehandeld|persoon_bekend|persoon_onbekend|persoon_ontbreekt|sleutel)$/,
  // Asking for consent, and how often one may.
  /^toestemming\.(doel_te_kort|al_gevraagd|te_veel_vragen|te_veel)$/,
];

let dutch: { lead: string; soort: string; datum: string };
beforeAll(() => {
  dutch = { lead: nl.portaal.lead(2), soort: geld.vorm.plus, datum: datumLang('2026-12-03') };
  vertaal();
  spreek('en');
});

/** Every code of the server's catalogue. */
function codes(): string[] {
  const map = hier('../../../../src/teksten/');
  return readdirSync(map)
    .filter((naam) => naam.endsWith('.rs') && naam !== 'tests.rs')
    .flatMap((naam) => [...readFileSync(new URL(naam, map), 'utf8').matchAll(/\bt\(\s*"([^"]+)",\s*\d{3}/g)])
    .map(([, code]) => code ?? '');
}

test('the page speaks English: texts, dates, amounts and names', () => {
  expect(dutch.lead).toBe('U hebt twee zaken bij ons.');
  expect(nl.portaal.lead(2)).toBe('You have two cases with us.');
  expect(dutch.soort).not.toBe(geld.vorm.plus);
  expect(dutch.datum).toBe('3 december 2026');
  expect(datumLang('2026-12-03')).toBe('3 December 2026');
  expect(datumVol('2026-11-23')).toBe('Monday 23 November 2026');
  expect(datumKort('2026-11-26')).toBe('Thu 26 November');
  expect(tijd('2026-11-25T13:03:00Z')).toBe('14:03');
  expect(bedrag(123456)).toBe('€1,234.56');
  expect(nl.namen.zaaktype('MELDING-WMO', 'Wmo-melding')).toBe('Support at home (Wmo-melding)');
  expect(nl.namen.signaalsoort('eigen_soort', 'Eigen soort')).toBe('Eigen soort');
  expect(sporen.inzage.titel).toBe('Who looked at your file');
  // What only who works here reads is left as it was.
  expect(nl.demo.titel).toBe('Wie bent u vandaag?');
  expect(document.documentElement.lang).toBe('en');
});

// shows X-51
test('no refusal that a resident can get is left in Dutch', () => {
  const alle = codes();
  expect(alle.length).toBeGreaterThan(200);
  const over = alle.filter(
    (code) => !(code in foutenEn) && !NIET_VAN_INWONERS.some((niet) => niet.test(code)),
  );
  expect(over).toEqual([]);
  const weg = Object.keys(foutenEn).filter((code) => !alle.includes(code));
  expect(weg, 'a code that the server does not have').toEqual([]);
  const dubbel = alle.filter((code) => code in foutenEn && NIET_VAN_INWONERS.some((niet) => niet.test(code)));
  expect(dubbel, 'said in English, and never to a resident').toEqual([]);
});

test('a refusal is said by its code, each field by its own, and an unknown one as it came', () => {
  const problem = {
    type: 'urn:keukentafel:fout:invoer.ongeldig',
    title: 'Er is iets niet goed ingevuld',
    detail: 'Kijk bij de velden wat er niet klopt.',
    status: 422,
    code: 'invoer.ongeldig',
    bewaard: 'nee',
    velden: [
      { veld: 'naam', code: 'invoer.leeg', uitleg: 'Vul het veld in.' },
      { veld: 'x', code: 'van.morgen', uitleg: 'Nieuw.' },
    ],
  } as Problem;
  const engels = probleemInEngels(problem);
  expect(engels.title).toBe('Something is not filled in well');
  expect(engels.velden?.map((veld) => veld.uitleg)).toEqual(['Fill in the field.', 'Nieuw.']);
  expect(probleemInEngels({ ...problem, code: 'van.morgen' }).title).toBe(problem.title);
});

/** The modules that a page loads, by what they import. */
function geladen(begin: string[]): Set<string> {
  const gezien = new Set<string>();
  const wacht = [...begin];
  for (let pad = wacht.pop(); pad; pad = wacht.pop()) {
    if (gezien.has(pad)) continue;
    gezien.add(pad);
    const bron = bronnen[pad] ?? '';
    const namen = [
      ...bron.matchAll(/(?:^|\n)(?:import|export)(?! type)[^;'"]*?from '(\.[^']+)'/g),
      ...bron.matchAll(/import\('(\.[^']+)'\)/g),
    ];
    for (const [, naam] of namen) {
      // As import.meta.glob names them: from here.
      const doel = decodeURI(new URL(naam ?? '', new URL(pad, import.meta.url)).pathname);
      const gevonden = Object.keys(bronnen).find((een) => {
        const heel = decodeURI(new URL(een, import.meta.url).pathname);
        return [`${doel}.ts`, `${doel}.tsx`, `${doel}/index.ts`].includes(heel);
      });
      if (gevonden) wacht.push(gevonden);
    }
  }
  return gezien;
}

test('what the portal and the doors say is there in English', () => {
  const paginas = Object.keys(bronnen).filter((pad) => /\/portaal\/paginas\//.test(pad));
  const modules = geladen([
    '../../portaal/main.tsx',
    '../../sessie/Inloggen.tsx',
    '../../sessie/StapOp.tsx',
    ...paginas,
  ]);
  expect(
    [...modules].filter((pad) => /\/werkplek\/Schil\.tsx$/.test(pad)),
    'the room of the werkplek',
  ).toEqual([]);
  const NIET =
    /\bnl\.(wet|door|status|kanaal|urgentie|urgentiewoord|termijn|bewaren|demo|rolkeuze|weg\.(?!titel)\w+|menu\.(?!naam|uitloggen)\w+|signaal\.(?!melden|betrouwbaarheid)\w+)\b/;
  const fout: string[] = [];
  for (const pad of modules) {
    const bron = bronnen[pad] ?? '';
    const gevonden = NIET.exec(bron);
    if (gevonden) fout.push(`${pad}: ${gevonden[0]}`);
    // Taken out before the other language came in, it would stay Dutch.
    for (const [regel] of bron.matchAll(
      /^const \w+ = (nl|brief|geld|mijnplan|toestemming|concept|sporen|t)\.[\w.]+\(.*$/gm,
    ))
      fout.push(`${pad}: ${regel}`);
    if (
      /teksten\/(?!nl|brief|geld|mijnplan|toestemming|concept|sporen|rondleiding|en|vertaling)\w+'/.test(
        bron,
      ) &&
      !/\/teksten\//.test(pad)
    )
      fout.push(`${pad}: a catalogue without English`);
  }
  expect(modules.size).toBeGreaterThan(60);
  expect(fout).toEqual([]);
});

test('no Dutch word is left in the English', () => {
  const DUTCH = /\b(het|een|uw|wij|niet|voor|naar|bij|dit|zaak|zaken|uit|ziet|kunt|hebt|wordt|opnieuw)\b/i;
  const eigen = Object.entries(bronnen).filter(([pad]) => /^\.\/(?!en\.test)/.test(pad));
  expect(eigen.length).toBeGreaterThan(8);
  for (const [pad, bron] of eigen) {
    const teksten = [...bron.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, a, b]) =>
      (a ?? b ?? '').replace(/\$\{[^}]*\}/g, ''),
    );
    for (const tekst of teksten) if (/\s/.test(tekst)) expect(tekst, pad).not.toMatch(DUTCH);
  }
});
