// Looking for something, and doing it (C16): one field that leads to pages, acts, zaken and whom one works for. It comes over the page,
// works by keyboard alone, says how much there is, and gives the focus back.
import clsx from 'clsx';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { stuur } from '../../api/http';
import type { Ik, Werkzoekantwoord } from '../../api/types';
import { navigeer } from '../../route';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Icoon } from '../../ui/Icoon';
import { IcoonKnop } from '../../ui/knop';
import { heeftWerk } from '../rollen';
import { inGroepen, isBsn, type Optie, stap, vanServer, vind, vraagtServer, ZOEK_MS } from './palet';
import { leesToetsen } from './voorkeur';

const t = nl.palet;

export interface PaletProps {
  ik: Ik;
  /** Pages and acts. */
  opties: Optie[];
  sluit: () => void;
}

export function Palet({ ik, opties, sluit }: PaletProps) {
  const dialoog = useDialoog();
  const [getypt, setGetypt] = useState('');
  const { antwoord, stand } = useWerk(ik, getypt);
  const gevonden = [...vanServer(antwoord), ...vind(opties, getypt)];
  const rijen = inGroepen(gevonden).flatMap(([, van]) => van);
  const [gekozen, setGekozen] = useState<string>();
  // What one was at stays chosen while more comes in; else what was typed is about the first.
  const plek = rijen.findIndex(({ id }) => id === gekozen);
  const nu = plek >= 0 ? plek : getypt.trim() === '' ? -1 : 0;
  const lijst = useId();

  const kies = (optie: Optie | undefined) => {
    if (!optie) return;
    sluit();
    if (optie.naar) navigeer(optie.naar);
    optie.doe?.();
  };
  const toets = (event: KeyboardEvent) => {
    const naar = stap(event.key, nu, rijen.length);
    if (naar !== undefined) {
      event.preventDefault();
      setGekozen(rijen[naar]?.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      kies(rijen[nu]);
    }
  };
  return (
    <dialog
      ref={dialoog}
      className="palet"
      aria-label={t.titel}
      onCancel={(event) => {
        event.preventDefault();
        sluit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        sluit();
      }}
      onPointerDown={(event) => {
        if (event.target === dialoog.current) sluit();
      }}
    >
      <Veld
        lijst={lijst}
        open={rijen.length > 0}
        actief={rijen[nu] && `${lijst}-${rijen[nu].id}`}
        uitleg={heeftWerk(ik.rol) ? t.uitleg : t.uitlegPagina}
        getypt={getypt}
        typ={(tekst) => {
          setGetypt(tekst);
          setGekozen(undefined);
        }}
        toets={toets}
        sluit={sluit}
      />
      <Lijst id={lijst} opties={gevonden} nu={rijen[nu]?.id} kies={kies} />
      <Stand getypt={getypt} stand={stand} antwoord={antwoord} rest={gevonden} />
      <p className="palet-voet xs quiet" aria-hidden="true">
        {t.toetsen.map((een) => (
          <span key={een}>{een}</span>
        ))}
      </p>
    </dialog>
  );
}

interface VeldProps {
  /** The id of the list. */
  lijst: string;
  open: boolean;
  /** The id of the option that Enter opens. */
  actief: string | undefined;
  uitleg: string;
  getypt: string;
  typ: (tekst: string) => void;
  toets: (event: KeyboardEvent) => void;
  sluit: () => void;
}

function Veld({ lijst, open, actief, uitleg, getypt, typ, toets, sluit }: VeldProps) {
  return (
    <div className="palet-veld">
      <Icoon naam="zoek" />
      <input
        type="search"
        role="combobox"
        aria-label={t.veld}
        aria-expanded={open}
        aria-controls={lijst}
        aria-autocomplete="list"
        aria-activedescendant={actief}
        autoComplete="off"
        spellCheck={false}
        placeholder={uitleg}
        value={getypt}
        maxLength={80}
        onChange={(event) => typ(event.target.value)}
        onKeyDown={toets}
      />
      <IcoonKnop naam={t.sluit} icoon="kruis" onClick={sluit} />
    </div>
  );
}

/** Open from its first moment; who opened it has the focus again when it goes. */
function useDialoog(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector('input')?.focus();
    return () => dialog?.close();
  }, []);
  return ref;
}

type Zoekstand = 'rust' | 'zoekt' | 'klaar' | 'mislukt';

/** What is found in one's work. An answer to an older question is never shown. */
function useWerk(ik: Ik, getypt: string): { antwoord: Werkzoekantwoord | undefined; stand: Zoekstand } {
  const [gevonden, setGevonden] = useState<{ bij: string; antwoord: Werkzoekantwoord | undefined }>();
  const vraag = vraagtServer(ik.rol, getypt) ? getypt.trim() : undefined;
  useEffect(() => {
    if (vraag === undefined) return undefined;
    let verlaten = false;
    const klaar = (antwoord: Werkzoekantwoord | undefined) => {
      if (!verlaten) setGevonden({ bij: vraag, antwoord });
    };
    const timer = setTimeout(() => {
      stuur<Werkzoekantwoord>('/zoek', { tekst: vraag }).then(klaar, () => klaar(undefined));
    }, ZOEK_MS);
    return () => {
      verlaten = true;
      clearTimeout(timer);
    };
  }, [vraag]);
  if (vraag === undefined) return { antwoord: undefined, stand: 'rust' };
  if (gevonden?.bij !== vraag) return { antwoord: undefined, stand: 'zoekt' };
  return { antwoord: gevonden.antwoord, stand: gevonden.antwoord ? 'klaar' : 'mislukt' };
}

interface LijstProps {
  id: string;
  opties: Optie[];
  /** The one that Enter opens. */
  nu: string | undefined;
  kies: (optie: Optie) => void;
}

function Lijst({ id, opties, nu, kies }: LijstProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (nu) ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [nu]);
  return (
    <div className="palet-lijst" role="listbox" id={id} aria-label={t.lijst} ref={ref}>
      {inGroepen(opties).map(([groep, van]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a listbox is no fieldset
        <div role="group" aria-labelledby={`${id}-${groep}`} key={groep}>
          <div className="palet-groep sm quiet" role="presentation" id={`${id}-${groep}`}>
            {t.groep[groep]}
          </div>
          {van.map((optie) => (
            <Rij
              key={optie.id}
              id={`${id}-${optie.id}`}
              optie={optie}
              nu={optie.id === nu}
              kies={() => kies(optie)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Rij({ id, optie, nu, kies }: { id: string; optie: Optie; nu: boolean; kies: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: an option is reached by aria-activedescendant
    <div
      className={clsx('palet-rij', nu && 'palet-rij--nu')}
      role="option"
      id={id}
      aria-selected={nu}
      onClick={kies}
    >
      <Icoon naam={optie.icoon} />
      <span className="palet-naam">
        {optie.naam}
        {optie.onder && <small>{optie.onder}</small>}
      </span>
      {optie.afgeschermd && <Gordijn />}
      {optie.toets && leesToetsen() && (
        <span aria-hidden="true" className="toets">
          {optie.toets.toUpperCase()}
        </span>
      )}
    </div>
  );
}

interface StandProps {
  getypt: string;
  stand: Zoekstand;
  antwoord: Werkzoekantwoord | undefined;
  rest: Optie[];
}

/** How much there is: read by everybody, said politely. */
function Stand({ getypt, stand, antwoord, rest }: StandProps) {
  const eigen = rest.filter(({ groep }) => groep === 'paginas' || groep === 'doen').length;
  const zin = () => {
    if (isBsn(getypt)) return t.bsn;
    if (stand === 'zoekt') return t.zoekt;
    const telling = t.telling(antwoord?.zaken.length ?? 0, antwoord?.personen.length ?? 0, eigen);
    if (stand === 'mislukt') return t.mislukt;
    if (stand === 'klaar' && rest.length === eigen)
      return [t.geen, eigen > 0 ? telling : t.geenTip].join(' ');
    const meer = antwoord?.meer_zaken || antwoord?.meer_personen ? t.meer : '';
    return getypt.trim() === '' ? '' : [telling ?? t.geenTip, meer].join(' ').trim();
  };
  return (
    <p className="palet-stand sm" role="status" data-zoekstand={stand}>
      {zin()}
    </p>
  );
}
