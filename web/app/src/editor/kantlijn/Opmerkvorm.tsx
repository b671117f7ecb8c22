// A remark or an answer on its way: the words, and whom it names.
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Door, Ik } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { useFormvraag } from '../../ui/sluitvraag';
import { uitProbleem } from '../../werkplek/formulier';
import { genoemden, roepnaam } from './noemen';

const t = nl.kantlijn.opmerking;
const TEKENS_MAX = 1000;

export interface OpmerkvormProps {
  ik: Ik;
  deelnemers: Door[];
  label: string;
  knop: string;
  bezig: boolean;
  doe: (tekst: string, genoemd: string[]) => Promise<void>;
  sluit: () => void;
}

export function Opmerkvorm({ ik, deelnemers, label, knop, bezig, doe, sluit }: OpmerkvormProps) {
  const id = useId();
  const vlak = useRef<HTMLTextAreaElement>(null);
  const { vorm, vraag, probeer } = useFormvraag(sluit);
  const [fout, setFout] = useState<string>();
  const anderen = deelnemers.filter((d) => d.id !== ik.id);
  const stuur = async (event: FormEvent) => {
    event.preventDefault();
    const tekst = vlak.current?.value.trim() ?? '';
    if (tekst === '') {
      setFout(t.invullen);
      vlak.current?.focus();
      return;
    }
    try {
      await doe(tekst, genoemden(tekst, anderen));
    } catch (error) {
      setFout(uitProbleem(error, () => id)[0]?.tekst ?? nl.fout.uitleg);
      vlak.current?.focus();
    }
  };
  return (
    <form
      className="opmerkvorm"
      ref={vorm}
      onSubmit={(event) => void stuur(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') probeer();
      }}
      noValidate
    >
      <label className="utrecht-form-label sm" htmlFor={id}>
        {label}
      </label>
      {fout && (
        <p className="fouttekst sm" id={`${id}-fout`}>
          {fout}
        </p>
      )}
      <textarea
        id={id}
        ref={vlak}
        rows={3}
        maxLength={TEKENS_MAX}
        className="utrecht-textbox invoer"
        aria-invalid={fout ? true : undefined}
        aria-describedby={fout ? `${id}-fout` : undefined}
        // biome-ignore lint/a11y/noAutofocus: it comes up because somebody asked for it, to type in
        autoFocus
      />
      <Noemen
        anderen={anderen}
        roepnaam={(wie) => roepnaam(wie, deelnemers)}
        noem={(wie) => noemIn(vlak.current, roepnaam(wie, deelnemers))}
      />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" klein bezig={bezig}>
          {knop}
        </Knop>
        <Knop soort="stil" klein onClick={probeer}>
          {nl.terug}
        </Knop>
      </div>
      {vraag}
    </form>
  );
}

function noemIn(veld: HTMLTextAreaElement | null, naam: string) {
  if (!veld) return;
  const voor = veld.value.slice(0, veld.selectionStart);
  veld.setRangeText(`${/\S$/.test(voor) ? ' ' : ''}${naam} `, veld.selectionStart, veld.selectionEnd, 'end');
  veld.focus();
}

interface NoemenProps {
  anderen: Door[];
  roepnaam: (wie: Door) => string;
  noem: (wie: Door) => void;
}

/** For who does not know how somebody is called here, or has no @ at hand. */
function Noemen({ anderen, roepnaam: naamVan, noem }: NoemenProps) {
  if (anderen.length === 0) return null;
  return (
    <fieldset className="noemen">
      <legend className="sm quiet">{t.noem}</legend>
      {anderen.map((wie) => (
        <Knop key={wie.id} soort="tweede" klein aria-label={t.noemt(naamVan(wie))} onClick={() => noem(wie)}>
          {naamVan(wie)}
        </Knop>
      ))}
    </fieldset>
  );
}
