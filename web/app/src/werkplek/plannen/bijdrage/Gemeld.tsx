// That a lid says that something is done: who leads the plan says whether it is, or asks on.
import type { ActiemeldingWat, ActieWat } from '../../../api/types';
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
  const { gemeld, eerder_gemeld: eerder } = actie;
  const { plek, klaar } = useBlijf<HTMLDivElement>([actie.gedaan_op, gemeld?.vraag?.op].join());
  if (!gemeld && eerder.length === 0) return null;
  const naamVan = ({ door }: ActiemeldingWat) => namen.get(door) ?? '';
  const wacht = Boolean(gemeld && !actie.gedaan_op && !gemeld.vraag);
  const vak = { ref: plek, role: 'group', tabIndex: -1, 'aria-label': actie.omschrijving } as const;
  return (
    <div {...vak} className="bijdragen" data-gemeld={wacht ? 'wacht' : 'gezien'}>
      {eerder.map((een) => (
        <div key={een.op} data-eerder>
          <Melding melding={een} naam={naamVan(een)} />
        </div>
      ))}
      {gemeld && <Melding melding={gemeld} naam={naamVan(gemeld)} wacht={wacht} />}
      {leiding && gemeld && wacht && (
        <Meldknoppen actie={actie} naam={naamVan(gemeld)} leiding={leiding} klaar={klaar} />
      )}
    </div>
  );
}

/** One time that it was said, with what was asked of it: what came before is read with what came after it. */
function Melding({ melding, naam, wacht }: { melding: ActiemeldingWat; naam: string; wacht?: boolean }) {
  const { op, toelichting, vraag } = melding;
  return (
    <>
      <p>
        <strong>{t.gemeld(naam, datumKort(op))}</strong> {wacht && <span className="nieuw">{t.wacht}</span>}
      </p>
      {toelichting && <p className="bijdrage-tekst">{toelichting}</p>}
      {vraag && (
        <>
          <p className="sm quiet">{t.vraagVan(vraag.door.naam, datumKort(vraag.op))}</p>
          <p className="bijdrage-tekst">{vraag.tekst}</p>
        </>
      )}
    </>
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
