// Somebody with two roles says in which one they work now. Each role has its own rights, so a change begins on a fresh page.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { haal, Probleem, stuur } from '../api/http';
import type { Rolkeuze as Keuze, Rol, Verder } from '../api/types';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import { LosBlad, Skelet } from '../ui/losblad';

export function Rolkeuze() {
  const keuze = useQuery({ queryKey: ['rollen'], queryFn: () => haal<Keuze>('/sessie/rol') });
  const [bezig, setBezig] = useState<Rol>();
  const [fout, setFout] = useState<string>();
  const geenSessie = keuze.error instanceof Probleem && keuze.error.status === 401;
  useEffect(() => {
    if (geenSessie) location.replace('/inloggen');
  }, [geenSessie]);
  const t = nl.rolkeuze;

  const kies = async (rol: Rol) => {
    setBezig(rol);
    setFout(undefined);
    try {
      const { ga_naar } = await stuur<Verder>('/sessie/rol', { rol });
      location.assign(ga_naar);
    } catch (error) {
      setBezig(undefined);
      if (error instanceof Probleem && error.problem.code === 'sessie.stap_op') {
        location.assign('/stap-op?terug=/rol');
        return;
      }
      setFout(error instanceof Probleem ? error.problem.title : t.mislukt);
    }
  };

  const { naam = '', nu, items = [] } = keuze.data ?? {};
  return (
    <LosBlad titel={t.titel}>
      {keuze.data && <p className="lead">{t.lead(nl.voornaam(naam))}</p>}
      {nu && <p>{t.wissel}</p>}
      <div role="alert">{fout && <p className="balk balk--fout">{fout}</p>}</div>
      {keuze.isPending && <Skelet />}
      <ul className="rolkeuze">
        {items.map(({ rol, naam: wat }) => (
          <li key={rol}>
            <Knop soort={rol === nu ? 'tweede' : 'eerst'} bezig={bezig === rol} onClick={() => kies(rol)}>
              {rol === nu ? t.nu(wat) : wat}
            </Knop>
          </li>
        ))}
      </ul>
    </LosBlad>
  );
}
