// Who live there: how we know, what the BRP says otherwise, and who has gezag.
import type { GezagWat, LidWat } from '../../api/types';
import { datumLang, leeftijd } from '../../datum';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';

/** The age at which gezag ends by law. */
export const MEERDERJARIG = 18;

export const isMinderjarig = (lid: LidWat, now: Date) =>
  lid.persoon.geboortedatum == null || leeftijd(lid.persoon.geboortedatum, now) < MEERDERJARIG;

export interface MensenProps {
  leden: LidWat[];
  now: Date;
  /** Absent: this reader records nothing here. */
  vertrek?: (lid: LidWat) => void;
  gezag?: (lid: LidWat) => void;
}

export function Mensen({ leden, now, vertrek, gezag }: MensenProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, also by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className="tabelvak" role="group" tabIndex={0} aria-label={nl.huishouden.mensen}>
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
                {lid.persoon.naam}
                {lid.persoon.geboortedatum && (
                  <span className="quiet sm">
                    {' '}
                    {nl.huishouden.leeftijd(leeftijd(lid.persoon.geboortedatum, now))}
                  </span>
                )}
                {lid.persoon.beschrijving && <span className="quiet sm"> {lid.persoon.beschrijving}</span>}
              </th>
              <td>
                <Woont lid={lid} />
                {vertrek && (
                  <p>
                    <Knop soort="stil" klein onClick={() => vertrek(lid)}>
                      {nl.huishouden.vertrek(nl.voornaam(lid.persoon.naam))}
                    </Knop>
                  </p>
                )}
              </td>
              <td>
                {!isMinderjarig(lid, now) && <span className="quiet sm">{nl.huishouden.meerderjarig}</span>}
                {isMinderjarig(lid, now) && lid.gezag.length === 0 && (
                  <span className="quiet sm">{nl.huishouden.geenGezag}</span>
                )}
                {lid.gezag.map((houder) => (
                  <Gezag key={`${houder.persoon ?? houder.naam} ${houder.bron.soort}`} gezag={houder} />
                ))}
                {gezag && isMinderjarig(lid, now) && (
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
