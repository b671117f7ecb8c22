// One's own views: chosen again, given another name, taken away, and the address of the present one to send to a colleague.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Tekstveld } from '../../ui/veld';
import { tekst, uitProbleem } from '../formulier';
import { adresVan, zetWeergave } from './adres';
import { type BewaardeWeergave, bewaar, NAAM_MAX, naamfout, type Stap, verwijder } from './bewaard';
import { leesWeergave, schrijfWeergave, type Weergave } from './weergave';
import { useEigenWeergaven, verander } from './weergaven';

const t = nl.zaken.eigen;

/** Changes the views at the server; what goes wrong is said, and nothing is put away then. */
function useVerander(ik: Ik) {
  const queries = useQueryClient();
  const [bezig, setBezig] = useState(false);
  const doe = async (stap: Stap): Promise<string | undefined> => {
    setBezig(true);
    try {
      await verander(queries, ik, stap);
      return undefined;
    } catch (error) {
      return uitProbleem(error, () => undefined)[0]?.tekst;
    } finally {
      setBezig(false);
    }
  };
  return { doe, bezig };
}

/** The names, as links: on the page of the zaken they change the view, elsewhere they lead there. */
export function EigenLijst({ ik, nu }: { ik: Ik; nu?: string }) {
  const eigen = useEigenWeergaven(ik);
  if (eigen.length === 0) return null;
  return (
    <nav className="weergaven" aria-label={t.lijst}>
      <ul>
        <li className="sm quiet" aria-hidden="true">
          {t.kort}
        </li>
        {eigen.map(({ naam, adres }) => (
          <li key={naam}>
            <Naar
              to={adresVan(leesWeergave(adres))}
              aria-current={nu === adres ? 'true' : undefined}
              data-eigen-weergave={naam}
              onClick={(event) => {
                if (nu === undefined) return;
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                zetWeergave(leesWeergave(adres));
              }}
            >
              {naam}
            </Naar>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Vraag = 'nieuw' | 'naam' | 'weg' | 'adres';

/** What can be done with the view that one looks at. */
export function Weergaveknoppen({ ik, weergave }: { ik: Ik; weergave: Weergave }) {
  const eigen = useEigenWeergaven(ik);
  const [vraag, setVraag] = useState<Vraag>();
  const adres = schrijfWeergave(weergave);
  const deze = eigen.find((een) => een.adres === adres);
  const dicht = () => setVraag(undefined);
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      omroep.zeg('weergave', t.gekopieerd);
      setGekopieerd(adres);
    } catch {
      // A browser may refuse; then it can be selected.
      setVraag('adres');
    }
  };
  const [gekopieerd, setGekopieerd] = useState<string>();
  return (
    <div className="weergaveknoppen">
      {deze ? (
        <>
          <Knop soort="stil" klein onClick={() => setVraag('naam')}>
            {t.andereNaam}
          </Knop>
          <Knop soort="stil" klein onClick={() => setVraag('weg')}>
            {t.verwijder}
          </Knop>
        </>
      ) : (
        adres !== '' && (
          <Knop soort="tweede" klein onClick={() => setVraag('nieuw')}>
            {t.bewaar}
          </Knop>
        )
      )}
      <Knop soort="stil" klein onClick={() => void kopieer()}>
        {gekopieerd === adres ? t.isGekopieerd : t.kopieer}
      </Knop>
      {(vraag === 'nieuw' || vraag === 'naam') && (
        <Naamvraag
          ik={ik}
          adres={adres}
          eigen={eigen}
          sluit={dicht}
          {...(vraag === 'naam' && deze ? { deze } : {})}
        />
      )}
      {vraag === 'weg' && deze && <Wegvraag ik={ik} deze={deze} sluit={dicht} />}
      {vraag === 'adres' && (
        <Dialoog titel={t.kopieer} sluit={dicht}>
          <Tekstveld id="weergave-adres" label={t.adres} readOnly value={location.href} />
          <div className="knoppen">
            <Knop soort="eerst" onClick={dicht}>
              {nl.terug}
            </Knop>
          </div>
        </Dialoog>
      )}
    </div>
  );
}

interface NaamvraagProps {
  ik: Ik;
  adres: string;
  eigen: BewaardeWeergave[];
  /** The one that gets another name. */
  deze?: BewaardeWeergave;
  sluit: () => void;
}

function Naamvraag({ ik, adres, eigen, deze, sluit }: NaamvraagProps) {
  const [fout, setFout] = useState<string>();
  const { doe, bezig } = useVerander(ik);
  const stuur = async (event: { preventDefault: () => void; currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const naam = tekst(data, 'naam');
    const mis = naamfout(eigen, naam, deze?.naam);
    if (mis) {
      setFout(t.fout[mis]);
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    const nietGelukt = await doe(bewaar({ naam, adres }, deze?.naam));
    if (nietGelukt) {
      setFout(nietGelukt);
      return;
    }
    omroep.zeg('weergave', t.bewaard(naam));
    sluit();
  };
  return (
    <Dialoog titel={deze ? t.andereNaam : t.bewaar} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <Tekstveld
          id="weergave-naam"
          name="naam"
          label={t.naam}
          uitleg={t.naamUitleg}
          defaultValue={deze?.naam}
          maxLength={NAAM_MAX}
          {...(fout ? { fout } : {})}
        />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.bewaarKnop}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

function Wegvraag({ ik, deze, sluit }: { ik: Ik; deze: BewaardeWeergave; sluit: () => void }) {
  const [fout, setFout] = useState<string>();
  const { doe, bezig } = useVerander(ik);
  const weg = async () => {
    const nietGelukt = await doe(verwijder(deze.naam));
    setFout(nietGelukt);
    if (nietGelukt) return;
    omroep.zeg('weergave', t.isWeg(deze.naam));
    sluit();
  };
  return (
    <Dialoog titel={t.wegTitel(deze.naam)} sluit={sluit}>
      <p>{t.wegUitleg}</p>
      {fout && <p role="alert">{fout}</p>}
      <div className="knoppen">
        <Knop soort="gevaar" bezig={bezig} onClick={() => void weg()}>
          {t.verwijder}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}
