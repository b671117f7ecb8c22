// Form fields: label above, help between label and field, error between help and field (face.md §5).
import clsx from 'clsx';
import { type InputHTMLAttributes, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { nl } from '../teksten/nl';
import { Icoon } from './Icoon';

export type Fouten = Record<string, string>;

interface Shared {
  id: string;
  label: string;
  uitleg?: string;
  fout?: string;
  optioneel?: boolean;
}

const beschrijving = (p: Shared) =>
  [p.uitleg && `${p.id}-uitleg`, p.fout && `${p.id}-fout`].filter(Boolean).join(' ') || undefined;

function Rond({ id, label, uitleg, fout, optioneel, children }: Shared & { children: ReactNode }) {
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
    </div>
  );
}

export type TekstveldProps = Shared & InputHTMLAttributes<HTMLInputElement>;

export function Tekstveld({ label, uitleg, fout, optioneel, ...input }: TekstveldProps) {
  const shared = { id: input.id, label, uitleg, fout, optioneel };
  return (
    <Rond {...shared}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        className={clsx('utrecht-textbox utrecht-textbox--html-input invoer', input.className)}
        aria-describedby={beschrijving(shared)}
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
  ...shared
}: Shared & { name: string; rows?: number; defaultValue?: string }) {
  return (
    <Rond {...shared}>
      <textarea
        id={shared.id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        className="utrecht-textbox invoer"
        aria-describedby={beschrijving(shared)}
        aria-invalid={shared.fout ? true : undefined}
      />
    </Rond>
  );
}

export interface KeuzelijstProps extends Shared {
  name: string;
  opties: { waarde: string; tekst: string }[];
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
          <option key={o.waarde} value={o.waarde}>
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
}

/** The frame on top: says how many, links to each field, takes the focus when it appears (E8). */
export function Foutlijst({ fouten, beurt }: { fouten: Foutmelding[]; beurt: number }) {
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt brings the focus back, also with the same errors
  useEffect(() => {
    if (fouten.length > 0) ref.current?.focus();
  }, [beurt]);
  if (fouten.length === 0) return null;
  return (
    <section className="foutlijst" aria-labelledby="foutlijst-kop" tabIndex={-1} ref={ref}>
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
                {f.tekst}
              </a>
            ) : (
              f.tekst
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
