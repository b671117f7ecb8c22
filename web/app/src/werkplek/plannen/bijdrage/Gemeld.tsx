// That a lid says that something is done: who leads the plan says whether it is, or asks on.
import { useState } from 'react';
import type { ActiemeldingWat, ActieWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { useBlijf } from './blijf';
import type { Leiding } from './Reacties';
import type { Woord } from './Woorddialoog';
import { Zekerdialoog } from './Zekervraag';

const t = nl.plan.bijdrage;

export interface GemeldProps extends Leiding {
  actie: ActieWat;
  namen: ReadonlyMap<string, string>;
}

export function Gemeld({ actie, namen, leiding }: GemeldProps) {
  const { gemeld, eerder_gemeld: eerder } = actie;
  const stand = [actie.gedaan_op, gemeld?.vraag?.op, gemeld?.nog_niet?.gezien].join();
  const { plek, klaar } = useBlijf<HTMLDivElement>(stand);
  // Asked here and not by the buttons: those go when the lid says something else meanwhile, and the question is to say that.
  const [zeker, setZeker] = useState(false);
  // Established by somebody else: nothing is asked any more, also not when it is opened again.
  if (zeker && actie.gedaan_op) setZeker(false);
  if (!gemeld) return null;
  const naamVan = ({ door }: ActiemeldingWat) => namen.get(door) ?? '';
  const naam = naamVan(gemeld);
  const { vraag, nog_niet, heropend } = gemeld;
  const open = !actie.gedaan_op;
  const wacht = open && !vraag && !nog_niet && !heropend;
  const ongezien = open && Boolean(nog_niet && !nog_niet.gezien);
  const vak = { ref: plek, role: 'group', tabIndex: -1, 'aria-label': actie.omschrijving } as const;
  const bevestig = async () => {
    if (await leiding?.doe('acties/gedaan', { actie: actie.id })) klaar(t.isBevestigd(actie.omschrijving));
  };
  return (
    <div {...vak} className="bijdragen" data-gemeld={wacht || ongezien ? 'wacht' : 'gezien'}>
      {eerder.map((een) => (
        <div key={een.op} data-eerder>
          <Melding melding={een} naam={naamVan(een)} />
        </div>
      ))}
      <Melding melding={gemeld} naam={naam} wacht={wacht} ongezien={ongezien} />
      {open && heropend && <p className="sm quiet">{t.heropend(datumKort(heropend))}</p>}
      {leiding && wacht && (
        <Meldknoppen {...{ actie, naam, leiding, klaar }} bevestig={() => setZeker(true)} />
      )}
      {leiding && ongezien && <Gezienknop actie={actie} naam={naam} leiding={leiding} klaar={klaar} />}
      {leiding && open && zeker && (
        <Zekerdialoog
          vraag={{ ...vraagBevestigen(actie, gemeld, naam), doe: () => void bevestig() }}
          bezig={leiding.bezig}
          sluit={() => setZeker(false)}
        />
      )}
    </div>
  );
}

interface MeldingProps {
  melding: ActiemeldingWat;
  naam: string;
  wacht?: boolean;
  ongezien?: boolean;
}

/** One time that it was said, with what was asked of it and answered: what came before is read with what came after it. */
function Melding({ melding, naam, wacht, ongezien }: MeldingProps) {
  const { op, toelichting, vraag, nog_niet } = melding;
  return (
    <>
      <p>
        <strong>{t.gemeld(naam, datumKort(op))}</strong> {wacht && <span className="nieuw">{t.wacht}</span>}
      </p>
      <Woorden tekst={toelichting} />
      {vraag && (
        <>
          <p className="sm quiet">{t.vraagVan(vraag.door.naam, datumKort(vraag.op))}</p>
          <Woorden tekst={vraag.tekst} />
        </>
      )}
      {nog_niet && (
        <>
          <p>
            <strong>{t.nogNiet(naam, datumKort(nog_niet.op))}</strong>{' '}
            {ongezien && <span className="nieuw">{t.nieuw}</span>}
          </p>
          <Woorden tekst={nog_niet.toelichting} />
        </>
      )}
    </>
  );
}

const Woorden = ({ tekst }: { tekst: string | null | undefined }) =>
  tekst ? <p className="bijdrage-tekst">{tekst}</p> : null;

/** What is asked before one confirms what a lid said, with all that was said of it, the last at the end: they read it at once. */
export const vraagBevestigen = (actie: ActieWat, gemeld: ActiemeldingWat, naam: string) => ({
  titel: t.bevestigTitel,
  over: actie.omschrijving,
  uitleg: (
    <>
      <Melding melding={gemeld} naam={naam} />
      {gemeld.heropend && <p className="sm quiet">{t.heropend(datumKort(gemeld.heropend))}</p>}
      <p className="quiet">{t.bevestigUitleg(naam)}</p>
    </>
  ),
  knop: t.bevestigJa,
});

interface KnoppenProps extends Required<Leiding> {
  actie: ActieWat;
  naam: string;
  klaar: (zin: string) => void;
}

/** That it was read that it is not done yet: the action stays open. Only of what was read: a colleague may have confirmed it since, and that is not
 * taken back by it. */
function Gezienknop({ actie, naam, leiding, klaar }: KnoppenProps) {
  const { versie, bezig, doe } = leiding;
  const gezien = async () => {
    if (await doe('acties/heropenen', { actie: actie.id }, versie)) klaar(t.isGezien(naam));
  };
  return (
    <div className="knoppen">
      <Knop
        soort="tweede"
        klein
        bezig={bezig}
        aria-label={t.gezienNaam(actie.omschrijving)}
        onClick={() => void gezien()}
      >
        {t.gezien}
      </Knop>
    </div>
  );
}

function Meldknoppen({ actie, naam, leiding, klaar, bevestig }: KnoppenProps & { bevestig: () => void }) {
  const { plan, bezig, vraag } = leiding;
  const door: Woord = {
    titel: t.vraagTitel(naam),
    uitleg: t.vraagUitleg(naam),
    veld: t.vraag,
    leeg: t.vraagLeeg,
    pad: `/plannen/${plan}/acties/doorvragen`,
    body: (woorden) => ({ actie: actie.id, vraag: woorden }),
    klaar: () => klaar(t.isGevraagd(naam)),
  };
  return (
    <div className="knoppen">
      <Knop
        soort="tweede"
        klein
        bezig={bezig}
        aria-label={t.bevestigNaam(actie.omschrijving)}
        onClick={bevestig}
      >
        {t.bevestig}
      </Knop>
      <Knop soort="stil" klein aria-label={t.vraagDoorNaam(actie.omschrijving)} onClick={() => vraag(door)}>
        {t.vraagDoor}
      </Knop>
    </div>
  );
}
