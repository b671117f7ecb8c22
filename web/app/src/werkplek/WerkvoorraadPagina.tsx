// One's own zaken, live. Rows never move under a pointer or the focus: what is new waits behind a strip until it is asked for.
import clsx from 'clsx';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ik, Uitgevoerd, ZaakRij } from '../api/types';
import { datumVol, tijd, uurVan, wanneer } from '../datum';
import { opKlok } from '../klok';
import { Naar, Paginakop } from '../route';
import { useBundle, useNu, useOpdracht, useRtStatus } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Gordijn } from '../ui/gordijn';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';
import { Stoelen } from '../ui/stoel';
import { Termijn, termijnstand, UiterlijkOp } from '../ui/termijn';
import { conflictzin, isConflict } from './conflict';
import { uitProbleem } from './formulier';
import { useNieuw } from './nieuw';
import { volgende } from './orde';
import { Skelet } from './randpaginas';
import { Schil } from './Schil';
import { useToekenningen } from './toekenning/Meldingen';
import { neemGedaan } from './zaak/besluit/gedaan';
import { teLaat } from './zaak/taken/telling';

const VERS_MAX_MS = 60_000;

interface Rij {
  rij: ZaakRij;
  v: number;
  /** Came in while one was looking. */
  later: boolean;
  nieuw: boolean;
}

export function WerkvoorraadPagina({ ik }: { ik: Ik }) {
  const now = useNu();
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const { fase, laatst } = useRtStatus();
  const isNieuw = useNieuw(ik);
  const rijen = useMemo<Rij[]>(() => {
    if (bundel.stand !== 'klaar') return [];
    return bundel.leden.map((lid) => ({
      rij: lid.b,
      v: lid.v,
      later: lid.later,
      nieuw: isNieuw(lid.b),
    }));
  }, [bundel, isNieuw]);

  // What waits for a behandelaar stands apart; what I took in and others work on is mine to follow.
  const [mijn, team, toets] = useMemo(() => {
    const toets = (r: Rij) => r.rij.te_accorderen !== undefined && r.rij.te_accorderen !== null;
    const wacht = (r: Rij) => r.rij.behandelaars.length === 0;
    const eigen = rijen.filter((r) => !toets(r));
    return [eigen.filter((r) => !wacht(r)), eigen.filter(wacht), rijen.filter(toets)];
  }, [rijen]);
  // What was just done on the page before; said once.
  const [gedaan] = useState(neemGedaan);
  const laat = mijn.filter((r) => termijnstand(r.rij.uiterlijk_op, now) === 'laat').length;
  const nieuw = mijn.filter((r) => r.nieuw).length;
  const pak = usePak(ik);
  const namens = useNamens(ik);
  const groet = nl.werkvoorraad.groet(ik.naam, uurVan(now));

  return (
    <Schil ik={ik}>
      <p className="quiet hoofdletter">{datumVol(now)}</p>
      <Paginakop titel={nl.werkvoorraad.titel}>{groet}</Paginakop>
      {bundel.stand === 'klaar' && (
        <p className="lead">{nl.werkvoorraad.lead(laat, nieuw, mijn.length, team.length)}</p>
      )}
      <div role="alert">
        {pak.melding && (
          <p className="balk balk--fout" data-uitkomst="fout">
            <Icoon naam="waarschuwing" />
            {pak.melding}
          </p>
        )}
      </div>
      {gedaan && (
        <p className="balk" role="status" data-uitkomst="goed">
          <Icoon naam="vink" />
          {gedaan}
        </p>
      )}
      {toets.length > 0 && (
        <section className="sectie" aria-labelledby="toetslijst" data-lijst="te-accorderen">
          <header>
            <h2 id="toetslijst">{nl.besluit.lijst}</h2>
            <span className="quiet sm">{toets.length}</span>
          </header>
          <Lijst rijen={toets} now={now} />
        </section>
      )}
      {(mijn.length > 0 || (team.length === 0 && toets.length === 0)) && (
        <section className="sectie" aria-labelledby="lijst">
          <header>
            <h2 id="lijst">{nl.werkvoorraad.lijst}</h2>
            {bundel.stand === 'klaar' && <span className="quiet sm">{mijn.length}</span>}
            {fase !== 'open' && laatst !== undefined && (
              <span className="push quiet sm">{nl.werkvoorraad.bijgewerkt(tijd(opKlok(laatst)))}</span>
            )}
          </header>
          {bundel.stand === 'laden' && <Skelet />}
          {bundel.stand === 'weg' && (
            <div className="leeg">
              <h3>{nl.werkvoorraad.zonderRecht}</h3>
              <p>{nl.werkvoorraad.zonderRechtUitleg}</p>
            </div>
          )}
          {bundel.stand === 'klaar' && <Lijst rijen={mijn} now={now} namens={namens} />}
        </section>
      )}
      {team.length > 0 && (
        <section className="sectie" aria-labelledby="teamlijst">
          <header>
            <h2 id="teamlijst">{nl.werkvoorraad.teamlijst}</h2>
            <span className="quiet sm">{team.length}</span>
          </header>
          <Lijst rijen={team} now={now} pak={pak} />
        </section>
      )}
    </Schil>
  );
}

interface Pak {
  /** Whether this one may be taken by who looks. */
  mag: (rij: ZaakRij) => boolean;
  neem: (rij: ZaakRij) => void;
  bezig: boolean;
  melding: string | undefined;
}

/** Takes a waiting zaak of one's own field. Of two who press at once, the second reads who was first. */
function usePak(ik: Ik): Pak {
  const { run, bezig } = useOpdracht();
  const [melding, setMelding] = useState<string>();
  const neem = async (rij: ZaakRij) => {
    setMelding(undefined);
    try {
      await run<Uitgevoerd>(`/zaken/${rij.id}/neem`, {}, rij.versie);
    } catch (error) {
      const zin = isConflict(error) ? conflictzin(error) : uitProbleem(error, () => undefined)[0]?.tekst;
      setMelding(`${rij.zaaknummer}: ${zin}`);
    }
  };
  const mag = (rij: ZaakRij) => rij.behandelaars.length === 0 && ik.team === rij.domein;
  return { mag, neem, bezig, melding };
}

/** For whom one stands in on a zaak: a behandelaar of it who is away, when one is none oneself. */
function useNamens(ik: Ik): (rij: ZaakRij) => string | undefined {
  const { vervangt } = useToekenningen(ik);
  return (rij) => {
    if (rij.behandelaars.some((b) => b.id === ik.id)) return undefined;
    const weg = vervangt.filter((v) => v.geldt).map((v) => v.afwezige.id);
    return rij.behandelaars.find((b) => weg.includes(b.id))?.naam;
  };
}

interface LijstProps {
  rijen: Rij[];
  now: Date;
  pak?: Pak;
  namens?: (rij: ZaakRij) => string | undefined;
}

function Lijst({ rijen, now, pak, namens }: LijstProps) {
  const houder = useRef<HTMLDivElement>(null);
  const [orde, setOrde] = useState<string[] | undefined>();
  const [vers, setVers] = useState<ReadonlySet<string>>(new Set());
  const versies = useRef(new Map<string, number>());
  const wachtte = useRef<ReadonlySet<string>>(new Set());

  const opTermijn = useMemo(
    () =>
      [...rijen]
        .sort(
          (a, b) =>
            a.rij.uiterlijk_op.localeCompare(b.rij.uiterlijk_op) ||
            a.rij.zaaknummer.localeCompare(b.rij.zaaknummer),
        )
        .map((r) => r.rij.id),
    [rijen],
  );

  const bezet = () => {
    const el = houder.current;
    return el !== null && (el.matches(':hover') || el.contains(document.activeElement));
  };
  const uit = (ids: string[]) => {
    setVers((old) => new Set([...old].filter((id) => !ids.includes(id))));
  };
  const licht = (ids: string[]) => {
    if (ids.length === 0) return;
    setVers((old) => new Set([...old, ...ids]));
    // With motion the end of the fade takes the mark away; without it, a minute does.
    setTimeout(() => uit(ids), VERS_MAX_MS);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the list itself is a reason
  useEffect(() => {
    const held = orde ?? [];
    const later = new Set(rijen.filter((r) => r.later).map((r) => r.rij.id));
    const verandering = {
      getoond: orde,
      alles: opTermijn,
      later: (id: string) => later.has(id),
      bezet: bezet(),
    };
    const next = volgende(verandering, wachtte.current);
    const gezegd = [...next.nieuw, ...next.wacht].filter((id) => !wachtte.current.has(id));
    if (gezegd.length > 0) omroep.zeg('werkvoorraad', nl.werkvoorraad.omroep(gezegd.length));
    wachtte.current = new Set(next.wacht);
    if (orde === undefined || next.orde.join() !== held.join()) setOrde(next.orde);
    licht(next.nieuw);
    // A row that changed lights up where it stands.
    const changed: string[] = [];
    for (const { rij, v } of rijen) {
      const before = versies.current.get(rij.id);
      if (before !== undefined && before < v && held.includes(rij.id)) changed.push(rij.id);
      versies.current.set(rij.id, v);
    }
    licht(changed);
  }, [opTermijn, rijen]);

  const perId = new Map(rijen.map((r) => [r.rij.id, r]));
  const zichtbaar = (orde ?? opTermijn).flatMap((id) => perId.get(id) ?? []);
  const wachtend = rijen.length - zichtbaar.length;

  const toon = () => {
    const added = opTermijn.filter((id) => !zichtbaar.some((r) => r.rij.id === id));
    wachtte.current = new Set();
    setOrde(opTermijn);
    licht(added);
    // The strip goes; the focus goes to the first of what it showed.
    requestAnimationFrame(() => {
      houder.current?.querySelector<HTMLElement>(`[data-zaak="${added[0]}"] a`)?.focus();
    });
  };

  if (rijen.length === 0) {
    return (
      <div className="leeg" ref={houder}>
        <div className="lege-tafel" aria-hidden="true">
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--inwoner" />
        </div>
        <h3>{nl.werkvoorraad.leegTitel}</h3>
        <p>{nl.werkvoorraad.leeg}</p>
      </div>
    );
  }
  return (
    <div ref={houder}>
      {wachtend > 0 && (
        <button type="button" className="toonstrip" onClick={toon}>
          <Icoon naam="omhoog" />
          {nl.werkvoorraad.toon(wachtend)}
        </button>
      )}
      <ul className="werklijst">
        {zichtbaar.map((r) => (
          <Regel
            key={r.rij.id}
            {...r}
            now={now}
            pak={pak}
            namens={namens?.(r.rij)}
            vers={vers.has(r.rij.id)}
            uit={() => uit([r.rij.id])}
          />
        ))}
      </ul>
    </div>
  );
}

type RegelProps = Rij & { now: Date; pak?: Pak; namens: string | undefined; vers: boolean; uit: () => void };

function Regel({ rij, nieuw, now, pak, namens, vers, uit }: RegelProps) {
  const dat = rij.persoon === undefined;
  const taken = rij.open_taken ?? [];
  const laat = teLaat(taken, now);
  return (
    <li className={clsx('rij werkrij', vers && 'vers vers--dooft')} data-zaak={rij.id} onAnimationEnd={uit}>
      <div className="werkrij-termijn">
        <Termijn uiterlijkOp={rij.uiterlijk_op} now={now} />
        <UiterlijkOp uiterlijkOp={rij.uiterlijk_op} />
      </div>
      <div>
        <h3>
          <Naar to={`/zaken/${rij.id}`}>{rij.persoon?.naam ?? rij.zaaktype_naam}</Naar>{' '}
          {nieuw && <span className="nieuw">{nl.werkvoorraad.nieuw}</span>}
          {dat && <Gordijn />}
          {namens && <span className="chip">{nl.toekenning.namens(namens)}</span>}
          {rij.urgentie === 'spoed' && <span className="chip">{nl.werkvoorraad.spoed}</span>}
          {rij.urgentie === 'crisis' && (
            <span className="chip termijn--bijna">
              <Icoon naam="waarschuwing" />
              {nl.werkvoorraad.crisis}
            </span>
          )}
        </h3>
        <p className="sm">
          {rij.te_accorderen
            ? nl.besluit.lijstRegel(rij.te_accorderen.door.naam, wanneer(rij.te_accorderen.op, now))
            : dat
              ? nl.werkvoorraad.alleenDat
              : rij.onderwerp}
        </p>
        <p className="quiet sm">
          {rij.zaaktype_naam} · <span className="kenmerk">{rij.zaaknummer}</span> · {nl.status[rij.status]}
        </p>
        {taken.length > 0 && (
          <p className="sm" data-taken={taken.length} data-te-laat={laat}>
            <Icoon naam={laat > 0 ? 'waarschuwing' : 'vink'} /> {nl.taak.telling(taken.length, laat)}
          </p>
        )}
      </div>
      {rij.behandelaars.length > 0 ? (
        <Stoelen mensen={rij.behandelaars} label={nl.werkvoorraad.behandelaars} />
      ) : pak?.mag(rij) ? (
        <Knop
          klein
          bezig={pak.bezig}
          aria-label={nl.caseload.pakZaak(rij.zaaknummer)}
          onClick={() => pak.neem(rij)}
        >
          {nl.caseload.pak}
        </Knop>
      ) : (
        <p className="quiet sm">{nl.werkvoorraad.niemand}</p>
      )}
    </li>
  );
}
