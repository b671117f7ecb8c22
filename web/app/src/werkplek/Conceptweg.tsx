// What stands here was handed in or thrown away in another browser. When a zaak came of it, that is said, with the way to it.
import { useEffect, useState } from 'react';
import { haal } from '../api/http';
import type { Zakenpagina } from '../api/types';
import { Naar } from '../route';
import { concept as t } from '../teksten/concept';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import type { BewaardConcept } from './bewaardconcept';

interface Binnengekomen {
  id: string;
  zaaknummer: string;
  /** It is about what was typed here. */
  hetzelfde: boolean;
}

interface ConceptwegProps<T> {
  concept: BewaardConcept<T>;
  /** Until when the server had it. */
  sinds: string | undefined;
  opnieuw: (() => void) | undefined;
}

export function Conceptweg<T>({ concept, sinds, opnieuw }: ConceptwegProps<T>) {
  const inhoud = concept.inhoud();
  const personen = inhoud?.personen ?? [];
  const zaken = useBinnengekomen(personen, sinds, inhoud?.velden ?? {});
  const dit = zaken.filter((zaak) => zaak.hetzelfde);
  const tonen = dit.length > 0 ? dit : zaken;
  const wat = dit.length > 0 ? t.geregistreerd : tonen.length > 0 ? t.wegMaar : t.weg;
  return (
    <div className="balk balk--fout">
      <Icoon naam="keten" />
      <span>
        {wat}{' '}
        {tonen.map((zaak) => (
          <Naar key={zaak.id} className="nowrap" to={`/zaken/${zaak.id}`}>
            {t.openZaak(zaak.zaaknummer)}
          </Naar>
        ))}
      </span>
      {opnieuw && (
        <Knop soort="tweede" klein onClick={opnieuw}>
          {t.beginOpnieuw}
        </Knop>
      )}
      <Knop soort="stil" klein onClick={() => void concept.bewaarder.houdDit()}>
        {t.houdDit}
      </Knop>
    </div>
  );
}

const onderwerpen = (velden: Record<string, string>) =>
  new Set(
    Object.entries(velden)
      .filter(([naam]) => /\.onderwerp(-|$)/.test(naam))
      .map(([, waarde]) => waarde.trim()),
  );

/** Asked once; without an answer the page says what it knows. The portal has no queries, so nothing of them is used here. */
function useBinnengekomen(personen: string[], sinds: string | undefined, velden: Record<string, string>) {
  const [zaken, setZaken] = useState<Binnengekomen[]>([]);
  const wie = personen.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed meanwhile is no reason to ask again
  useEffect(() => {
    if (sinds === undefined || wie === '') return undefined;
    let weg = false;
    binnengekomen(wie.split(','), sinds, onderwerpen(velden)).then(
      (gevonden) => !weg && setZaken(gevonden),
      () => {},
    );
    return () => {
      weg = true;
    };
  }, [wie, sinds]);
  return zaken;
}

/** The zaken of these people that came in after `sinds`, as far as one may know of them. */
async function binnengekomen(
  personen: string[],
  sinds: string,
  woorden: ReadonlySet<string>,
): Promise<Binnengekomen[]> {
  const paginas = await Promise.all(
    personen.map((persoon) => haal<Zakenpagina>(`/zaken?lijst=alle&persoon=${persoon}`)),
  );
  return paginas
    .flatMap(({ items }) => items)
    .filter((zaak) => Date.parse(zaak.ontvangen_op) >= Date.parse(sinds))
    .map(({ id, zaaknummer, onderwerp }) => ({
      id,
      zaaknummer,
      hetzelfde: onderwerp != null && woorden.has(onderwerp),
    }));
}
