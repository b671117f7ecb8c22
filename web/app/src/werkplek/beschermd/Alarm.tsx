// Somebody opened a protected dossier: said on every page of the privacy officer, until they look who.
import { useEffect, useSyncExternalStore } from 'react';
import type { BeschermdWat, Ik } from '../../api/types';
import { Naar } from '../../route';
import { useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { bijGezien, gezienTot, leesGezien } from './alarm';

const t = nl.beschermd;

export function Alarm({ ik }: { ik: Ik }) {
  const bewaakt = ik.rol === 'privacyfunctionaris';
  const wat = useView<BeschermdWat>(bewaakt ? `beschermd/${ik.gemeente.id}` : undefined);
  const gezien = useSyncExternalStore(bijGezien, leesGezien);
  const geopend = wat.stand === 'klaar' ? wat.b.geopend : undefined;
  useEffect(() => {
    // What happened before one came in stands on the page; what is said here is what happens now. Another node can know of fewer: it
    // counts on from there.
    if (geopend !== undefined && geopend < (leesGezien() ?? Infinity)) gezienTot(geopend);
  }, [geopend]);
  const nieuw = geopend !== undefined && gezien !== undefined && geopend > gezien;
  return (
    <div role="status">
      {nieuw && (
        <p className="balk balk--fout" data-alarm>
          <Icoon naam="oog" />
          {t.alarm} <Naar to="/beschermd">{t.naar}</Naar>
        </p>
      )}
    </div>
  );
}
