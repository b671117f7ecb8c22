// What runs for the people of a huishouden, as far as one may know: for whom, what, how far, and who works on it.
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { ZaakRij } from '../../api/types';
import { datumDag } from '../../datum';
import { Naar } from '../../route';
import { useBundle } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Skelet } from '../randpaginas';

export interface ZakentabelProps {
  rijen: ZaakRij[];
  now: Date;
  leeg: string;
  /** Zaken that changed while one was looking. */
  vers?: ReadonlySet<string>;
}

export function Zakentabel({ rijen, leeg, vers }: ZakentabelProps) {
  if (rijen.length === 0) return <p className="quiet">{leeg}</p>;
  const opTermijn = [...rijen].sort(
    (a, b) => a.uiterlijk_op.localeCompare(b.uiterlijk_op) || a.zaaknummer.localeCompare(b.zaaknummer),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, also by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className="tabelvak tabelvak--kaarten" role="group" tabIndex={0} aria-label={nl.huishouden.zaken}>
      <table>
        <caption className="vh">{nl.huishouden.zaken}</caption>
        <thead>
          <tr>
            <th scope="col">{nl.huishouden.voorWie}</th>
            <th scope="col">{nl.huishouden.wat}</th>
            <th scope="col">{nl.huishouden.stand}</th>
            <th scope="col">{nl.huishouden.wie}</th>
            <th scope="col">{nl.huishouden.uiterlijk}</th>
          </tr>
        </thead>
        <tbody>
          {opTermijn.map((rij) => (
            <tr key={rij.id} data-zaak={rij.id} className={clsx(vers?.has(rij.id) && 'vers')}>
              <th scope="row">{rij.persoon?.naam ?? nl.onbekend}</th>
              <td data-kop={nl.huishouden.wat}>
                <Naar to={`/zaken/${rij.id}`}>{rij.zaaktype_naam}</Naar>{' '}
                {rij.onderwerp ? <span className="quiet sm">{rij.onderwerp}</span> : <Gordijn />}
              </td>
              <td data-kop={nl.huishouden.stand}>{nl.status[rij.status]}</td>
              <td data-kop={nl.huishouden.wie}>
                {nl.en(rij.behandelaars.map((b) => b.naam)) || nl.werkvoorraad.niemand}
              </td>
              <td data-kop={nl.huishouden.uiterlijk}>
                <time className="nowrap" dateTime={rij.uiterlijk_op}>
                  {datumDag(rij.uiterlijk_op)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LiveProps extends Omit<ZakentabelProps, 'rijen'> {
  /** `huishouden/<id>`, or `thuis/<id>` of a person of whom no huishouden was recorded. */
  topic: string;
  /** It is not there any more, or not for who looks: the page asks what is. */
  weg?: () => void;
}

/** The same, live. */
export function LiveZaken({ topic, weg, ...rest }: LiveProps) {
  const bundel = useBundle<ZaakRij>(topic);
  const isWeg = bundel.stand === 'weg';
  const latest = useRef(weg);
  latest.current = weg;
  useEffect(() => {
    if (isWeg) latest.current?.();
  }, [isWeg]);
  if (bundel.stand === 'laden') return <Skelet regels={2} />;
  return <Zakentabel {...rest} rijen={bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : []} />;
}
