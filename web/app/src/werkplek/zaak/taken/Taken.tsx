// What is to be done in a zaak, by whom and until when (C2-N6): each behandelaar has taken of their own, and all see them live.
import { useEffect, useId, useRef, useState } from 'react';
import type { Ik, TaakWat, ZaakWat } from '../../../api/types';
import { datumKort, wanneer } from '../../../datum';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Icoon } from '../../../ui/Icoon';
import { Knop } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';
import { Termijn } from '../../../ui/termijn';
import { Foutlijst } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../formulier';
import { GeefDialoog, TaakDialoog } from './dialogen';
import { verdeel } from './telling';

interface TakenProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  now: Date;
}

export function Taken({ zaak, ik, schrijven, now }: TakenProps) {
  const t = nl.taak;
  const { open, klaar, zonder } = verdeel(zaak.taken ?? []);
  const [dialoog, setDialoog] = useState<'nieuw' | TaakWat>();
  const { fouten, beurt, toon } = useFouten();
  const { run, bezig, wacht } = useOpdracht();
  // What was there when the page opened does not light up.
  const [eerste] = useState(() => new Set((zaak.taken ?? []).map((taak) => taak.id)));
  const kop = useRef<HTMLHeadingElement>(null);

  const doe = async (pad: string, body: unknown): Promise<boolean> => {
    try {
      return (await run(`/zaken/${zaak.id}/taken${pad}`, body)) !== undefined;
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
      return false;
    }
  };
  const zet = async (pad: string, taak: TaakWat) => {
    toon([]);
    // The row goes; whoever worked with the keyboard goes on at the heading.
    if (await doe(pad, { taak: taak.id })) kop.current?.focus();
  };

  return (
    <section className="sectie" aria-labelledby="taken" data-taken={open.length}>
      <header>
        <h2 id="taken" ref={kop} tabIndex={-1}>
          {t.titel}
        </h2>
        {open.length > 0 && <span className="quiet sm">{open.length}</span>}
      </header>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {zonder > 0 && (
        <p className="balk" data-zonder-eigenaar={zonder}>
          <Icoon naam="waarschuwing" />
          {t.zonderEigenaarUitleg(zonder)}
        </p>
      )}
      {zaak.taken === undefined || zaak.taken.length === 0 ? (
        <p className="quiet">{t.geen}</p>
      ) : (
        <ul className="werklijst">
          {open.map((taak) => (
            <OpenTaak
              key={taak.id}
              taak={taak}
              ik={ik}
              now={now}
              vers={!eerste.has(taak.id)}
              acties={
                schrijven
                  ? {
                      gedaan: () => zet('/gedaan', taak),
                      vervalt: () => zet('/vervallen', taak),
                      geef: () => setDialoog(taak),
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {klaar.length > 0 && (
        <details data-klaar={klaar.length}>
          <summary>{t.klaar(klaar.length)}</summary>
          <ul className="werklijst">
            {klaar.map((taak) => (
              <KlareTaak
                key={taak.id}
                taak={taak}
                now={now}
                heropen={schrijven ? () => zet('/heropenen', taak) : undefined}
              />
            ))}
          </ul>
        </details>
      )}
      {schrijven && zaak.behandelaars.length > 0 && (
        <div className="knoppen">
          <Knop soort="tweede" icoon="plus" onClick={() => setDialoog('nieuw')}>
            {t.erbij}
          </Knop>
        </div>
      )}
      {dialoog === 'nieuw' && (
        <TaakDialoog
          behandelaars={zaak.behandelaars}
          ik={ik}
          bezig={bezig}
          sluit={() => setDialoog(undefined)}
          zet={(body) => run(`/zaken/${zaak.id}/taken`, body)}
        />
      )}
      {typeof dialoog === 'object' && (
        <GeefDialoog
          taak={dialoog}
          behandelaars={zaak.behandelaars}
          bezig={bezig}
          sluit={() => setDialoog(undefined)}
          geef={(eigenaar) => run(`/zaken/${zaak.id}/taken/toewijzen`, { taak: dialoog.id, eigenaar })}
        />
      )}
    </section>
  );
}

interface OpenProps {
  taak: TaakWat;
  ik: Ik;
  now: Date;
  vers: boolean;
  acties: { gedaan: () => Promise<void>; vervalt: () => Promise<void>; geef: () => void } | undefined;
}

function OpenTaak({ taak, ik, now, vers, acties }: OpenProps) {
  const t = nl.taak;
  const id = useId();
  const [onderweg, setOnderweg] = useState(false);
  const er = useRef(true);
  useEffect(() => {
    er.current = true;
    return () => {
      er.current = false;
    };
  }, []);
  const vink = async () => {
    setOnderweg(true);
    await acties?.gedaan();
    // Gone from the list when it was done.
    if (er.current) setOnderweg(false);
  };
  const wie = taak.eigenaar;
  return (
    <li className={vers ? 'rij planrij vers vers--dooft' : 'rij planrij'} data-taak={taak.id}>
      <div>
        {acties ? (
          <label className="keuze">
            <input
              type="checkbox"
              checked={onderweg}
              onChange={() => void vink()}
              aria-label={t.gedaan(taak.omschrijving)}
            />
            <strong id={id}>{taak.omschrijving}</strong>
          </label>
        ) : (
          <strong id={id}>{taak.omschrijving}</strong>
        )}
        <p className="quiet sm taakwie">
          {wie ? (
            <>
              <Stoel naam={wie.naam} id={wie.id} klein /> {wie.id === ik.id ? nl.zaak.u(wie.naam) : wie.naam}
            </>
          ) : (
            <span className="chip">
              <Icoon naam="waarschuwing" />
              {t.zonderEigenaar}
            </span>
          )}{' '}
          · {t.uiterlijk(datumKort(taak.dag))}
        </p>
        {acties && (
          <div className="knoppen">
            <Knop soort="stil" klein aria-label={t.geefLang(taak.omschrijving)} onClick={acties.geef}>
              {t.geef}
            </Knop>
            <Knop
              soort="stil"
              klein
              aria-label={t.vervaltLang(taak.omschrijving)}
              onClick={() => void acties.vervalt()}
            >
              {t.vervalt}
            </Knop>
          </div>
        )}
      </div>
      <p>
        <Termijn uiterlijkOp={taak.dag} now={now} />
      </p>
    </li>
  );
}

function KlareTaak({
  taak,
  now,
  heropen,
}: {
  taak: TaakWat;
  now: Date;
  heropen: (() => Promise<void>) | undefined;
}) {
  const t = nl.taak;
  const hoe = taak.gedaan ? t.gedaanDoor(taak.gedaan.door.naam, wanneer(taak.gedaan.op, now)) : t.vervallen;
  return (
    <li className="rij planrij" data-taak={taak.id} data-stap={taak.stap}>
      <div>
        <p>
          {taak.omschrijving} <span className="quiet sm">{hoe}</span>
        </p>
      </div>
      {heropen && (
        <Knop soort="stil" klein aria-label={t.heropenLang(taak.omschrijving)} onClick={() => void heropen()}>
          {t.heropen}
        </Knop>
      )}
    </li>
  );
}
