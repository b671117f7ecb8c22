// How the resident of a zaak hears that there is a letter, and the way to change it for who is at the desk or on the telephone.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { haal } from '../../api/http';
import type { BerichtwegWat, Ik, Berichtweg as Weg } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { briefwerk } from '../../teksten/brief';
import { Knop } from '../../ui/knop';
import { Tekstveld } from '../../ui/veld';
import { Vraagdialoog } from '../Vraagdialoog';

const t = briefwerk.weg;
const WEGEN: Weg[] = ['portaal', 'email', 'post'];
const VELD = 'weg-email';
/** Who speaks with residents, and so can ask them (`Handeling::BerichtwegKiezen`). */
const SPREEKT = ['frontoffice', 'kcc', 'jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'regisseur'];

export function Berichtweg({ persoon, ik }: { persoon: string; ik: Ik }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const nu = useQuery({
    queryKey: ['berichtweg', persoon],
    queryFn: () => haal<BerichtwegWat>(`/personen/${persoon}/berichtweg`),
    refetchOnWindowFocus: false,
  });
  if (!nu.data) return null;
  return (
    <div className="sm" data-berichtweg={nu.data.weg}>
      {t.nu[nu.data.weg]}{' '}
      {SPREEKT.includes(ik.rol) && (
        <Knop soort="stil" klein onClick={() => setOpen(true)}>
          {t.wijzig}
        </Knop>
      )}
      {open && (
        <Wijzig
          persoon={persoon}
          nu={nu.data}
          sluit={() => {
            setOpen(false);
            queries.invalidateQueries({ queryKey: ['berichtweg', persoon] });
          }}
        />
      )}
    </div>
  );
}

function Wijzig({ persoon, nu, sluit }: { persoon: string; nu: BerichtwegWat; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const [weg, setWeg] = useState<Weg>(nu.weg);
  return (
    <Vraagdialoog
      titel={t.titel}
      knop={t.bewaar}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
      lees={(data) => {
        const email = String(data.get('email') ?? '').trim();
        if (weg !== 'email') return { body: { weg } };
        return email === '' ? { fouten: [{ veld: VELD, tekst: t.leeg }] } : { body: { weg, email } };
      }}
      doe={(body) => run(`/personen/${persoon}/berichtweg`, body, nu.versie)}
      velden={{ email: VELD }}
    >
      {(fout) => (
        <>
          <fieldset className="zoekop">
            <legend className="label">{t.vraag}</legend>
            {WEGEN.map((een) => (
              <label key={een} className="keuze">
                <input
                  type="radio"
                  name="weg"
                  value={een}
                  checked={weg === een}
                  onChange={() => setWeg(een)}
                />
                {t.keuze[een]}
              </label>
            ))}
          </fieldset>
          {weg === 'email' && (
            <Tekstveld
              id={VELD}
              name="email"
              type="email"
              label={t.email}
              uitleg={t.emailUitleg}
              fout={fout[VELD]}
              defaultValue={nu.email ?? ''}
            />
          )}
        </>
      )}
    </Vraagdialoog>
  );
}
