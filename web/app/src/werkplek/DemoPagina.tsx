// Demo mode only: who do you want to be? Everybody here is invented.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Probleem, stuur } from '../api/http';
import type { Persona } from '../api/types';
import { Naar } from '../route';
import { nl } from '../teksten/werk';
import { knopKlasse } from '../ui/knop';
import { Stoel } from '../ui/stoel';
import { LosBlad, Skelet } from './randpaginas';

export async function haalPersonas(): Promise<Persona[]> {
  const response = await fetch('/demo/personas', { headers: { Accept: 'application/json' } });
  if (!response.ok) return [];
  const body = (await response.json()) as Persona[] | { items: Persona[] };
  return Array.isArray(body) ? body : body.items;
}

const INWONER = new Set(['inwoner', 'groepsparticipant']);

const StijlPagina = lazy(() => import('../stijlboek/StijlPagina').then((m) => ({ default: m.StijlPagina })));

/** Where there are no personas there is no demonstration, and nothing of it. */
export function Stijl() {
  const personas = useQuery({ queryKey: ['personas'], queryFn: haalPersonas });
  if (personas.isPending) return <LosBlad titel={nl.laden}>{null}</LosBlad>;
  if (!personas.data?.length) {
    return (
      <LosBlad titel={nl.weg.titel}>
        <p>
          <a className={knopKlasse('tweede')} href="/">
            {nl.weg.terug}
          </a>
        </p>
      </LosBlad>
    );
  }
  return (
    <Suspense fallback={<LosBlad titel={nl.laden}>{null}</LosBlad>}>
      <StijlPagina />
    </Suspense>
  );
}

export function DemoPagina() {
  const personas = useQuery({ queryKey: ['personas'], queryFn: haalPersonas });
  const [bezig, setBezig] = useState<string>();
  const [fout, setFout] = useState<string>();

  const login = async (persona: string) => {
    if (bezig) return;
    setBezig(persona);
    setFout(undefined);
    try {
      const { start } = await stuur<Persona>('/demo/login', { persona });
      location.assign(start);
    } catch (error) {
      setBezig(undefined);
      setFout(error instanceof Probleem ? error.problem.title : nl.sessie.mislukt);
    }
  };

  const groep = (titel: string, wie: Persona[]) =>
    wie.length > 0 && (
      <section className="sectie" aria-labelledby={`groep-${titel}`}>
        <header>
          <h2 id={`groep-${titel}`}>{titel}</h2>
        </header>
        <ul className="personas">
          {wie.map((p) => (
            <li key={p.persona}>
              <button
                type="button"
                className="persona"
                aria-disabled={bezig !== undefined || undefined}
                onClick={() => login(p.persona)}
              >
                <Stoel naam={p.naam} id={p.persona} inwoner={INWONER.has(p.rol)} />
                <span>
                  {/* What is read on the button is what it is called. */}
                  <span className="vh">{nl.demo.als} </span>
                  <strong>{p.naam}</strong>
                  <small>{p.rol_naam}</small>
                  <small>{p.omschrijving}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    );

  const alle = personas.data ?? [];
  return (
    <LosBlad titel={nl.demo.titel}>
      <p className="lead">{personas.data && alle.length === 0 ? nl.demo.leeg : nl.demo.lead}</p>
      <div role="alert">{fout && <p className="balk balk--fout">{fout}</p>}</div>
      {personas.isPending && <Skelet />}
      {groep(
        nl.demo.medewerkers,
        alle.filter((p) => !INWONER.has(p.rol)),
      )}
      {groep(
        nl.demo.inwoners,
        alle.filter((p) => INWONER.has(p.rol)),
      )}
      {alle.length > 0 && (
        <p className="quiet">
          <Naar to="/stijl">{nl.demo.stijl}</Naar>
        </p>
      )}
    </LosBlad>
  );
}
