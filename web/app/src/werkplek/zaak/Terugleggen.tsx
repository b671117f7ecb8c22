// A zaak on which nobody began goes back to what waits, with a reason.
import { useState } from 'react';
import type { Uitgevoerd, ZaakDat } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Tekstveld } from '../../ui/veld';
import { conflictzin, isConflict } from '../conflict';
import { Vraagdialoog } from '../Vraagdialoog';

const t = nl.terugleggen;
/** As the server counts (`ONDERWERP_CHARS_MAX`). */
const REDEN_TEKENS = 200;

export function Terugleggen({ zaak }: { zaak: ZaakDat }) {
  const [open, setOpen] = useState(false);
  const { run, bezig, wacht } = useOpdracht();
  const [conflict, setConflict] = useState<string>();
  if (zaak.status !== 'verdeeld') return null;

  const doe = async (body: unknown) => {
    try {
      return await run<Uitgevoerd>(`/zaken/${zaak.id}/vrijgeven`, body, zaak.versie);
    } catch (error) {
      if (!isConflict(error)) throw error;
      setConflict(conflictzin(error));
      return undefined;
    }
  };
  return (
    <>
      <Knop
        soort="stil"
        klein
        onClick={() => {
          setConflict(undefined);
          setOpen(true);
        }}
      >
        {t.knop}
      </Knop>
      {open && (
        <Vraagdialoog
          titel={t.titel}
          knop={t.bevestig}
          bezig={bezig}
          wacht={wacht}
          sluit={() => setOpen(false)}
          lees={(data) => {
            const reden = String(data.get('reden') ?? '').trim();
            return reden === ''
              ? { fouten: [{ veld: 'terug-reden', tekst: t.redenLeeg }] }
              : { body: { reden } };
          }}
          doe={doe}
          velden={{ reden: 'terug-reden' }}
        >
          {(fout) => (
            <>
              <p>{t.uitleg}</p>
              {conflict && (
                <p className="fouttekst" role="alert">
                  {conflict}
                </p>
              )}
              <Tekstveld
                id="terug-reden"
                name="reden"
                label={t.reden}
                uitleg={t.redenUitleg}
                fout={fout['terug-reden']}
                tekens={REDEN_TEKENS}
              />
            </>
          )}
        </Vraagdialoog>
      )}
    </>
  );
}
