// What was recorded of gezag or of where somebody lives and is not so: taken back, with why. It goes from the page; the record keeps it.
import type { GezagWat, HuishoudenWat, LidWat, Uitgevoerd } from '../../api/types';
import { datumLang } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Tekstvlak } from '../../ui/veld';
import { tekst } from '../formulier';
import { Vraagdialoog } from '../Vraagdialoog';

const t = nl.huishouden.kloptNiet;

interface Props {
  huis: HuishoudenWat;
  lid: LidWat;
  /** Which gezag; without it, where they live. */
  gezag?: GezagWat;
  sluit: () => void;
}

export function Kloptniet({ huis, lid, gezag, sluit }: Props) {
  const { run, bezig, wacht } = useOpdracht();
  const pad = gezag
    ? `/personen/${lid.persoon.id}/gezag/herroeping`
    : `/huishoudens/${huis.id}/verblijf/herroeping`;
  const welk = gezag ? welkGezag(gezag) : { persoon: lid.persoon.id };
  const lees = (data: FormData) => {
    const reden = tekst(data, 'reden');
    return reden
      ? { body: { ...welk, reden } }
      : { fouten: [{ veld: 'reden', tekst: nl.fout.verplicht('de reden') }] };
  };
  return (
    <Vraagdialoog
      titel={gezag ? t.gezagTitel : t.verblijfTitel}
      knop={t.knop}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
      lees={lees}
      doe={(body) => run<Uitgevoerd>(pad, body)}
      velden={{ reden: 'reden' }}
    >
      {(veld) => (
        <>
          <p>
            {gezag ? t.gezag(wieHeeft(gezag), lid.persoon.naam) : t.verblijf(lid.persoon.naam, sinds(lid))}
          </p>
          <p>{gezag ? t.gezagGevolg : t.verblijfGevolg}</p>
          <Tekstvlak
            id="reden"
            name="reden"
            label={t.reden}
            uitleg={t.redenUitleg}
            fout={veld.reden}
            rows={2}
          />
        </>
      )}
    </Vraagdialoog>
  );
}

const wieHeeft = (gezag: GezagWat) => nl.huishouden.gezagDoor(gezag.naam ?? nl.onbekend, gezag.grond);
const sinds = (lid: LidWat) => (lid.verblijf ? datumLang(lid.verblijf.vanaf) : '');

/** Which one it is, as it stands. */
function welkGezag({ persoon, naam, grond, bron, vanaf }: GezagWat) {
  const { soort, ...uitspraak } = bron;
  return {
    houder: persoon ? { soort: 'persoon', persoon } : { soort: 'ander', naam },
    grond,
    ...(soort === 'rechter' ? { uitspraak } : {}),
    ...(vanaf ? { vanaf } : {}),
  };
}
