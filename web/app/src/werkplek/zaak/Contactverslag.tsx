// The report of the contact in which this zaak was reported: one text, for all the zaken of that contact.
import { type FormEvent, useState } from 'react';
import type { ContactWat, Ik, SprekerWat, Uitgevoerd } from '../../api/types';
import { wanneer } from '../../datum';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { useFormvraag } from '../../ui/sluitvraag';
import { Foutlijst, Tekstvlak } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet } from '../randpaginas';

export function Contactverslag({ id, ik, now }: { id: string; ik: Ik; now: Date }) {
  const contact = useView<ContactWat>(`contact/${id}@wat`);
  if (contact.stand === 'laden') return <Skelet regels={3} />;
  if (contact.stand === 'weg') return <p className="quiet">{nl.zaak.geenToelichting}</p>;
  const { verslag, aanvullingen, spreker, controle, auteur, op } = contact.b;
  return (
    <div data-contact={id}>
      <p className="quiet sm" data-spreker>
        {nl.balie.contact.spreker}: {sprekerNaam(spreker)}. {nl.balie.contact.auteur} {auteur.naam},{' '}
        {wanneer(op, now)}.
      </p>
      {verslag.map((antwoord) => (
        <div key={antwoord.vraag}>
          <h3>{nl.balie.vragen[antwoord.vraag].vraag}</h3>
          <p className="verslagtekst">{antwoord.tekst}</p>
        </div>
      ))}
      {aanvullingen.length > 0 && (
        <>
          <h3>{nl.balie.contact.aanvullingen}</h3>
          {aanvullingen.map((later) => (
            <p key={later.op} className="verslagtekst">
              {later.tekst} <span className="quiet sm">{wanneer(later.op, now)}</span>
            </p>
          ))}
        </>
      )}
      <p className="quiet sm">
        {nl.balie.contact.controle}: {nl.balie.controles[controle]}. {nl.balie.contact.hoortBij}
      </p>
      {auteur.id === ik.id && <Aanvullen id={id} />}
    </div>
  );
}

function sprekerNaam(spreker: SprekerWat): string {
  switch (spreker.soort) {
    case 'persoon':
    case 'ander':
      return [
        spreker.naam,
        spreker.soort === 'ander' && spreker.relatie,
        spreker.telefoon && nl.balie.contact.telefoon(spreker.telefoon),
      ]
        .filter(Boolean)
        .join(', ');
    case 'anoniem':
      return nl.balie.contact.anoniem;
  }
}

function Aanvullen({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  if (open) return <Aanvulling id={id} sluit={() => setOpen(false)} />;
  return (
    <Knop soort="stil" klein onClick={() => setOpen(true)}>
      {nl.balie.contact.vulAan}
    </Knop>
  );
}

function Aanvulling({ id, sluit }: { id: string; sluit: () => void }) {
  const { vorm, vraag, probeer } = useFormvraag(sluit);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = tekst(new FormData(event.currentTarget), 'aanvulling');
    toon(typed ? [] : [{ veld: 'aanvulling', tekst: nl.fout.verplicht('een tekst') }]);
    if (!typed) return;
    try {
      if (await run<Uitgevoerd>(`/contacten/${id}/aanvullingen`, { tekst: typed })) sluit();
    } catch (error) {
      toon(uitProbleem(error, () => 'aanvulling'));
    }
  };
  return (
    <form ref={vorm} onSubmit={bewaar} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Tekstvlak
        id="aanvulling"
        name="aanvulling"
        label={nl.balie.contact.aanvulling}
        fout={veld.aanvulling}
        rows={3}
      />
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="tweede" bezig={bezig}>
          {nl.balie.contact.bewaar}
        </Knop>
        <Knop soort="stil" onClick={probeer}>
          {nl.terug}
        </Knop>
      </div>
      {vraag}
    </form>
  );
}
