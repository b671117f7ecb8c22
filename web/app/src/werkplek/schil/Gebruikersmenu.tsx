// Who one is here, in one place: name, role, sessions, another role, light or dark, and the way out.
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { bijVoorkeur, kiesThema, leesThema, THEMAS } from './voorkeur';

const t = nl.schil;

export interface GebruikersmenuProps {
  ik: Ik;
  uit: () => void;
  toonHulp: () => void;
}

export function Gebruikersmenu({ ik, uit, toonHulp }: GebruikersmenuProps) {
  const { open, setOpen, houder, knop } = useUitklap();
  const id = useId();
  // What opens over the page gives the focus back to the button that stays.
  const weg = (doe: () => void) => () => {
    setOpen(false);
    knop.current?.focus();
    doe();
  };
  return (
    <div className="wieben uitklap" ref={houder}>
      <button
        type="button"
        className="wieknop"
        ref={knop}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Stoel naam={ik.naam} id={ik.id} />
        <span className="vh">{t.u} </span>
        <span>
          {ik.naam}
          <small>{ik.rol_naam}</small>
        </span>
        <Icoon naam="omlaag" />
      </button>
      <div className="uitklapvak" id={id} hidden={!open}>
        <ul className="uitklaplijst">
          <li>
            <Naar to="/sessies">{nl.sessies.link}</Naar>
          </li>
          {ik.rollen.length > 1 && (
            <li>
              <a href="/rol">{nl.rolkeuze.link}</a>
            </li>
          )}
          <li>
            <Knop soort="stil" onClick={weg(toonHulp)}>
              {t.hulp}
            </Knop>
          </li>
        </ul>
        <Themakeuze />
        <Knop soort="tweede" icoon="uit" onClick={weg(uit)}>
          {nl.menu.uitloggen}
        </Knop>
      </div>
    </div>
  );
}

function Themakeuze() {
  const thema = useSyncExternalStore(bijVoorkeur, leesThema);
  return (
    <fieldset className="themakeuze">
      <legend>{t.thema}</legend>
      {THEMAS.map((een) => (
        <label className="keuze" key={een}>
          <input
            type="radio"
            name="thema"
            value={een}
            checked={thema === een}
            onChange={() => kiesThema(een)}
          />
          {t.themas[een]}
        </label>
      ))}
      <p className="xs quiet">{t.themaUitleg}</p>
    </fieldset>
  );
}

/** Opens under its button; Escape and a press or the focus elsewhere shut it. */
export function useUitklap(): {
  open: boolean;
  setOpen: (open: boolean) => void;
  houder: RefObject<HTMLDivElement | null>;
  knop: RefObject<HTMLButtonElement | null>;
} {
  const [open, setOpen] = useState(false);
  const houder = useRef<HTMLDivElement>(null);
  const knop = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const buiten = (event: Event) => {
      if (!(event.target instanceof Node) || houder.current?.contains(event.target)) return;
      // On a phone it pushes the page down: shut under a finger, what was pressed would be gone from beneath it.
      const vak = houder.current?.querySelector('.uitklapvak');
      if (vak && getComputedStyle(vak).position !== 'static') setOpen(false);
    };
    const bijEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setOpen(false);
      if (houder.current?.contains(document.activeElement)) knop.current?.focus();
    };
    document.addEventListener('pointerdown', buiten);
    document.addEventListener('focusin', buiten);
    document.addEventListener('keydown', bijEscape);
    return () => {
      document.removeEventListener('pointerdown', buiten);
      document.removeEventListener('focusin', buiten);
      document.removeEventListener('keydown', bijEscape);
    };
  }, [open]);
  return { open, setOpen, houder, knop };
}
