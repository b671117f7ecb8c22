// The session is about to end: that is asked before it does, so that nobody loses what they were doing (WCAG 2.2.1). Who did something
// meanwhile is not asked; who was too long in can only finish.
import { useEffect, useState } from 'react';
import { laatstBezig, sessieEinde } from '../activiteit';
import { haal } from '../api/http';
import type { Ik } from '../api/types';
import { sessieHier } from '../klok';
import { nl } from '../teksten/nl';
import { Dialoog } from '../ui/dialoog';
import { Knop } from '../ui/knop';

/** So long before the end it is asked whether somebody is still there. */
const WAARSCHUW_MS = 2 * 60_000;
/** How often that is looked at: the minute that the question names is never more than this late. */
const KIJK_MS = 5_000;

/** What the server said of the session, and when by the clock of this device. */
export interface Gezegd {
  sessie: Ik['sessie'];
  op: number;
}

export const gezegdNu = ({ sessie }: Ik): Gezegd => ({ sessie, op: Date.now() });

type Einde = { wat: 'rust' } | { wat: 'bijna' | 'eindigt'; minuten: number };

function eindeVan({ sessie, op }: Gezegd): Einde {
  const { verloopt_op, uiterlijk_op } = sessie;
  const einde = sessieEinde(op, verloopt_op, uiterlijk_op, laatstBezig());
  const over = einde - Date.now();
  if (over <= 0 || over > WAARSCHUW_MS) return { wat: 'rust' };
  const minuten = Math.ceil(over / 60_000);
  return { wat: einde < sessieHier(uiterlijk_op) ? 'bijna' : 'eindigt', minuten };
}

export interface EindigtProps {
  gezegd: Gezegd;
  /** The server was asked, and the session goes on. */
  verlengd: (gezegd: Gezegd) => void;
}

export function Eindigt({ gezegd, verlengd }: EindigtProps) {
  const [einde, setEinde] = useState<Einde>({ wat: 'rust' });
  /** Of the last end of all one is told once. */
  const [weet, setWeet] = useState(false);
  useEffect(() => {
    const kijk = () =>
      setEinde((was) => {
        const nu = eindeVan(gezegd);
        const zelfde =
          nu.wat === was.wat && (nu.wat === 'rust' || was.wat === 'rust' || nu.minuten === was.minuten);
        return zelfde ? was : nu;
      });
    kijk();
    const timer = setInterval(kijk, KIJK_MS);
    document.addEventListener('visibilitychange', kijk);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', kijk);
    };
  }, [gezegd]);
  if (einde.wat === 'bijna') return <Bijna minuten={einde.minuten} verlengd={verlengd} />;
  if (einde.wat === 'eindigt' && !weet)
    return <Uiterlijk minuten={einde.minuten} sluit={() => setWeet(true)} />;
  return null;
}

const t = nl.sessie;

function Bijna({ minuten, verlengd }: { minuten: number; verlengd: EindigtProps['verlengd'] }) {
  const [bezig, setBezig] = useState(false);
  const [mislukt, setMislukt] = useState(false);
  const blijf = () => {
    if (bezig) return;
    setBezig(true);
    setMislukt(false);
    haal<Ik>('/ik').then(
      (ik) => verlengd(gezegdNu(ik)),
      () => {
        setBezig(false);
        setMislukt(true);
      },
    );
  };
  return (
    <Dialoog titel={t.bijna} sluit={blijf} ongevraagd>
      <p>
        {t.nog(minuten)} {t.bijnaUitleg}
      </p>
      <div role="status">{mislukt && <p className="fouttekst">{t.blijfMislukt}</p>}</div>
      <div className="knoppen">
        <Knop soort="eerst" bezig={bezig} onClick={blijf}>
          {t.blijf}
        </Knop>
      </div>
    </Dialoog>
  );
}

function Uiterlijk({ minuten, sluit }: { minuten: number; sluit: () => void }) {
  return (
    <Dialoog titel={t.eindigt} sluit={sluit} ongevraagd>
      <p>
        {t.nog(minuten)} {t.eindigtUitleg}
      </p>
      <div className="knoppen">
        <Knop soort="eerst" onClick={sluit}>
          {t.gaVerder}
        </Knop>
      </div>
    </Dialoog>
  );
}
