// A version of a besluit as anybody sees it who may.
import type { BesluitWat } from '../../../api/types';
import { wanneer } from '../../../datum';
import { bedrag } from '../../../geld/bedrag';
import { nl } from '../../../teksten/werk';
import { Icoon } from '../../../ui/Icoon';

export function Voorstel({ besluit, now }: { besluit: BesluitWat; now: Date }) {
  const t = nl.besluit;
  return (
    <div className="besluit" data-besluit={besluit.stap} data-versie={besluit.nummer}>
      <p>
        <strong>{t.soort[besluit.soort]}</strong>{' '}
        <span className="chip">
          {besluit.stap === 'ter_accordering' && !besluit.akkoord_verplicht
            ? t.voorgesteld
            : t.stap[besluit.stap]}
        </span>
      </p>
      <p className="quiet sm">
        {t.versie(besluit.nummer, besluit.voorgesteld.door.naam)}, {wanneer(besluit.voorgesteld.op, now)}.{' '}
        {t.makers(besluit.bijdragers.map((b) => b.naam))}
      </p>
      <p className="verslagtekst">{besluit.motivering}</p>
      {besluit.regels.length > 0 && (
        <ul className="besluit-regels">
          {besluit.regels.map((regel, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one version never move
            <li key={n}>
              {regel.omschrijving}
              {typeof regel.bedrag_cents === 'number' && `: ${bedrag(regel.bedrag_cents)}`}
            </li>
          ))}
        </ul>
      )}
      {besluit.verslag && (
        <p className="sm">
          <Icoon naam="slot" /> {t.steunt}
        </p>
      )}
      {besluit.akkoord && <p>{t.akkoordDoor(besluit.akkoord.door.naam)}</p>}
      {besluit.afgewezen && (
        <p>
          {t.afgewezenDoor(besluit.afgewezen.door.naam)} {besluit.reden}
        </p>
      )}
      {besluit.genomen && <p>{t.genomenDoor(besluit.genomen.door.naam)}</p>}
      <p className="quiet sm">
        {t.hash} <span className="kenmerk">{besluit.hash.slice(0, 12)}</span>
      </p>
    </div>
  );
}
