// Who live there: how we know, what the BRP says otherwise, and who has gezag.
import type { GezagWat, HuishoudenMag, LidWat } from '../../api/types';
import { datumLang, leeftijd } from '../../datum';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';

const t = nl.huishouden.kloptNiet;

/** The age at which gezag ends by law. */
export const MEERDERJARIG = 18;

export const isMinderjarig = (lid: LidWat, now: Date) =>
  lid.persoon.geboortedatum == null || leeftijd(lid.persoon.geboortedatum, now) < MEERDERJARIG;

export interface MensenProps {
  leden: LidWat[];
  now: Date;
  /** Of whom this reader may record something, as the server says. */
  mag: HuishoudenMag;
  vertrek?: (lid: LidWat) => void;
  gezag?: (lid: LidWat) => void;
  /** What was recorded is not so: the residence of somebody, or gezag over them. */
  kloptNiet?: { verblijf?: (lid: LidWat) => void; gezag?: (lid: LidWat, welk: GezagWat) => void };
}

export function Mensen({ leden, now, mag, vertrek, gezag, kloptNiet = {} }: MensenProps) {
  const verblijft = new Set(mag.verblijf);
  const heeftGezag = new Set(mag.gezag);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, also by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className="tabelvak tabelvak--kaarten" role="group" tabIndex={0} aria-label={nl.huishouden.mensen}>
      <table>
        <caption className="vh">{nl.huishouden.mensen}</caption>
        <thead>
          <tr>
            <th scope="col">{nl.huishouden.naam}</th>
            <th scope="col">{nl.huishouden.woont}</th>
            <th scope="col">{nl.huishouden.gezag}</th>
          </tr>
        </thead>
        <tbody>
          {leden.map((lid) => (
            <tr key={lid.persoon.id} data-lid={lid.persoon.id}>
              <th scope="row">
                <Wie lid={lid} now={now} />
              </th>
              <td data-kop={nl.huishouden.woont}>
                <Woont lid={lid} />
                {lid.verblijf && kloptNiet.verblijf && verblijft.has(lid.persoon.id) && (
                  <Vraag over={t.overVerblijf(lid.persoon.naam)} stel={() => kloptNiet.verblijf?.(lid)} />
                )}
                {vertrek && verblijft.has(lid.persoon.id) && (
                  <p>
                    <Knop soort="stil" klein onClick={() => vertrek(lid)}>
                      {nl.huishouden.vertrek(nl.voornaam(lid.persoon.naam))}
                    </Knop>
                  </p>
                )}
              </td>
              <td data-kop={nl.huishouden.gezag}>
                {!isMinderjarig(lid, now) && <span className="quiet sm">{nl.huishouden.meerderjarig}</span>}
                {isMinderjarig(lid, now) && lid.gezag.length === 0 && (
                  <span className="quiet sm">
                    {/* Of whom is protected it stands elsewhere: that is not that there is none. */}
                    {lid.adres_geheim ? nl.huishouden.gezagElders : nl.huishouden.geenGezag}
                  </span>
                )}
                {lid.gezag.map((houder) => (
                  <div key={sleutel(houder)}>
                    <Gezag gezag={houder} />
                    {kloptNiet.gezag && heeftGezag.has(lid.persoon.id) && (
                      <Vraag
                        over={t.overGezag(houder.naam ?? nl.onbekend, lid.persoon.naam)}
                        stel={() => kloptNiet.gezag?.(lid, houder)}
                      />
                    )}
                  </div>
                ))}
                {gezag && heeftGezag.has(lid.persoon.id) && isMinderjarig(lid, now) && (
                  <p>
                    <Knop soort="stil" klein onClick={() => gezag(lid)}>
                      {nl.huishouden.gezagKnop(nl.voornaam(lid.persoon.naam))}
                    </Knop>
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By name, and how old or what is known of them. */
function Wie({ lid, now }: { lid: LidWat; now: Date }) {
  const { naam, geboortedatum, beschrijving } = lid.persoon;
  return (
    <>
      {naam}
      {geboortedatum && (
        <>
          {' '}
          <span className="quiet sm nowrap">{nl.huishouden.leeftijd(leeftijd(geboortedatum, now))}</span>
        </>
      )}
      {beschrijving && <span className="quiet sm"> {beschrijving}</span>}
    </>
  );
}

/** Two relations of gezag of one holder differ in ground, day or ruling. */
const sleutel = ({ persoon, naam, grond, vanaf, bron }: GezagWat) =>
  JSON.stringify([persoon ?? naam, grond, vanaf, bron]);

/** A quiet question beside what was recorded; who hears the page hears beside what. */
function Vraag({ over, stel }: { over: string; stel: () => void }) {
  return (
    <p>
      <Knop soort="stil" klein aria-label={`${t.vraag} ${over}`} onClick={stel}>
        {t.vraag}
      </Knop>
    </p>
  );
}

function Woont({ lid }: { lid: LidWat }) {
  const { verblijf, ingeschreven } = lid;
  const adres = ingeschreven && `${ingeschreven.straat} ${ingeschreven.huisnummer}, ${ingeschreven.plaats}`;
  return (
    <>
      <p>
        {verblijf
          ? nl.huishouden.wijktAf(datumLang(verblijf.vanaf))
          : lid.bron === 'brp'
            ? nl.huishouden.volgensBrp
            : nl.huishouden.vastgelegd}
        {!verblijf && lid.vanaf && ` ${nl.huishouden.sinds(datumLang(lid.vanaf))}`}
      </p>
      {verblijf && (
        <p className="sm">
          {verblijf.toelichting} <span className="quiet">{nl.huishouden.bron(verblijf.bron)}.</span>
        </p>
      )}
      {verblijf && adres && <p className="quiet sm">{nl.huishouden.ingeschreven(adres)}</p>}
      {lid.adres_geheim && (
        <p className="sm">
          <Icoon naam="slot" /> {nl.huishouden.geheim}
        </p>
      )}
    </>
  );
}

function Gezag({ gezag }: { gezag: GezagWat }) {
  const { bron } = gezag;
  return (
    <p>
      {nl.huishouden.gezagDoor(gezag.naam ?? nl.onbekend, gezag.grond)}{' '}
      <span className="quiet sm">
        {bron.soort === 'rechter'
          ? nl.huishouden.rechter(bron.gerecht, datumLang(bron.uitspraak_op))
          : nl.huishouden.gezagBrp}
      </span>
    </p>
  );
}
