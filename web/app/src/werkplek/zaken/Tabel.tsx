// The zaken as a table, of which only the rows in sight are in the page: ten thousand are as quick as ten. A row with the focus stays in
// it wherever one scrolls, for a focus that is gone is a place that is lost.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { Fragment, memo, type RefObject, useCallback, useImperativeHandle, useRef, useState } from 'react';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import type { Rij } from '../werkvoorraad/Regel';
import { zetWeergave } from './adres';
import { CEL, Zaakcel } from './cellen';
import type { Keuze } from './keuze';
import { type Kolom, sorteerOp, type Weergave } from './weergave';

const t = nl.zaken;
/** What a row is thought to be high, before it was measured: two lines. */
const RIJ_PX = 64;
/** Rows above and below what is in sight. */
const RAND = 8;

export interface TabelGreep {
  /** Brings a row into sight and gives it the focus. */
  naar: (id: string) => void;
}

export interface TabelProps {
  rijen: Rij[];
  weergave: Weergave;
  now: Date;
  keuze: Keuze;
  vers: ReadonlySet<string>;
  uit: (ids: string[]) => void;
  greep: RefObject<TabelGreep | null>;
}

export function Tabel({ rijen, weergave, now, keuze, vers, uit, greep }: TabelProps) {
  const vak = useRef<HTMLElement>(null);
  const { virtueel, items, opFocus } = useVenster(rijen, vak);
  useImperativeHandle(greep, () => ({
    naar: (id) => {
      const index = rijen.findIndex((r) => r.rij.id === id);
      if (index < 0) return;
      virtueel.scrollToIndex(index, { align: 'center' });
      requestAnimationFrame(() => vak.current?.querySelector<HTMLElement>(`[data-zaak="${id}"] a`)?.focus());
    },
  }));
  const breedte = weergave.kolommen.length + Number(keuze.kan);
  const hoogte = virtueel.getTotalSize();
  let onder = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="tabelvak zakentabel" ref={vak} aria-label={t.tabel} tabIndex={0} onFocus={opFocus}>
      <table aria-rowcount={rijen.length + 1}>
        <Kop weergave={weergave} keuze={keuze} />
        <tbody>
          {items.map((item) => {
            const rij = rijen[item.index];
            const boven = item.start - onder;
            onder = item.end;
            if (!rij) return null;
            return (
              <Fragment key={rij.rij.id}>
                <Ruimte px={boven} breedte={breedte} />
                <Regel
                  {...rij}
                  index={item.index}
                  meet={virtueel.measureElement}
                  kolommen={weergave.kolommen}
                  now={now}
                  kan={keuze.kan}
                  mag={keuze.mag(rij.rij)}
                  gekozen={keuze.gekozen.has(rij.rij.id)}
                  kies={keuze.kies}
                  vers={vers.has(rij.rij.id)}
                  uit={uit}
                />
              </Fragment>
            );
          })}
          <Ruimte px={hoogte - onder} breedte={breedte} />
        </tbody>
      </table>
    </section>
  );
}

/** The rows in sight, and the one that has the focus. */
function useVenster(rijen: Rij[], vak: RefObject<HTMLElement | null>) {
  const [focus, setFocus] = useState<string>();
  const sleutel = useCallback((index: number) => rijen[index]?.rij.id ?? index, [rijen]);
  const virtueel = useVirtualizer({
    count: rijen.length,
    getScrollElement: () => vak.current,
    estimateSize: () => RIJ_PX,
    getItemKey: sleutel,
    overscan: RAND,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const van = Math.max(0, startIndex - overscan);
      const tot = Math.min(count - 1, endIndex + overscan);
      const zicht = Array.from({ length: tot - van + 1 }, (_, i) => van + i);
      const bij = focus === undefined ? -1 : rijen.findIndex((r) => r.rij.id === focus);
      if (bij < 0 || (bij >= van && bij <= tot)) return zicht;
      return bij < van ? [bij, ...zicht] : [...zicht, bij];
    },
  });
  const opFocus = (event: { target: EventTarget }) => {
    const rij = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-zaak]') : null;
    setFocus(rij?.dataset.zaak);
  };
  const items: VirtualItem[] = virtueel.getVirtualItems();
  return { virtueel, items, opFocus };
}

/** What is not in the page takes its place all the same. */
function Ruimte({ px, breedte }: { px: number; breedte: number }) {
  if (px <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr className="ruimte" aria-hidden="true">
      <td colSpan={breedte} style={{ blockSize: px }} />
    </tr>
  );
}

function Kop({ weergave, keuze }: { weergave: Weergave; keuze: Keuze }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {keuze.kan && (
          <th scope="col" className="kiescel">
            <input
              type="checkbox"
              aria-label={t.kiesAlles}
              checked={keuze.alles === 'alle'}
              ref={(vakje) => {
                if (vakje) vakje.indeterminate = keuze.alles === 'enkele';
              }}
              onChange={(event) => keuze.kiesAlles(event.target.checked)}
            />
          </th>
        )}
        {weergave.kolommen.map((kolom) => (
          <Kolomkop key={kolom} kolom={kolom} weergave={weergave} />
        ))}
      </tr>
    </thead>
  );
}

function Kolomkop({ kolom, weergave }: { kolom: Kolom; weergave: Weergave }) {
  const hier = weergave.op === kolom;
  return (
    <th scope="col" aria-sort={hier ? (weergave.af ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sorteer" onClick={() => zetWeergave(sorteerOp(weergave, kolom))}>
        {t.kolom[kolom]}
        <span className={clsx('pijl', hier && 'pijl--hier', weergave.af && 'pijl--af')} aria-hidden="true">
          <Icoon naam="omhoog" />
        </span>
      </button>
    </th>
  );
}

interface RegelProps extends Rij {
  index: number;
  meet: (el: HTMLElement | null) => void;
  kolommen: readonly Kolom[];
  now: Date;
  kan: boolean;
  mag: boolean;
  gekozen: boolean;
  kies: (id: string, aan: boolean) => void;
  vers: boolean;
  uit: (ids: string[]) => void;
}

/** Drawn again only when something of itself changed. */
const Regel = memo(function Regel(props: RegelProps) {
  const { rij, index, meet, kolommen, now, kan, mag, gekozen, kies, vers, uit } = props;
  return (
    <tr
      ref={meet}
      data-index={index}
      data-zaak={rij.id}
      aria-rowindex={index + 2}
      className={clsx(vers && 'vers vers--dooft', gekozen && 'gekozen')}
      onAnimationEnd={() => uit([rij.id])}
    >
      {kan && (
        <td className="kiescel">
          {mag && (
            <input
              type="checkbox"
              aria-label={t.kies(rij.zaaknummer)}
              checked={gekozen}
              onChange={(event) => kies(rij.id, event.target.checked)}
            />
          )}
        </td>
      )}
      {kolommen.map((kolom) =>
        kolom === 'zaak' ? (
          <th scope="row" key={kolom}>
            <Zaakcel {...props} />
          </th>
        ) : (
          <td key={kolom} data-kolom={kolom}>
            {CEL[kolom](rij, now)}
          </td>
        ),
      )}
    </tr>
  );
});
