// What is filled in for a taak.
import type { Wacht } from '../../../api/http';
import type { Door, Ik, TaakWat } from '../../../api/types';
import { leesDatum } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Dagveld, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { tekst } from '../../formulier';
import { Vraagdialoog } from '../../Vraagdialoog';

/** The same as the server's bound. */
const TEKENS_MAX = 160;

const VELDEN = { omschrijving: 'omschrijving', dag: 'dag', eigenaar: 'eigenaar' };

const keuzes = (behandelaars: Door[], ik?: Ik) =>
  behandelaars.map((b) => ({ waarde: b.id, tekst: b.id === ik?.id ? nl.zaak.u(b.naam) : b.naam }));

function lees(data: FormData) {
  const omschrijving = tekst(data, 'omschrijving');
  const dag = leesDatum(tekst(data, 'dag'));
  const fouten: Foutmelding[] = [];
  if (!omschrijving) fouten.push({ veld: 'omschrijving', tekst: nl.fout.verplicht('de taak') });
  if (!dag) fouten.push({ veld: 'dag', tekst: nl.taak.dagFout });
  return fouten.length > 0 ? { fouten } : { body: { omschrijving, eigenaar: tekst(data, 'eigenaar'), dag } };
}

interface Stand {
  bezig: boolean;
  wacht: Wacht | undefined;
  sluit: () => void;
}

interface TaakDialoogProps extends Stand {
  behandelaars: Door[];
  ik: Ik;
  zet: (body: unknown) => Promise<unknown>;
}

export function TaakDialoog({ behandelaars, ik, zet, ...stand }: TaakDialoogProps) {
  const t = nl.taak;
  return (
    <Vraagdialoog titel={t.formTitel} knop={t.zet} lees={lees} doe={zet} velden={VELDEN} {...stand}>
      {(fout) => (
        <>
          <Tekstveld
            id="omschrijving"
            name="omschrijving"
            label={t.wat}
            uitleg={t.watUitleg}
            fout={fout.omschrijving}
            maxLength={TEKENS_MAX}
          />
          <Keuzelijst
            id="eigenaar"
            name="eigenaar"
            label={t.wie}
            opties={keuzes(behandelaars, ik)}
            defaultValue={behandelaars.some((b) => b.id === ik.id) ? ik.id : undefined}
            fout={fout.eigenaar}
          />
          <Dagveld id="dag" name="dag" label={t.dag} uitleg={t.dagUitleg} fout={fout.dag} />
        </>
      )}
    </Vraagdialoog>
  );
}

interface GeefDialoogProps extends Stand {
  taak: TaakWat;
  behandelaars: Door[];
  geef: (body: unknown) => Promise<unknown>;
}

export function GeefDialoog({ taak, behandelaars, geef, ...stand }: GeefDialoogProps) {
  const anderen = behandelaars.filter((b) => b.id !== taak.eigenaar?.id);
  const t = nl.taak;
  return (
    <Vraagdialoog
      titel={t.geefTitel(taak.omschrijving)}
      {...(anderen.length > 0 ? { knop: t.geefKnop } : {})}
      lees={(data) => ({ body: { taak: taak.id, eigenaar: tekst(data, 'eigenaar') } })}
      doe={geef}
      velden={{ eigenaar: 'geef-aan' }}
      {...stand}
    >
      {(fout) =>
        anderen.length === 0 ? (
          <p>{t.geenAnder}</p>
        ) : (
          <Keuzelijst
            id="geef-aan"
            name="eigenaar"
            label={t.geefAan}
            opties={keuzes(anderen)}
            fout={fout['geef-aan']}
          />
        )
      }
    </Vraagdialoog>
  );
}
