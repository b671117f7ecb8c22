// What a page says of itself: bars, empty, loading, without a line, half kept; and dialogs.
import { useState } from 'react';
import { nl } from '../teksten/werk';
import { Dialoog, Terugknop } from '../ui/dialoog';
import { Gordijn } from '../ui/gordijn';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { Skelet } from '../ui/losblad';
import { Wachtregel } from '../ui/wachtregel';
import { Vak } from './Vak';

export function Meldingen() {
  return (
    <Vak titel="Balken">
      <p className="balk">Linda wijzigde het telefoonnummer van Maria, 1 minuut geleden.</p>
      <p className="balk balk--uitleg">
        <Icoon naam="klok" /> Wij kijken nu of er iets veranderd is.
      </p>
      <p className="balk balk--goed">
        <Icoon naam="vink" /> {nl.verbinding.terug}
      </p>
      <p className="balk balk--fout">
        <Icoon naam="keten" /> {nl.bewaren.gevaar}
      </p>
      <p className="bewaar">
        <Icoon naam="vink" /> {nl.bewaren.opgeslagen}
      </p>
      <p className="bewaar">
        <Icoon naam="draaien" /> {nl.bewaren.bezig}
      </p>
      <p className="bewaar bewaar--luid">
        <Icoon naam="waarschuwing" /> {nl.bewaren.geweigerd}
      </p>
      <Wachtregel wacht="lijn" />
      <Wachtregel wacht="zien" />
    </Vak>
  );
}

export function Standen() {
  return (
    <Vak titel="Standen">
      <h3>Leeg</h3>
      <div className="leeg">
        <div className="lege-tafel" aria-hidden="true">
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--inwoner" />
        </div>
        <p>{nl.vandaag.leegTitel}</p>
        <Knop soort="tweede">{nl.vandaag.stap.werkvoorraad}</Knop>
      </div>
      <h3>Wordt geladen</h3>
      <Skelet />
      <h3>Geen verbinding</h3>
      <p className="balk balk--fout">
        <Icoon naam="keten" />
        <span>
          <strong>{nl.verbinding.weg}</strong> {nl.verbinding.stand('14.32')}
        </span>
      </p>
      <h3>Niet voor u</h3>
      <Gordijn />
      <h3>Net veranderd</h3>
      <p className="vers">Maria Verhoef, Hulp in huis</p>
    </Vak>
  );
}

export function Dialogen() {
  const [open, setOpen] = useState<'vraag' | 'veld'>();
  const sluit = () => setOpen(undefined);
  return (
    <Vak titel="Dialogen">
      <div className="knoppen">
        <Knop soort="tweede" onClick={() => setOpen('vraag')}>
          Open een vraag
        </Knop>
        <Knop soort="tweede" onClick={() => setOpen('veld')}>
          Open een dialoog met een fout
        </Knop>
      </div>
      {open === 'vraag' && (
        <Dialoog titel="Zaak overdragen aan Emma?" sluit={sluit}>
          <p>Emma ziet de zaak dan meteen, en u niet meer.</p>
          <div className="knoppen">
            <Knop soort="gevaar" onClick={sluit}>
              Ja, draag over
            </Knop>
            <Terugknop />
          </div>
        </Dialoog>
      )}
      {open === 'veld' && (
        <Dialoog titel={nl.stapOp.titel} sluit={sluit}>
          <p>{nl.stapOp.lead}</p>
          <p className="fouttekst">{nl.stapOp.mislukt}</p>
          <div className="knoppen">
            <Knop soort="eerst" onClick={sluit}>
              {nl.stapOp.demo}
            </Knop>
          </div>
        </Dialoog>
      )}
    </Vak>
  );
}
