// That a lid says that something is done: who leads the plan says whether it is, or asks on.
import type { ActieWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { useBlijf } from './blijf';
import type { Leiding } from './Reacties';
import type { Woord } from './Woorddialoog';

const t = nl.plan.bijdrage;

export interface GemeldProps extends Leiding {
  actie: ActieWat;
  namen: ReadonlyMap<string, string>;
}

export function Gemeld({ actie, namen, leiding }: GemeldProps) {
  const { gemeld } = actie;
  const { plek, klaar } = useBlijf<HTMLDivElement>([actie.gedaan_op, gemeld?.vraag?.op].join());
  if (!gemeld) return null;
  const naam = namen.get(gemeld.door) ?? '';
  const { vraag } = gemeld;
  const wacht = !actie.gedaan_op && !vraag;
  const vak = { ref: plek, role: 'group', tabIndex: -1, 'aria-label': actie.omschrijving } as const;
  return (
    <div {...vak} className="bijdragen" data-gemeld={wacht ? 'wacht' : 'gezien'}>
      <p>
        <strong>{t.gemeld(naam, datumKort(gemeld.op))}</strong>{' '}
        {wacht && <span className="nieuw">{t.wacht}</span>}
      </p>
      {gemeld.toelichting && <p className="bijdrage-tekst">{gemeld.toelichting}</p>}
      {vraag && (
        <>
          <p className="sm quiet">{t.vraagVan(vraag.door.naam, datumKort(vraag.op))}</p>
          <p className="bijdrage-tekst">{vraag.tekst}</p>
        </>
      )}
      {leiding && wacht && <Meldknoppen actie={actie} naam={naam} leiding={leiding} klaar={klaar} />}
    </div>
  );
}

interface KnoppenProps extends Required<Leiding> {
  actie: ActieWat;
  naam: string;
  klaar: (zin: string) => void;
}

function Meldknoppen({ actie, naam, leiding, klaar }: KnoppenProps) {
  const { plan, bezig, doe, vraag } = leiding;
  const bevestig = async () => {
    if (await doe('acties/gedaan', { actie: actie.id })) klaar(t.isBevestigd(actie.omschrijving));
  };
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
        onClick={() => void bevestig()}
      >
        {t.bevestig}
      </Knop>
      <Knop soort="stil" klein aria-label={t.vraagDoorNaam(actie.omschrijving)} onClick={() => vraag(door)}>
        {t.vraagDoor}
      </Knop>
    </div>
  );
}
