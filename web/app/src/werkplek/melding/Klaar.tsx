// The melding is registered: hand it on, or leave it to the team.
import { type FormEvent, useState } from 'react';
import type { Domein, Ik, PersoonKort, Uitgevoerd } from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop, knopKlasse } from '../../ui/knop';
import { Foutlijst, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { Medewerkerkeuze, useMedewerkers } from '../Medewerkerkeuze';
import { OpPapier } from './OpPapier';

export function Klaar({
  ik,
  persoon,
  zaak,
  nummer,
  papier,
  vak,
  nogEen,
}: {
  ik: Ik;
  persoon: PersoonKort;
  zaak: string;
  nummer: string;
  papier: boolean;
  /** The field of law of the zaaktype. */
  vak?: Domein;
  nogEen: () => void;
}) {
  const titel = nl.melding.klaar(nummer);
  // A number is read as one word.
  const [voor, na] = titel.split(nummer);
  // To nobody when it stays with the team.
  const [toegewezen, setToegewezen] = useState<string[]>();

  return (
    <div className="smal">
      <Paginakop titel={titel} focus>
        {voor}
        <span className="nowrap">{nummer}</span>
        {na}
      </Paginakop>
      <p className="lead">
        {toegewezen && toegewezen.length > 0
          ? nl.melding.klaarToegewezen(persoon.naam)
          : nl.melding.klaarLead(persoon.naam)}
        {!toegewezen && ` ${nl.melding.klaarWijsToe}`}
      </p>
      {papier && <OpPapier van={ik} briefjes={[{ naam: persoon.naam, nummers: [nummer] }]} />}
      {toegewezen ? (
        <Verdeeld zin={toegewezen.length > 0 ? nl.melding.naToewijzen(toegewezen) : nl.melding.bijTeam} />
      ) : (
        <WijsToe zaak={zaak} vak={vak} klaar={setToegewezen} />
      )}
      {toegewezen && (
        <div className="knoppen">
          <Naar className={knopKlasse('tweede')} to={`/zaken/${zaak}`}>
            {nl.melding.bekijk}
          </Naar>
          <Knop soort="stil" onClick={nogEen}>
            {nl.melding.nogEen}
          </Knop>
        </div>
      )}
    </div>
  );
}

/** The form is gone: the focus goes to what came of it. */
function Verdeeld({ zin }: { zin: string }) {
  const hier = useFocusBij<HTMLParagraphElement>(zin);
  return (
    <p className="balk balk--goed" role="status" ref={hier} tabIndex={-1}>
      <Icoon naam="vink" />
      {zin}
    </p>
  );
}

interface WijsToeProps {
  zaak: string;
  vak?: Domein;
  /** By name, to whom it went; to nobody when it stays with the team. */
  klaar: (namen: string[]) => void;
}

function WijsToe({ zaak, vak, klaar }: WijsToeProps) {
  const medewerkers = useMedewerkers();
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState<Set<string>>(new Set());
  const [keuzefout, setKeuzefout] = useState<string>();
  const { fouten, beurt, toon } = useFouten();
  const namen = (medewerkers.data ?? []).filter((m) => gekozen.has(m.id)).map((m) => m.naam);

  const wijsToe = async (event: FormEvent) => {
    event.preventDefault();
    toon([]);
    setKeuzefout(gekozen.size === 0 ? nl.toewijzen.niemand : undefined);
    if (gekozen.size === 0) return;
    try {
      const done = await run<Uitgevoerd>(`/zaken/${zaak}/toewijzen`, { behandelaars: [...gekozen] });
      if (done) klaar(namen);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };

  return (
    <section className="sectie" aria-labelledby="wie">
      <header>
        <h2 id="wie">{nl.melding.wijsToe}</h2>
      </header>
      <form onSubmit={wijsToe} className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <p className="quiet">{nl.toewijzen.uitleg}</p>
        <Medewerkerkeuze
          legend={nl.toewijzen.legend}
          gekozen={gekozen}
          kies={setGekozen}
          fout={keuzefout}
          vak={vak}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.toewijzen.bevestig(namen)}
          </Knop>
          <Knop soort="stil" onClick={() => klaar([])}>
            {nl.melding.laatInTeam}
          </Knop>
        </div>
      </form>
    </section>
  );
}
