// What leden said of a goal in the portal, and what who leads the plan does with it.
import type { DoelreactieWat, DoelWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { useBlijf } from './blijf';
import type { Woord } from './Woorddialoog';

const t = nl.plan.bijdrage;

/** What who leads a plan that runs can do with it; absent for who reads. */
export interface Leiding {
  leiding?: {
    plan: string;
    versie: number;
    bezig: boolean;
    /** With a version only while the plan is still at that one. */
    doe: (pad: string, body: unknown, versie?: number) => Promise<boolean>;
    /** Asks for a few sentences, in a window of the page: the row can go while somebody types. */
    vraag: (woord: Woord) => void;
  };
}

export interface ReactiesProps extends Leiding {
  doel: DoelWat;
  namen: ReadonlyMap<string, string>;
}

export function Reacties({ doel, namen, leiding }: ReactiesProps) {
  if (doel.reacties.length === 0) return null;
  return (
    <ul className="bijdragen">
      {doel.reacties.map((reactie) => (
        <Reactie
          key={reactie.id}
          reactie={reactie}
          naam={namen.get(reactie.door) ?? ''}
          over={overVan(doel, reactie, namen.get(reactie.door) ?? '')}
          leiding={leiding}
        />
      ))}
    </ul>
  );
}

/** Which reaction: of whom, to what, and the how manieth when they said more than one thing of it. */
function overVan({ omschrijving, reacties }: DoelWat, { id, door }: DoelreactieWat, naam: string): string {
  const zelfde = reacties.filter((een) => een.door === door);
  const plek = zelfde.length > 1 ? zelfde.findIndex((een) => een.id === id) + 1 : undefined;
  return t.reactieNaam(naam, omschrijving, plek);
}

interface ReactieProps extends Leiding {
  reactie: DoelreactieWat;
  naam: string;
  over: string;
}

function Reactie({ reactie, naam, over, leiding }: ReactieProps) {
  const { antwoord, gelezen, herschreven } = reactie;
  const wacht = !antwoord && !gelezen;
  const { plek, klaar } = useBlijf<HTMLLIElement>([antwoord?.op, gelezen?.op].join());
  return (
    <li ref={plek} tabIndex={-1} data-reactie={wacht ? 'wacht' : 'gezien'}>
      <p>
        <strong>{t.zegt(naam, t.instemming[reactie.instemming])}</strong>{' '}
        <span className="sm quiet">{datumKort(reactie.op)}</span>{' '}
        {wacht && <span className="nieuw">{t.nieuw}</span>}
      </p>
      {reactie.tekst && <p className="bijdrage-tekst">{reactie.tekst}</p>}
      {herschreven && (
        <p className="sm" data-herschreven>
          {t.herschreven(datumKort(herschreven))}
        </p>
      )}
      {gelezen && !antwoord && (
        <p className="sm quiet">{t.gelezen(gelezen.door.naam, datumKort(gelezen.op))}</p>
      )}
      {antwoord && (
        <div data-antwoord>
          <p className="sm quiet">{t.antwoordVan(antwoord.door.naam, datumKort(antwoord.op))}</p>
          <p className="bijdrage-tekst">{antwoord.tekst}</p>
        </div>
      )}
      {leiding && !antwoord && (
        <Reactieknoppen reactie={reactie} naam={naam} over={over} leiding={leiding} klaar={klaar} />
      )}
    </li>
  );
}

interface KnoppenProps extends Required<Leiding> {
  reactie: DoelreactieWat;
  naam: string;
  over: string;
  klaar: (zin: string) => void;
}

function Reactieknoppen({ reactie, naam, over, leiding, klaar }: KnoppenProps) {
  const { plan, bezig, doe, vraag } = leiding;
  const lees = async () => {
    if (await doe('doelreacties/lezen', { reactie: reactie.id })) klaar(t.isGelezen(naam));
  };
  const antwoord: Woord = {
    titel: t.antwoordTitel(naam),
    uitleg: t.antwoordUitleg(naam),
    veld: t.antwoord,
    leeg: t.antwoordLeeg,
    pad: `/plannen/${plan}/doelreacties/beantwoorden`,
    body: (tekst) => ({ reactie: reactie.id, tekst }),
    klaar: () => klaar(t.isBeantwoord(naam)),
  };
  return (
    <div className="knoppen">
      <Knop soort="tweede" klein aria-label={t.beantwoordNaam(over)} onClick={() => vraag(antwoord)}>
        {t.beantwoord}
      </Knop>
      {!reactie.gelezen && (
        <Knop soort="stil" klein bezig={bezig} aria-label={t.leesNaam(over)} onClick={() => void lees()}>
          {t.lees}
        </Knop>
      )}
    </div>
  );
}
