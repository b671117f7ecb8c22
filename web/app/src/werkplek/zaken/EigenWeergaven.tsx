// One's own views: chosen again, given another name, taken away, and the address of the present one to send to a colleague.
import { useState, useSyncExternalStore } from 'react';
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Tekstveld } from '../../ui/veld';
import { tekst } from '../formulier';
import { adresVan, zetWeergave } from './adres';
import {
  type BewaardeWeergave,
  bewaarWeergave,
  bijWeergaven,
  NAAM_MAX,
  naamfout,
  verwijderWeergave,
  weergavenVan,
} from './bewaard';
import { leesWeergave, schrijfWeergave, type Weergave } from './weergave';

const t = nl.zaken.eigen;

export const useEigenWeergaven = (ik: Ik): BewaardeWeergave[] =>
  useSyncExternalStore(bijWeergaven, () => weergavenVan(ik.id));

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
  const stuur = (event: { preventDefault: () => void; currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const naam = tekst(data, 'naam');
    const mis = naamfout(eigen, naam, deze?.naam);
    if (mis) {
      setFout(t.fout[mis]);
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    bewaarWeergave(ik.id, { naam, adres, blijft: data.has('blijft') }, deze?.naam);
    omroep.zeg('weergave', t.bewaard(naam));
    sluit();
  };
  return (
    <Dialoog titel={deze ? t.andereNaam : t.bewaar} sluit={sluit}>
      <form onSubmit={stuur} noValidate className="formulier">
        <Tekstveld
          id="weergave-naam"
          name="naam"
          label={t.naam}
          uitleg={t.naamUitleg}
          defaultValue={deze?.naam}
          maxLength={NAAM_MAX}
          {...(fout ? { fout } : {})}
        />
        <label className="keuze">
          <input
            type="checkbox"
            name="blijft"
            defaultChecked={deze?.blijft ?? eigen.some((een) => een.blijft)}
          />
          <span>
            {t.blijft}
            <small className="quiet blok">{t.blijftUitleg}</small>
          </span>
        </label>
        <div className="knoppen">
          <Knop type="submit" soort="eerst">
            {t.bewaarKnop}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}

function Wegvraag({ ik, deze, sluit }: { ik: Ik; deze: BewaardeWeergave; sluit: () => void }) {
  return (
    <Dialoog titel={t.wegTitel(deze.naam)} sluit={sluit}>
      <p>{t.wegUitleg}</p>
      <div className="knoppen">
        <Knop
          soort="gevaar"
          onClick={() => {
            verwijderWeergave(ik.id, deze.naam);
            omroep.zeg('weergave', t.isWeg(deze.naam));
            sluit();
          }}
        >
          {t.verwijder}
        </Knop>
        <Knop soort="stil" onClick={sluit}>
          {nl.terug}
        </Knop>
      </div>
    </Dialoog>
  );
}
