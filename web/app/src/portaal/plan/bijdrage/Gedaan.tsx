// That one did what one was to do: said by who was to do it, looked at by who leads the plan (KING-AC1).
import type { MijnMelding, PlanBijdragen, PortaalActie } from '../../../api/types';
import { datumLang } from '../../../datum';
import { mijnplan } from '../../../teksten/mijnplan';
import { Letterlijk } from '../../../ui/letterlijk';
import { isTeMelden } from './live';
import { useVenster } from './venster';
import { Zegvak } from './Zegvak';

const t = mijnplan.meldGedaan;

export interface GedaanProps {
  actie: PortaalActie;
  bijdragen: PlanBijdragen;
  /** Whether it is one's own to report. */
  mag: boolean;
  /** Whether one was to do it oneself, and not one's child. */
  zelf: boolean;
}

export function Gedaan({ actie, bijdragen, mag, zelf }: GedaanProps) {
  const { open } = useVenster();
  const gemeld = bijdragen.meldingen.find((melding) => melding.actie === actie.id);
  if (!mag) return actie.gemeld ? <p className="quiet">{t.wachtAnder}</p> : null;
  const zin = zelf ? t.knop : t.knopKind;
  return (
    <Zegvak
      over={actie}
      knop={isTeMelden(actie, bijdragen) ? (gemeld ? t.antwoord : zin) : undefined}
      open={() => open({ soort: 'actie', plan: bijdragen.plan, wat: actie, gevraagd: gemeld })}
    >
      {gemeld && <Gemeld melding={gemeld} />}
      {!gemeld && actie.gemeld && <p className="quiet">{t.wachtAnder}</p>}
    </Zegvak>
  );
}

function Gemeld({ melding }: { melding: MijnMelding }) {
  const { op, vraag, eerder } = melding;
  return (
    <div className="pgezegd" data-gemeld={vraag ? 'gevraagd' : 'wacht'}>
      {eerder.map((een) => (
        <Gezegd key={een.op} {...een} />
      ))}
      {!vraag && <p className="quiet">{t.wacht(datumLang(op))}</p>}
      <Gezegd {...melding} />
    </div>
  );
}

/** One's own words, and what was asked of them. */
function Gezegd({ toelichting, vraag }: Pick<MijnMelding, 'toelichting' | 'vraag'>) {
  return (
    <>
      {toelichting && (
        <p className="pgezegd-tekst">
          <Letterlijk>{toelichting}</Letterlijk>
        </p>
      )}
      {vraag && (
        <>
          <p>
            <strong>{t.vraag(vraag.door.naam, datumLang(vraag.op))}</strong>
          </p>
          <p className="pgezegd-tekst">
            <Letterlijk>{vraag.tekst}</Letterlijk>
          </p>
        </>
      )}
    </>
  );
}
