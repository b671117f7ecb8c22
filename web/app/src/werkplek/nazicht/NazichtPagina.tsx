// Looks that are looked back at (X-24, N-9): what waits, the oldest first, what has its verdict, and which colleague is which resident.
import { useState } from 'react';
import type { Ik, NazichtenWat, NazichtRij, Nazichtsoort } from '../../api/types';
import { datumKort } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Keuzelijst } from '../../ui/veld';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { Collegas } from './Collegas';

const t = nl.nazicht;
const SOORTEN = Object.entries(t.soorten).map(([waarde, naam]) => ({ waarde, tekst: naam }));

export function NazichtPagina({ ik }: { ik: Ik }) {
  const wat = useView<NazichtenWat>(`nazicht/${ik.gemeente.id}`);
  if (wat.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      <p className="quiet sm">{t.blijft}</p>
      {wat.stand === 'laden' && <Skelet regels={4} />}
      {wat.stand === 'klaar' && (
        <>
          <Open wat={wat.b} />
          <Gedaan items={wat.b.gedaan} />
          <Collegas koppelingen={wat.b.koppelingen} />
        </>
      )}
    </Schil>
  );
}

function Open({ wat }: { wat: NazichtenWat }) {
  const [soort, setSoort] = useState<Nazichtsoort | ''>('');
  const items = wat.items.filter((rij) => soort === '' || rij.soort === soort);
  return (
    <section className="sectie smal" aria-labelledby="open">
      <header>
        <h2 id="open">{t.open}</h2>
      </header>
      <p role="status">
        {wat.aantal === 0 ? t.leeg : t.aantal(wat.aantal)} {wat.te_laat > 0 && t.teLaat(wat.te_laat)}
      </p>
      {wat.aantal > wat.items.length && <p className="quiet sm">{t.getoond(wat.items.length)}</p>}
      {wat.aantal > 0 && (
        <Keuzelijst
          id="soort"
          name="soort"
          label={t.soort}
          value={soort}
          onChange={(event) => setSoort(event.target.value as Nazichtsoort | '')}
          opties={[{ waarde: '', tekst: t.alle }, ...SOORTEN]}
        />
      )}
      {wat.aantal > 0 && items.length === 0 && <p>{t.leegSoort}</p>}
      <ul className="ledenlijst">
        {items.map((rij) => (
          <Regel key={rij.id} rij={rij} />
        ))}
      </ul>
    </section>
  );
}

function Regel({ rij }: { rij: NazichtRij }) {
  return (
    <li className="rij" data-nazicht={rij.medewerker.naam} data-soort={rij.soort}>
      <h3>
        <Naar to={`/nazicht/${rij.id}`}>{t.wie(rij.medewerker.naam, rij.persoon.naam ?? t.naamloos)}</Naar>
      </h3>
      <p>
        {t.soorten[rij.soort]}
        <br />
        <span className="quiet sm">
          {t.dag(datumKort(rij.dag))}
          {!rij.uitspraak && `. ${t.uiterlijk(datumKort(rij.uiterlijk))}`}
        </span>
      </p>
      {(rij.te_laat || rij.niet_meer_gekoppeld) && (
        <p>
          {rij.te_laat && <span className="chip">{t.laat}</span>}{' '}
          {rij.niet_meer_gekoppeld && <span className="chip">{t.nietMeerGekoppeld}</span>}
        </p>
      )}
      {rij.uitspraak && (
        <p className="sm">
          {t.oordelen[rij.uitspraak.oordeel]}
          <br />
          <span className="quiet">{t.door(rij.uitspraak.door.naam, datumKort(rij.uitspraak.op))}</span>
        </p>
      )}
    </li>
  );
}

function Gedaan({ items }: { items: NazichtRij[] }) {
  return (
    <section className="sectie smal" aria-labelledby="gedaan">
      <header>
        <h2 id="gedaan">{t.gedaan}</h2>
      </header>
      {items.length === 0 && <p>{t.gedaanLeeg}</p>}
      <ul className="ledenlijst">
        {items.map((rij) => (
          <Regel key={rij.id} rij={rij} />
        ))}
      </ul>
    </section>
  );
}
