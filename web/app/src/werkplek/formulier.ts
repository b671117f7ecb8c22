// From FormData and from the server's answer to the two things a form shows: the summary and the error at each field.
import { useState } from 'react';
import { GeenVerbinding, Probleem } from '../api/http';
import { nl } from '../teksten/nl';
import type { Fouten, Foutmelding } from '../ui/veld';

export const tekst = (data: FormData, naam: string) => String(data.get(naam) ?? '').trim();

export const perVeld = (fouten: Foutmelding[]): Fouten =>
  Object.fromEntries(fouten.flatMap((f) => (f.veld ? [[f.veld, f.tekst]] : [])));

/** The server's refusal; `velden` of the body that are fields on this page link to them, and so do `codes` that name none and are about one. */
export function uitProbleem(
  error: unknown,
  veldId: (veld: string) => string | undefined,
  codes: Record<string, string> = {},
): Foutmelding[] {
  if (error instanceof GeenVerbinding) return [{ tekst: nl.verbinding.wacht }];
  if (!(error instanceof Probleem)) return [{ tekst: nl.fout.titel }];
  const { problem } = error;
  const fouten = (problem.velden ?? []).map((v) => ({
    veld: veldId(v.veld),
    tekst: v.uitleg || problem.detail || problem.title,
  }));
  if (fouten.length > 0) return fouten;
  const veld = codes[problem.code];
  if (!problem.detail) return [{ veld, tekst: problem.title }];
  if (veld) return [{ veld, tekst: `${problem.title}. ${problem.detail}` }];
  // Of nothing that was filled in: what happened instead is the heading, and not that something is wrong here.
  return [{ kop: problem.title, tekst: problem.detail }];
}

/** The errors a form shows; the turn counts, so that the same errors are told again. */
export function useFouten() {
  const [stand, setStand] = useState<{ fouten: Foutmelding[]; beurt: number }>({ fouten: [], beurt: 0 });
  const toon = (fouten: Foutmelding[]) => setStand((old) => ({ fouten, beurt: old.beurt + 1 }));
  return { ...stand, veld: perVeld(stand.fouten), toon };
}
