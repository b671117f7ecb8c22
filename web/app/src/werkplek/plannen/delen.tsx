// Goals and actions, as everybody sees theirs.
import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import type { ActieWat, DoelWat } from '../../api/types';
import { dagIso, datumKort } from '../../datum';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Termijn } from '../../ui/termijn';
import { Zekerdialoog, type Zekervraag } from './bijdrage/Zekervraag';

type Namen = ReadonlyMap<string, string>;

export const isPersoonlijk = (voor: DoelWat['voor']): voor is { lid: string } => voor !== 'groep';

export interface DoelenProps {
  doelen: DoelWat[];
  namen: Namen;
  /** What was there when the page opened; the rest lights up. */
  gezien: ReadonlySet<string>;
  /** What a regisseur can do with a goal. */
  knoppen?: (doel: DoelWat) => ReactNode;
  /** Whether the leden see it. */
  portaal?: (doel: DoelWat) => ReactNode;
  /** What leden said of it. */
  reacties?: (doel: DoelWat) => ReactNode;
  children?: ReactNode;
}

export function Doelen({ doelen, namen, gezien, knoppen, portaal, reacties, children }: DoelenProps) {
  const t = nl.plan;
  return (
    <section className="sectie" aria-labelledby="doelen">
      <header>
        <h2 id="doelen">{t.doelen}</h2>
        <span className="quiet sm">{doelen.length}</span>
      </header>
      {doelen.length === 0 && <p className="quiet">{t.geenDoelen}</p>}
      <ul className="werklijst">
        {doelen.map((doel) => (
          <li
            key={doel.id}
            className={clsx('rij planrij', !gezien.has(doel.id) && 'vers vers--dooft')}
            data-doel={doel.id}
          >
            <div>
              <h3 className={doel.uitkomst ? 'quiet' : undefined}>
                <span className="chip">{t.doel}</span> {doel.omschrijving}
              </h3>
              <p className="quiet sm">
                {isPersoonlijk(doel.voor)
                  ? `${namen.get(doel.voor.lid) ?? ''} · ${t.persoonlijk}`
                  : t.voorGroep}
                {doel.uitkomst && ` · ${doel.uitkomst === 'behaald' ? t.behaald : t.vervallen}`}
              </p>
              {portaal?.(doel)}
              {reacties?.(doel)}
            </div>
            {knoppen?.(doel)}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

export interface ActiesProps {
  acties: ActieWat[];
  namen: Namen;
  gezien: ReadonlySet<string>;
  now: Date;
  mag: (actie: ActieWat) => boolean;
  zet: (actie: string, gedaan: boolean) => Promise<boolean>;
  /** What is asked before it is set so; nothing when it can be done at once. */
  zeker?: (actie: ActieWat, gedaan: boolean) => Omit<Zekervraag, 'doe'> | undefined;
  /** Whether the leden see it. */
  portaal?: (actie: ActieWat) => ReactNode;
  /** That a lid says it is done. */
  gemeld?: (actie: ActieWat) => ReactNode;
  children?: ReactNode;
}

export function Acties({
  acties,
  namen,
  gezien,
  now,
  mag,
  zet,
  zeker = vraagHeropenen,
  portaal,
  gemeld,
  children,
}: ActiesProps) {
  const t = nl.plan;
  // What is asked is read from the action as it is now: what a lid says meanwhile stands in the question.
  const [gevraagd, setGevraagd] = useState<Gevraagd>();
  // What was just ticked shows as ticked while the command is under way; after that the plan says how it is.
  const [onderweg, setOnderweg] = useState<ReadonlyMap<string, boolean>>(new Map());
  const vink = async (id: string, gedaan: boolean) => {
    setOnderweg((old) => new Map([...old, [id, gedaan]]));
    await zet(id, gedaan);
    setOnderweg((old) => new Map([...old].filter(([ander]) => ander !== id)));
  };
  const zetOf = (actie: ActieWat, gedaan: boolean) => {
    const eerst = zeker(actie, gedaan);
    if (eerst) setGevraagd({ id: actie.id, gedaan, eerst });
    else void vink(actie.id, gedaan);
  };
  const over = gevraagd && acties.find((actie) => actie.id === gevraagd.id);
  const vraag = gevraagd && ((over && zeker(over, gevraagd.gedaan)) ?? gevraagd.eerst);
  const orde = [...acties].sort(
    (a, b) => Number(Boolean(a.gedaan_op)) - Number(Boolean(b.gedaan_op)) || a.datum.localeCompare(b.datum),
  );
  return (
    <section className="sectie" aria-labelledby="acties">
      <header>
        <h2 id="acties">{t.acties}</h2>
        <span className="quiet sm">{acties.length}</span>
      </header>
      {acties.length === 0 && <p className="quiet">{t.geenActies}</p>}
      <ul className="werklijst">
        {orde.map((actie) => (
          <ActieRegel
            key={actie.id}
            actie={actie}
            namen={namen}
            nieuw={!gezien.has(actie.id)}
            now={now}
            onder={
              <>
                {gemeld?.(actie)}
                {portaal?.(actie)}
              </>
            }
            vink={mag(actie) ? (gedaan) => zetOf(actie, gedaan) : undefined}
            gevinkt={onderweg.get(actie.id) ?? Boolean(actie.gedaan_op)}
          />
        ))}
      </ul>
      {children}
      {gevraagd && vraag && (
        <Zekerdialoog
          vraag={{ ...vraag, doe: () => void vink(gevraagd.id, gevraagd.gedaan) }}
          bezig={false}
          sluit={() => setGevraagd(undefined)}
        />
      )}
    </section>
  );
}

interface Gevraagd {
  id: string;
  gedaan: boolean;
  /** What was asked first. */
  eerst: Omit<Zekervraag, 'doe'>;
}

/** Opened again it loses the day on which it was done: that is asked. */
export const vraagHeropenen = (actie: ActieWat, gedaan: boolean) =>
  gedaan
    ? undefined
    : {
        titel: nl.plan.heropenActieTitel,
        over: actie.omschrijving,
        uitleg: <p className="quiet">{nl.plan.heropenActieUitleg}</p>,
        knop: nl.plan.heropenActie,
      };

interface ActieRegelProps {
  actie: ActieWat;
  namen: Namen;
  nieuw: boolean;
  now: Date;
  /** Absent for who may not tick it off. */
  vink?: (gedaan: boolean) => void;
  gevinkt: boolean;
  onder: ReactNode;
}

function ActieRegel({ actie, namen, nieuw, now, vink, gevinkt, onder }: ActieRegelProps) {
  const t = nl.plan;
  return (
    <li className={clsx('rij planrij', nieuw && 'vers vers--dooft')} data-actie={actie.id}>
      <div>
        {vink ? (
          <label className="keuze">
            <input
              type="checkbox"
              checked={gevinkt}
              onChange={(event) => vink(event.target.checked)}
              aria-label={t.gedaan(actie.omschrijving)}
            />
            <strong>{actie.omschrijving}</strong>
          </label>
        ) : (
          <h3>{actie.omschrijving}</h3>
        )}
        <p className="quiet sm">{omActie(actie, namen)}</p>
        {onder}
      </div>
      {!actie.gedaan_op && (
        <p>
          <Termijn uiterlijkOp={actie.datum} now={now} />{' '}
          {actie.herinnering && actie.herinnering <= dagIso(now) && (
            <span className="chip">
              <Icoon naam="klok" />
              {t.herinnerd}
            </span>
          )}
        </p>
      )}
    </li>
  );
}

/** Whose it is, for whom when not for the whole groep, and since when it is done. */
function omActie(actie: ActieWat, namen: Namen): string {
  const t = nl.plan;
  const wie =
    'lid' in actie.eigenaar ? (namen.get(actie.eigenaar.lid) ?? '') : actie.eigenaar.medewerker.naam;
  return [
    t.wie(wie),
    isPersoonlijk(actie.voor) && `${namen.get(actie.voor.lid) ?? ''}, ${t.persoonlijk}`,
    actie.gedaan_op && t.gedaanOp(datumKort(actie.gedaan_op)),
  ]
    .filter(Boolean)
    .join(' · ');
}
