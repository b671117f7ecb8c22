// Many zaken given, taken or let go in one action, and what came of it.
import { useRef, useState } from 'react';
import { opdracht } from '../../api/http';
import type { Uitgevoerd, ZaakRij } from '../../api/types';
import { herhaling } from '../../rt/herhaling';
import { useRt } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import { type Gelukt, samen, type Uitslag } from './samen';

const t = nl.zaken;

export interface Gedaan extends Uitslag {
  /** What is said of what went well. */
  zin: string;
  /** It can be undone: it was waiting, and this gave it to somebody. */
  kanTerug: boolean;
}

export type Stand =
  | { stand: 'rust' }
  | { stand: 'bezig'; klaar: number; totaal: number }
  | { stand: 'gedaan'; gedaan: Gedaan };

const waarom = (error: unknown): string =>
  isConflict(error) ? conflictzin(error) : (uitProbleem(error, () => undefined)[0]?.tekst ?? nl.fout.uitleg);

/** One at a time: a second press while the first is under way does nothing. */
export function useVerdelen() {
  const { connection } = useRt();
  const [stand, setStand] = useState<Stand>({ stand: 'rust' });
  const [terug, setTerug] = useState<ReadonlySet<string>>(new Set());
  const bezig = useRef(false);

  const run = async (
    rijen: ZaakRij[],
    pad: string,
    body: unknown,
    zin: (n: number) => string,
    kanTerug: boolean,
  ): Promise<Uitslag | undefined> => {
    if (bezig.current || rijen.length === 0) return undefined;
    bezig.current = true;
    const totaal = rijen.length;
    setStand({ stand: 'bezig', klaar: 0, totaal });
    try {
      const uitslag = await samen(rijen, {
        doe: async (rij) =>
          (await opdracht<Uitgevoerd>(`/zaken/${rij.id}/${pad}`, body, herhaling(connection), rij.versie))
            ?.versie,
        zin: waarom,
        stap: (klaar) => setStand({ stand: 'bezig', klaar, totaal }),
      });
      const gezegd = zin(uitslag.gelukt.length);
      const klaar = { ...uitslag, zin: gezegd, kanTerug: kanTerug && uitslag.gelukt.length > 0 };
      setStand({ stand: 'gedaan', gedaan: klaar });
      omroep.zeg('verdelen', [gezegd, mislukt(klaar)].filter(Boolean).join(' '));
      return uitslag;
    } finally {
      bezig.current = false;
    }
  };
  return {
    stand,
    /** What one gave and took back oneself: it is no news when it is there again. */
    terug,
    sluit: () => setStand({ stand: 'rust' }),
    wijsToe: (rijen: ZaakRij[], aan: { id: string; naam: string }[]) =>
      run(
        rijen,
        'toewijzen',
        { behandelaars: aan.map((m) => m.id) },
        (n) => t.gelukt(n, nl.en(aan.map((m) => m.naam))),
        true,
      ),
    pak: (rijen: ZaakRij[], mijnNaam: string) => run(rijen, 'neem', {}, (n) => t.gelukt(n, mijnNaam), true),
    /** Whoever changed one since is not overruled: it goes by the version that this action made. */
    maakOngedaan: (gelukt: Gelukt[]) => {
      setTerug((was) => new Set([...was, ...gelukt.map(({ rij }) => rij.id)]));
      return run(
        gelukt.map(({ rij, versie }) => ({ ...rij, versie })),
        'vrijgeven',
        { reden: t.redenOngedaan },
        t.terug,
        false,
      );
    },
  };
}

export const mislukt = ({ mislukt, niet }: Uitslag): string =>
  mislukt.length + niet.length === 0 ? '' : t.nietGelukt(mislukt.length + niet.length);
