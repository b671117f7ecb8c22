// One's own zaken, live: what waits for one's judgement, what one works on, and what nobody has yet.
import { type ReactNode, useMemo, useState } from 'react';
import type { Ik, ZaakRij } from '../../api/types';
import { tijd } from '../../datum';
import { opKlok } from '../../klok';
import { Naar, Paginakop } from '../../route';
import { useBundle, useNu, useRtStatus } from '../../rt/hooks';
import type { BundleState } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { useNieuw } from '../nieuw';
import { Skelet } from '../randpaginas';
import { heeft } from '../rollen';
import { Schil } from '../Schil';
import { neemGedaan } from '../zaak/besluit/gedaan';
import { EigenLijst } from '../zaken/EigenWeergaven';
import { Lijst } from './Lijst';
import { useNamens, usePak } from './pak';
import type { Rij } from './Regel';
import { isTeLaat } from './spoed';

export function WerkvoorraadPagina({ ik }: { ik: Ik }) {
  const now = useNu();
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const { mijn, team, toets } = useVerdeeld(bundel, ik);
  // What was just done on the page before; said once.
  const [gedaan] = useState(neemGedaan);
  const laat = mijn.filter((r) => isTeLaat(r.rij, now)).length;
  const nieuw = mijn.filter((r) => r.nieuw).length;
  const pak = usePak(ik);
  const namens = useNamens(ik);

  return (
    <Schil ik={ik}>
      <Paginakop titel={nl.werkvoorraad.titel}>{nl.werkvoorraad.titel}</Paginakop>
      {bundel.stand === 'klaar' && (
        <p className="lead">{nl.werkvoorraad.lead(laat, nieuw, mijn.length, team.length)}</p>
      )}
      {heeft(ik.rol, 'zaken') && <EigenLijst ik={ik} />}
      {ik.rol === 'regisseur' && <Signaaltelling ik={ik} />}
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
        <Sectie id="toetslijst" kop={nl.besluit.lijst} aantal={toets.length} lijst="te-accorderen">
          <Lijst rijen={toets} now={now} />
        </Sectie>
      )}
      {(mijn.length > 0 || (team.length === 0 && toets.length === 0)) && (
        <Sectie
          id="lijst"
          kop={nl.werkvoorraad.lijst}
          aantal={bundel.stand === 'klaar' ? mijn.length : undefined}
          naast={<Bijgewerkt />}
        >
          {bundel.stand === 'laden' && <Skelet />}
          {bundel.stand === 'weg' && (
            <div className="leeg">
              <h3>{nl.werkvoorraad.zonderRecht}</h3>
              <p>{nl.werkvoorraad.zonderRechtUitleg}</p>
            </div>
          )}
          {bundel.stand === 'klaar' && <Lijst rijen={mijn} now={now} namens={namens} />}
        </Sectie>
      )}
      {team.length > 0 && (
        <Sectie id="teamlijst" kop={nl.werkvoorraad.teamlijst} aantal={team.length}>
          <Lijst rijen={team} now={now} pak={pak} />
        </Sectie>
      )}
    </Schil>
  );
}

/** How many signalen wait, of those that one may see. */
function Signaaltelling({ ik }: { ik: Ik }) {
  const bundel = useBundle<unknown>(`signalen/${ik.gemeente.id}`);
  if (bundel.stand !== 'klaar') return null;
  const wachten = bundel.leden.filter((lid) => lid.topic.startsWith('signaal/')).length;
  return (
    <p data-signalen={wachten}>
      {nl.signaal.lead(wachten)} {wachten > 0 && <Naar to="/signalen">{nl.signaal.bekijkAlle}</Naar>}
    </p>
  );
}

/** What waits for a behandelaar stands apart; what I took in and others work on is mine to follow. */
function useVerdeeld(bundel: BundleState<ZaakRij>, ik: Ik) {
  const isNieuw = useNieuw(ik);
  return useMemo(() => {
    const leden = bundel.stand === 'klaar' ? bundel.leden : [];
    const rijen = leden.map<Rij>((lid) => ({
      rij: lid.b,
      v: lid.v,
      later: lid.later,
      nieuw: isNieuw(lid.b),
    }));
    const toets = (r: Rij) => r.rij.te_accorderen !== undefined && r.rij.te_accorderen !== null;
    const wacht = (r: Rij) => r.rij.behandelaars.length === 0;
    const eigen = rijen.filter((r) => !toets(r));
    return {
      mijn: eigen.filter((r) => !wacht(r)),
      team: eigen.filter(wacht),
      toets: rijen.filter(toets),
    };
  }, [bundel, isNieuw]);
}

interface SectieProps {
  id: string;
  kop: string;
  aantal: number | undefined;
  /** What the list is called in the page itself. */
  lijst?: string;
  naast?: ReactNode;
  children: ReactNode;
}

function Sectie({ id, kop, aantal, lijst, naast, children }: SectieProps) {
  return (
    <section className="sectie" aria-labelledby={id} data-lijst={lijst}>
      <header>
        <h2 id={id}>{kop}</h2>
        {aantal !== undefined && <span className="quiet sm">{aantal}</span>}
        {naast}
      </header>
      {children}
    </section>
  );
}

/** Without a line: of when the list is. */
function Bijgewerkt() {
  const { fase, laatst } = useRtStatus();
  if (fase === 'open' || laatst === undefined) return null;
  return <span className="push quiet sm">{nl.werkvoorraad.bijgewerkt(tijd(opKlok(laatst)))}</span>;
}
