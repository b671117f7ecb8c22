// A huishouden: who live there with gezag and residence, what runs and who works on it, in words and in a picture, live.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type {
  GezagWat,
  HuishoudenAntwoord,
  HuishoudenMag,
  HuishoudenWat,
  Ik,
  LidWat,
  ZaakRij,
} from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { useBundle, useNu, useView } from '../../rt/hooks';
import type { BundleState } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { Knop, knopKlasse } from '../../ui/knop';
import { lijstkruimel } from '../caseload/recht';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { Bijkomen, Vertrek } from './Bijkomen';
import { Gezagvraag } from './Gezagvraag';
import { Kloptniet } from './Kloptniet';
import { Mensen } from './Mensen';
import { Tekening } from './Tekening';
import { Huiswijziging, useHuiswijzigingen } from './Wijzigingen';
import { LiveZaken } from './Zaken';

/** Who records what; the server decides, this only keeps a useless button off the page. */
const LEGT_VAST = new Set([
  'frontoffice',
  'kcc',
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'regisseur',
]);

type Vraag =
  | { wat: 'erbij' }
  | { wat: 'vertrek' | 'gezag'; lid: LidWat }
  | { wat: 'klopt_niet'; lid: LidWat; gezag?: GezagWat };

export default function HuishoudenPagina({ id, ik }: { id: string; ik: Ik }) {
  const huis = useView<HuishoudenWat>(`huishouden/${id}@wat`);
  if (huis.stand === 'weg') return <WegPagina ik={ik} />;
  if (huis.stand === 'laden') {
    return (
      <Schil ik={ik} kruimels={[lijstkruimel(ik), { naam: nl.huishouden.kort }]}>
        <h1 className="vh">{nl.laden}</h1>
        <Skelet regels={6} />
      </Schil>
    );
  }
  return <Huishouden huis={huis.b} ik={ik} />;
}

const NIETS: HuishoudenMag = { verblijf: [], gezag: [] };

/**
 * What one may record here of whom. The view is shared by all who see it, so this is asked: again when somebody comes or goes, or a zaak
 * does, by which it changes. What was there stays meanwhile.
 */
function useMag(huis: HuishoudenWat, zaken: BundleState<ZaakRij>): HuishoudenMag {
  const lopend = zaken.stand === 'klaar' ? zaken.leden.map((lid) => [lid.b.id, lid.b.toegang]) : [];
  const open = useQuery({
    queryKey: ['huishouden', huis.id, huis.leden.map((lid) => lid.persoon.id).join(), lopend.join()],
    queryFn: () => haal<HuishoudenAntwoord>(`/huishoudens/${huis.id}`),
    enabled: zaken.stand !== 'laden',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  return open.data?.mag ?? NIETS;
}

function Huishouden({ huis, ik }: { huis: HuishoudenWat; ik: Ik }) {
  const now = useNu();
  const { gebeurd, vers, sluit } = useHuiswijzigingen(ik, huis.id);
  const [vraag, setVraag] = useState<Vraag>();
  const dicht = () => setVraag(undefined);
  const titel = nl.huishouden.titel(huis.leden.map((lid) => nl.voornaam(lid.persoon.naam)));
  const magVast = LEGT_VAST.has(ik.rol);
  const bundel = useBundle<ZaakRij>(`huishouden/${huis.id}`);
  const mag = useMag(huis, bundel);
  const zaken = useMemo(() => (bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : []), [bundel]);
  return (
    <Schil ik={ik} kruimels={[lijstkruimel(ik), { naam: nl.huishouden.kort }]}>
      <Paginakop titel={titel}>{titel}</Paginakop>
      <p className="lead">{nl.huishouden.lead(huis.leden.length)}</p>
      <Huiswijziging gebeurd={gebeurd} sluit={sluit} now={now} />
      <section className="sectie" aria-labelledby="in-beeld">
        <header>
          <h2 id="in-beeld">{nl.huishouden.inBeeld}</h2>
        </header>
        <Tekening leden={huis.leden} zaken={zaken} now={now} />
      </section>
      <section className="sectie" aria-labelledby="mensen">
        <header>
          <h2 id="mensen">{nl.huishouden.mensen}</h2>
        </header>
        <Mensen
          leden={huis.leden}
          now={now}
          mag={mag}
          vertrek={(lid) => setVraag({ wat: 'vertrek', lid })}
          gezag={(lid) => setVraag({ wat: 'gezag', lid })}
          kloptNiet={{
            verblijf: (lid) => setVraag({ wat: 'klopt_niet', lid }),
            gezag: (lid, gezag) => setVraag({ wat: 'klopt_niet', lid, gezag }),
          }}
        />
        {magVast && (
          <div className="knoppen">
            <Knop soort="tweede" icoon="plus" onClick={() => setVraag({ wat: 'erbij' })}>
              {nl.huishouden.erbij}
            </Knop>
            {ik.rol === 'regisseur' && (
              <Naar className={knopKlasse('tweede')} to={`/groepen/nieuw?huishouden=${huis.id}`}>
                {nl.plan.groep.uitHuishouden}
              </Naar>
            )}
          </div>
        )}
      </section>
      <section className="sectie" aria-labelledby="zaken">
        <header>
          <h2 id="zaken">{nl.huishouden.zaken}</h2>
        </header>
        <LiveZaken topic={`huishouden/${huis.id}`} now={now} leeg={nl.huishouden.geenZaken} vers={vers} />
      </section>
      {vraag?.wat === 'erbij' && <Bijkomen huis={huis} sluit={dicht} />}
      {vraag?.wat === 'vertrek' && <Vertrek huis={huis} lid={vraag.lid} sluit={dicht} />}
      {vraag?.wat === 'klopt_niet' && (
        <Kloptniet
          huis={huis}
          lid={vraag.lid}
          {...(vraag.gezag ? { gezag: vraag.gezag } : {})}
          sluit={dicht}
        />
      )}
      {vraag?.wat === 'gezag' && <Gezagvraag huis={huis} lid={vraag.lid} sluit={dicht} />}
    </Schil>
  );
}
