// That one did what one was to do: said by who was to do it, looked at by who leads the plan (KING-AC1).
import type { MijnMelding, PlanBijdragen, PortaalActie } from '../../../api/types';
import { datumLang } from '../../../datum';
import { mijnplan } from '../../../teksten/mijnplan';
import { Letterlijk } from '../../../ui/letterlijk';
import { isTeMelden, wachtOpAntwoord } from './live';
import { useVenster } from './venster';
import { Zegvak } from './Zegvak';

const t = mijnplan.meldGedaan;

type Gezegd = Pick<MijnMelding, 'toelichting' | 'vraag' | 'nog_niet'>;

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
  const gevraagd = gemeld && wachtOpAntwoord(gemeld) ? gemeld : undefined;
  return (
    <Zegvak
      over={actie}
      knop={isTeMelden(actie, bijdragen) ? (gevraagd ? t.antwoord : zin) : undefined}
      open={() => open({ soort: 'actie', plan: bijdragen.plan, wat: actie, gevraagd })}
    >
      {gemeld && <Gemeld melding={gemeld} />}
      {!gemeld && actie.gemeld && <p className="quiet">{t.wachtAnder}</p>}
    </Zegvak>
  );
}

/** What was said of it, in the order in which it was: that it is done, what was asked, what was answered, and what became of it. */
function Gemeld({ melding }: { melding: MijnMelding }) {
  const { op, vraag, nog_niet, bevestigd, heropend, eerder } = melding;
  const wacht = !vraag && !nog_niet && !bevestigd && !heropend;
  return (
    <div className="pgezegd" data-gemeld={stand(melding)}>
      {eerder.map((een) => (
        <Keer key={een.op} keer={een} kop={t.zei(datumLang(een.op))} />
      ))}
      <Keer keer={melding} kop={wacht ? t.wacht(datumLang(op)) : t.zei(datumLang(op))} nu={!bevestigd} />
      {bevestigd && <p>{t.bevestigd(datumLang(bevestigd))}</p>}
      {!bevestigd && heropend && <p>{t.heropend(datumLang(heropend))}</p>}
    </div>
  );
}

/** One time that it was said, with what was asked of it and answered. `nu`: it is what is true now, and who leads the plan saw it or not. */
function Keer({ keer, kop, nu }: { keer: Gezegd; kop: string; nu?: boolean }) {
  const { toelichting, vraag, nog_niet } = keer;
  return (
    <>
      <p className="quiet">{kop}</p>
      <Woorden tekst={toelichting} />
      {vraag && (
        <>
          <p>
            <strong>{t.vraag(vraag.door.naam, datumLang(vraag.op))}</strong>
          </p>
          <Woorden tekst={vraag.tekst} />
        </>
      )}
      {nog_niet && (
        <>
          <p>
            {t.zeiNogNiet(datumLang(nog_niet.op))} {nu && (nog_niet.gezien ? t.gezien : t.nogOngezien)}
          </p>
          <Woorden tekst={nog_niet.toelichting} />
        </>
      )}
    </>
  );
}

function stand({ vraag, nog_niet, bevestigd, heropend }: MijnMelding) {
  if (bevestigd) return 'bevestigd';
  if (heropend) return 'heropend';
  if (nog_niet) return 'nog-niet';
  return vraag ? 'gevraagd' : 'wacht';
}

const Woorden = ({ tekst }: { tekst: string | null | undefined }) =>
  tekst ? (
    <p className="pgezegd-tekst">
      <Letterlijk>{tekst}</Letterlijk>
    </p>
  ) : null;
