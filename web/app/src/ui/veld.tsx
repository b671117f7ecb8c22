// Form fields: label above, help between label and field, error between help and field (face.md §5).
import clsx from 'clsx';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { nl } from '../teksten/nl';
import { Icoon } from './Icoon';
import { telTekens } from './tekens';

/** Characters before the end of a bounded field from which on they are counted. */
const TELT_VANAF = 40;

export type Fouten = Record<string, string>;

interface Shared {
  id: string;
  label: string;
  uitleg?: string;
  fout?: string;
  optioneel?: boolean;
}

const beschrijving = (p: Shared, ook?: string) =>
  [p.uitleg && `${p.id}-uitleg`, p.fout && `${p.id}-fout`, ook].filter(Boolean).join(' ') || undefined;

interface RondProps extends Shared {
  children: ReactNode;
  onder?: ReactNode;
}

function Rond({ id, label, uitleg, fout, optioneel, children, onder }: RondProps) {
  return (
    <div className={clsx('utrecht-form-field', 'veld', fout && 'utrecht-form-field--invalid veld--fout')}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label} {optioneel && <span className="hoeftniet">{nl.hoeftNiet}</span>}
      </label>
      {uitleg && (
        <p className="utrecht-form-field-description uitleg" id={`${id}-uitleg`}>
          {uitleg}
        </p>
      )}
      {fout && (
        <p className="utrecht-form-field-error-message fouttekst" id={`${id}-fout`}>
          <Icoon naam="waarschuwing" />
          {fout}
        </p>
      )}
      {children}
      {onder}
    </div>
  );
}

const tellerId = (veld: string) => `${veld}-teller`;

/** How many characters still fit in a field, when that begins to matter. What fills a form in from a concept types nothing, so it reads the field. */
function Teller({ veld, max }: { veld: string; max: number }) {
  const [over, setOver] = useState(max);
  useEffect(() => {
    const invoer = document.getElementById(veld) as HTMLInputElement | null;
    const tel = () => setOver(max - telTekens(invoer?.value ?? ''));
    tel();
    for (const soort of ['input', 'focus', 'blur']) invoer?.addEventListener(soort, tel);
    return () => {
      for (const soort of ['input', 'focus', 'blur']) invoer?.removeEventListener(soort, tel);
    };
  }, [veld, max]);
  const zin = over < 0 ? nl.fout.tekensTeveel(-over) : nl.fout.nogTekens(over);
  // Said aloud when it begins to matter and when it is too much, not at every key.
  const stap = over < 0 ? 'over' : over <= TELT_VANAF ? 'bijna' : 'ruim';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then
  const gezegd = useMemo(() => (stap === 'ruim' ? '' : zin), [stap]);
  return (
    <>
      <p
        className={clsx('sm teller', over < 0 ? 'fouttekst' : 'quiet')}
        data-teller={over}
        id={tellerId(veld)}
      >
        {over <= TELT_VANAF && zin}
      </p>
      <p className="vh" aria-live="polite">
        {gezegd}
      </p>
    </>
  );
}

export type TekstveldProps = Shared &
  InputHTMLAttributes<HTMLInputElement> & {
    /** So many characters fit: near the end it is counted, and nothing is cut off. */
    tekens?: number;
  };

export function Tekstveld({ label, uitleg, fout, optioneel, tekens, ...input }: TekstveldProps) {
  const shared = { id: input.id, label, uitleg, fout, optioneel };
  const teller = tekens === undefined ? undefined : <Teller veld={input.id} max={tekens} />;
  return (
    <Rond {...shared} onder={teller}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        className={clsx('utrecht-textbox utrecht-textbox--html-input invoer', input.className)}
        aria-describedby={beschrijving(shared, tekens === undefined ? undefined : tellerId(input.id))}
        aria-invalid={fout ? true : undefined}
      />
    </Rond>
  );
}

/** A day as people type it: `30-11-2026`. Not the keyboard of digits alone, for on many phones that one has no dash. */
export function Dagveld(veld: TekstveldProps) {
  return <Tekstveld {...veld} className="invoer--kort" />;
}

export function Tekstvlak({
  name,
  rows = 5,
  defaultValue,
  onChange,
  ...shared
}: Shared & {
  name: string;
  rows?: number;
  defaultValue?: string;
  onChange?: (event: { target: { value: string } }) => void;
}) {
  return (
    <Rond {...shared}>
      <textarea
        id={shared.id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        onChange={onChange}
        className="utrecht-textbox invoer"
        aria-describedby={beschrijving(shared)}
        aria-invalid={shared.fout ? true : undefined}
      />
    </Rond>
  );
}

export interface KeuzelijstProps extends Shared {
  name: string;
  /** `taal`: another language than that of the page. */
  opties: { waarde: string; tekst: string; taal?: string | undefined }[];
  defaultValue?: string;
  value?: string;
  onChange?: (event: { target: { value: string } }) => void;
}

export function Keuzelijst({ name, opties, defaultValue, value, onChange, ...shared }: KeuzelijstProps) {
  return (
    <Rond {...shared}>
      <select
        id={shared.id}
        name={name}
        defaultValue={defaultValue}
        value={value}
        onChange={onChange}
        className="invoer"
        aria-describedby={beschrijving(shared)}
        aria-invalid={shared.fout ? true : undefined}
      >
        {opties.map((o) => (
          <option key={o.waarde} value={o.waarde} lang={o.taal}>
            {o.tekst}
          </option>
        ))}
      </select>
    </Rond>
  );
}

export interface Foutmelding {
  veld?: string;
  tekst: string;
  /** What was refused, when nothing that was filled in is wrong: what happened instead. */
  kop?: string;
}

const zin = ({ kop, tekst }: Foutmelding) => (kop ? `${kop}. ${tekst}` : tekst);

/** The frame on top: says how many, links to each field, takes the focus when it appears (E8). */
export function Foutlijst({ fouten, beurt }: { fouten: Foutmelding[]; beurt: number }) {
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt brings the focus back, also with the same errors
  useEffect(() => {
    if (fouten.length > 0) ref.current?.focus();
  }, [beurt]);
  const [eerste, ...rest] = fouten;
  if (!eerste) return null;
  const vak = { className: 'foutlijst', 'aria-labelledby': 'foutlijst-kop', tabIndex: -1, ref } as const;
  if (eerste.kop && rest.length === 0) {
    return (
      <section {...vak}>
        <h2 id="foutlijst-kop">{eerste.kop}</h2>
        <p>{eerste.tekst}</p>
      </section>
    );
  }
  return (
    <section {...vak}>
      <h2 id="foutlijst-kop">{nl.fout.aantal(fouten.length)}</h2>
      <ul>
        {fouten.map((f) => (
          <li key={`${f.veld}${f.tekst}`}>
            {f.veld ? (
              <a
                href={`#${f.veld}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(f.veld ?? '')?.focus();
                }}
              >
                {zin(f)}
              </a>
            ) : (
              zin(f)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `niet`: the page was entered anew and its own heading has the focus. */
export function useFocusBij<T extends HTMLElement>(wanneer: unknown, niet = false): RefObject<T | null> {
  const ref = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the reason to move the focus
  useEffect(() => {
    if (!niet) ref.current?.focus();
  }, [wanneer]);
  return ref;
}
