// What both the werkplek and the portal say, by subject: one file and one line here. What only who works here reads stands in werk.ts, so that a
// phone does not load it. For who reads the portal in English, `en/` takes the place of what stands here (taal.ts). Parameters are functions, so that the compiler sees a forgotten one. Staff and residents both: "u".

import {
  andereDeur,
  bewaren,
  demo,
  dialoog,
  fout,
  menu,
  sessie,
  termijn,
  verbinding,
  versie,
  weg,
} from './algemeen';
import { inloggen, rolkeuze, sessies, stapOp } from './inloggen';
import { namen } from './namen';
import { portaal } from './portaal';
import { signaal } from './signaal';
import { door, en, Getal, getal, kanaal, status, urgentie, urgentiewoord, voornaam, wet } from './woorden';

export const nl = {
  naam: 'Keukentafel',
  getal,
  Getal,
  en,
  voornaam,
  door,
  wet,
  paginatitel: (onderwerp: string) => `${onderwerp} - Keukentafel`,
  naarInhoud: 'Naar de inhoud',
  sluit: 'Sluit',
  terug: 'Nee, terug',
  bezig: 'Even wachten…',
  laden: 'Wordt geladen',
  om: (tijd: string) => `om ${tijd} uur`,
  opOm: (dag: string, uur: string) => `op ${dag} ${uur}`,
  gemeente: (naam: string) => (naam.startsWith('Gemeente') ? naam : `Gemeente ${naam}`),
  status,
  kanaal,
  urgentie,
  urgentiewoord,
  onbekend: 'niet bekend',
  hoeftNiet: '(hoeft niet)',
  menu,
  verbinding,
  versie,
  bewaren,
  sessie,
  inloggen,
  rolkeuze,
  stapOp,
  sessies,
  weg,
  andereDeur,
  fout,
  dialoog,
  demo,
  termijn,
  portaal,
  signaal,
  namen,
};
