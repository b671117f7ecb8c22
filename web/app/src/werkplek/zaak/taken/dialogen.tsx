// What is filled in for a taak.
import { type FormEvent, useState } from 'react';
import type { Door, Ik, TaakWat } from '../../../api/types';
import { leesDatum } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Dialoog } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { tekst, uitProbleem, useFouten } from '../../formulier';

/** The same as the server's bound. */
const TEKENS_MAX = 160;

const VELDEN: Record<string, string> = { omschrijving: 'omschrijving', dag: 'dag', eigenaar: 'eigenaar' };

const keuzes = (behandelaars: Door[], ik?: Ik) =>
  behandelaars.map((b) => ({ waarde: b.id, tekst: b.id === ik?.id ? nl.zaak.u(b.naam) : b.naam }));

interface TaakDialoogProps {
  behandelaars: Door[];
  ik: Ik;
  bezig: boolean;
  sluit: () => void;
  zet: (body: unknown) => Promise<unknown>;
}

export function TaakDialoog({ behandelaars, ik, bezig, sluit, zet }: TaakDialoogProps) {
  const { fouten, beurt, veld, toon } = useFouten();
  const t = nl.taak;
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const omschrijving = tekst(data, 'omschrijving');
    const dag = leesDatum(tekst(data, 'dag'));
    const found: Foutmelding[] = [];
    if (!omschrijving) found.push({ veld: 'omschrijving', tekst: nl.fout.verplicht('de taak') });
    if (!dag) found.push({ veld: 'dag', tekst: t.dagFout });
    toon(found);
    if (found.length > 0) return;
    try {
      if (await zet({ omschrijving, eigenaar: tekst(data, 'eigenaar'), dag })) sluit();
    } catch (error) {
      toon(uitProbleem(error, (naam) => VELDEN[naam]));
    }
  };
  return (
    <Dialoog titel={t.formTitel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstveld
          id="omschrijving"
          name="omschrijving"
          label={t.wat}
          uitleg={t.watUitleg}
          fout={veld.omschrijving}
          maxLength={TEKENS_MAX}
        />
        <Keuzelijst
          id="eigenaar"
          name="eigenaar"
          label={t.wie}
          opties={keuzes(behandelaars, ik)}
          defaultValue={behandelaars.some((b) => b.id === ik.id) ? ik.id : undefined}
          fout={veld.eigenaar}
        />
        <Tekstveld
          id="dag"
          name="dag"
          label={t.dag}
          uitleg={t.dagUitleg}
          fout={veld.dag}
          inputMode="numeric"
        />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.zet}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}

interface GeefDialoogProps {
  taak: TaakWat;
  behandelaars: Door[];
  bezig: boolean;
  sluit: () => void;
  geef: (eigenaar: string) => Promise<unknown>;
}

export function GeefDialoog({ taak, behandelaars, bezig, sluit, geef }: GeefDialoogProps) {
  const anderen = behandelaars.filter((b) => b.id !== taak.eigenaar?.id);
  const [eigenaar, setEigenaar] = useState(anderen[0]?.id ?? '');
  const { fouten, beurt, toon } = useFouten();
  const t = nl.taak;
  const stuur = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (await geef(eigenaar)) sluit();
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <Dialoog titel={t.geefTitel(taak.omschrijving)} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        {anderen.length === 0 ? (
          <p>{t.geenAnder}</p>
        ) : (
          <Keuzelijst
            id="geef-aan"
            name="eigenaar"
            label={t.geefAan}
            opties={keuzes(anderen)}
            value={eigenaar}
            onChange={(event) => setEigenaar(event.target.value)}
          />
        )}
        <div className="knoppen">
          {anderen.length > 0 && (
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {t.geefKnop}
            </Knop>
          )}
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}
