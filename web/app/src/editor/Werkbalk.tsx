// One tab stop; arrows move within it, and Escape in the text comes here (frontend: Tab may belong to the text).
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type ButtonHTMLAttributes, type KeyboardEvent, type RefObject, useState } from 'react';
import { nl } from '../teksten/werk';
import type { IcoonNaam } from '../ui/Icoon';
import { IcoonKnop, Knop } from '../ui/knop';
import { isTeken, TEKENS, type Teken } from './tekens';

export interface Actie {
  naam: string;
  icoon: IcoonNaam | Teken;
  actief?: (editor: Editor) => boolean;
  /** Changes nothing in the text. */
  leest?: true;
  doe: (editor: Editor) => void;
}

const GROEPEN: Actie[][] = [
  [
    {
      naam: nl.document.vet,
      icoon: 'vet',
      actief: (e) => e.isActive('bold'),
      doe: (e) => e.chain().focus().toggleBold().run(),
    },
    {
      naam: nl.document.cursief,
      icoon: 'cursief',
      actief: (e) => e.isActive('italic'),
      doe: (e) => e.chain().focus().toggleItalic().run(),
    },
    {
      naam: nl.document.kop,
      icoon: 'kop',
      actief: (e) => e.isActive('heading'),
      doe: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
    },
    {
      naam: nl.document.lijst,
      icoon: 'lijst',
      actief: (e) => e.isActive('bulletList'),
      doe: (e) => e.chain().focus().toggleBulletList().run(),
    },
    {
      naam: nl.document.nummering,
      icoon: 'nummering',
      actief: (e) => e.isActive('orderedList'),
      doe: (e) => e.chain().focus().toggleOrderedList().run(),
    },
    {
      naam: nl.document.citaat,
      icoon: 'citaat',
      actief: (e) => e.isActive('blockquote'),
      doe: (e) => e.chain().focus().toggleBlockquote().run(),
    },
  ],
  [
    { naam: nl.document.ongedaan, icoon: 'ongedaan', doe: (e) => e.chain().focus().undo().run() },
    { naam: nl.document.opnieuw, icoon: 'opnieuw', doe: (e) => e.chain().focus().redo().run() },
  ],
  [
    {
      naam: nl.kantlijn.opmerking.maak,
      icoon: 'opmerking',
      leest: true,
      doe: (e) => e.commands.keyboardShortcut('Mod-Alt-m'),
    },
  ],
  [{ naam: nl.document.afdrukken, icoon: 'afdrukken', leest: true, doe: () => window.print() }],
];

export interface WerkbalkProps {
  editor: Editor;
  balk: RefObject<HTMLDivElement | null>;
  /** Colleagues whose caret is in the text. */
  collegas: { client: number; naam: string }[];
  ganaar: (client: number) => void;
  tekstId: string;
  /** What this page adds to the bar. */
  extra: Actie[];
}

export function Werkbalk({ editor, balk, collegas, ganaar, tekstId, extra }: WerkbalkProps) {
  // Who may only read can still print and go to a colleague.
  const alleGroepen = [...GROEPEN, extra];
  const groepen = editor.isEditable
    ? alleGroepen
    : alleGroepen.map((g) => g.filter((a) => a.leest)).filter((g) => g.length > 0);
  const actief = useEditorState({
    editor,
    selector: ({ editor: e }) => groepen.flat().map((a) => a.actief?.(e) ?? false),
  });
  const alle = groepen.flat().length + collegas.length;

  const { tab, zet, toets } = useTabplaats(balk, alle);

  let index = -1;
  return (
    <div
      className="werkbalk"
      role="toolbar"
      aria-label={nl.document.opmaak}
      aria-controls={tekstId}
      ref={balk}
      onKeyDown={toets}
    >
      {groepen.map((groep, g) => (
        <div className="groep" key={groep[0]?.naam}>
          {g > 0 && <span className="scheid" />}
          {groep.map((actie) => {
            index += 1;
            const i = index;
            return (
              <Actieknop
                key={actie.naam}
                naam={actie.naam}
                icoon={actie.icoon}
                tabIndex={tab(i)}
                aria-pressed={actie.actief ? actief[i] : undefined}
                onFocus={() => zet(i)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => actie.doe(editor)}
              />
            );
          })}
        </div>
      ))}
      <div className="groep push">
        {collegas.map((c) => {
          index += 1;
          const i = index;
          return (
            <Knop
              key={c.client}
              soort="tweede"
              klein
              tabIndex={tab(i)}
              onFocus={() => zet(i)}
              onClick={() => ganaar(c.client)}
            >
              {nl.document.ganaar(c.naam)}
            </Knop>
          );
        })}
      </div>
    </div>
  );
}

interface ActieknopProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  naam: string;
  icoon: IcoonNaam | Teken;
}

function Actieknop({ naam, icoon, ...rest }: ActieknopProps) {
  if (!isTeken(icoon)) return <IcoonKnop naam={naam} icoon={icoon} {...rest} />;
  return (
    <button type="button" className="knop knop--icoon" aria-label={naam} title={naam} {...rest}>
      <svg className="ico" viewBox="0 0 20 20" aria-hidden="true">
        <path d={TEKENS[icoon]} />
      </svg>
    </button>
  );
}

/** One tab stop for the whole bar: arrows, Home and End move it. */
function useTabplaats(balk: RefObject<HTMLDivElement | null>, alle: number) {
  const [plaats, zet] = useState(0);
  const tab = (i: number) => (i === Math.min(plaats, alle - 1) ? 0 : -1);
  const toets = (event: KeyboardEvent) => {
    const next = plaatsNa(event.key, plaats, alle);
    if (next === undefined) return;
    event.preventDefault();
    zet(next);
    balk.current?.querySelectorAll('button')[next]?.focus();
  };
  return { tab, zet, toets };
}

/** Where a key leads within the bar; undefined for a key that is not its own. */
function plaatsNa(key: string, plaats: number, alle: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return alle - 1;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  return step && (plaats + step + alle) % alle;
}
