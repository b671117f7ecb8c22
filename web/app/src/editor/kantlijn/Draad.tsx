// One remark with what was answered to it.
import { useEffect, useRef, useState } from 'react';
import type { Door, Ik, OpmerkingWat, Uitgevoerd } from '../../api/types';
import { wanneer } from '../../datum';
import { useNu, useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';
import { Opmerkvorm } from './Opmerkvorm';

const t = nl.kantlijn.opmerking;

export interface DraadProps {
  document: string;
  opmerking: OpmerkingWat;
  ik: Ik;
  deelnemers: Door[];
  /** The caret is in its words, or it was opened from the bell. */
  actief: boolean;
  /** To its words; undefined when they are gone. */
  ganaar: (() => void) | undefined;
}

export function Draad({ document, opmerking, ik, deelnemers, actief, ganaar }: DraadProps) {
  const now = useNu();
  const ref = useRef<HTMLElement>(null);
  const { door, afgehandeld } = opmerking;
  useEffect(() => {
    if (actief) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [actief]);
  const nieuw = useGelezen(document, opmerking, ik);
  return (
    <article
      ref={ref}
      className="draad"
      data-opmerking-draad={opmerking.id}
      data-actief={actief || undefined}
      aria-label={t.van(door.naam, opmerking.citaat)}
    >
      <blockquote className="citaat sm">{opmerking.citaat}</blockquote>
      {ganaar ? (
        <Knop soort="stil" klein onClick={ganaar}>
          {t.ganaar}
        </Knop>
      ) : (
        <p className="sm quiet">{t.weg}</p>
      )}
      <Woord door={door} op={wanneer(opmerking.op, now)} tekst={opmerking.tekst} nieuw={nieuw} />
      {opmerking.reacties.map((r) => (
        <Woord
          key={`${r.op}-${r.door.id}`}
          door={r.door}
          op={wanneer(r.op, now)}
          tekst={r.tekst}
          nieuw={false}
        />
      ))}
      {afgehandeld && (
        <p className="sm quiet">{t.afgehandeldDoor(afgehandeld.door.naam, wanneer(afgehandeld.op, now))}</p>
      )}
      <Doen document={document} opmerking={opmerking} ik={ik} deelnemers={deelnemers} />
    </article>
  );
}

function Woord({ door, op, tekst, nieuw }: { door: Door; op: string; tekst: string; nieuw: boolean }) {
  return (
    <div className="mens opmerkwoord">
      <Stoel naam={door.naam} id={door.id} />
      <p className="sm">
        <strong>{door.naam}</strong> <span className="quiet">{op}</span>{' '}
        {nieuw && <span className="nieuw">{t.nieuwVoorU}</span>}
        <br />
        <span className="opmerktekst">{tekst}</span>
      </p>
    </div>
  );
}

/** Whoever was named and has it before them has read it; it stays marked as long as they look. */
function useGelezen(document: string, { id, ongelezen }: OpmerkingWat, ik: Ik): boolean {
  const { run } = useOpdracht();
  const ongelezenNu = ongelezen.includes(ik.id);
  const [was, setWas] = useState(ongelezenNu);
  const stuur = useRef(run);
  stuur.current = run;
  useEffect(() => {
    if (!ongelezenNu) return;
    setWas(true);
    void stuur
      .current<Uitgevoerd>(`/documenten/${document}/opmerkingen/gelezen`, { opmerking: id })
      .catch(() => undefined);
  }, [ongelezenNu, document, id]);
  return was;
}

function Doen({
  document,
  opmerking,
  ik,
  deelnemers,
}: Pick<DraadProps, 'document' | 'opmerking' | 'ik' | 'deelnemers'>) {
  const [antwoordt, setAntwoordt] = useState(false);
  const { run, bezig } = useOpdracht();
  const { id: opm, door } = opmerking;
  const pad = `/documenten/${document}/opmerkingen`;
  const zet = (wat: 'afhandelen' | 'heropenen') => {
    void run<Uitgevoerd>(`${pad}/${wat}`, { opmerking: opm })
      .then((done) => done && wat === 'afhandelen' && omroep.zeg('opmerking', t.isAfgehandeld))
      .catch(() => omroep.zeg('opmerking', nl.fout.titel));
  };
  if (opmerking.afgehandeld) {
    return (
      <Knop
        soort="tweede"
        klein
        bezig={bezig}
        aria-label={t.heropenenVan(door.naam)}
        onClick={() => zet('heropenen')}
      >
        {t.heropenen}
      </Knop>
    );
  }
  if (antwoordt) {
    return (
      <Opmerkvorm
        ik={ik}
        deelnemers={deelnemers}
        label={t.antwoord}
        knop={t.verstuur}
        bezig={bezig}
        sluit={() => setAntwoordt(false)}
        doe={async (tekst, genoemd) => {
          const done = await run<Uitgevoerd>(`${pad}/beantwoorden`, { opmerking: opm, tekst, genoemd });
          if (!done) return;
          setAntwoordt(false);
          omroep.zeg('opmerking', t.beantwoord);
        }}
      />
    );
  }
  return (
    <div className="knoppen">
      <Knop soort="tweede" klein aria-label={t.antwoordOp(door.naam)} onClick={() => setAntwoordt(true)}>
        {t.antwoordKnop}
      </Knop>
      <Knop
        soort="stil"
        klein
        bezig={bezig}
        aria-label={t.afhandelenVan(door.naam)}
        onClick={() => zet('afhandelen')}
      >
        {t.afhandelen}
      </Knop>
    </div>
  );
}
