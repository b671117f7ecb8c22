// Whom the zaak is about, with the way to who lives there.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { HuishoudenAntwoord, PersoonWat } from '../../api/types';
import { leeftijd } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Stoel } from '../../ui/stoel';
import { Skelet } from '../randpaginas';

export interface InwonerProps {
  persoon: PersoonWat | undefined;
  now: Date;
}

export function Inwoner({ persoon, now }: InwonerProps) {
  // The number that stood here before lights up when another takes its place.
  const [eerste, setEerste] = useState<{ id: string; telefoon: string | null }>();
  useEffect(() => {
    if (persoon && eerste?.id !== persoon.id)
      setEerste({ id: persoon.id, telefoon: persoon.telefoon ?? null });
  }, [persoon, eerste]);
  const gewijzigd = persoon && eerste?.id === persoon.id && eerste.telefoon !== (persoon.telefoon ?? null);
  return (
    <section aria-labelledby="inwoner">
      <h2 id="inwoner">{nl.zaak.persoon}</h2>
      {!persoon ? (
        <Skelet regels={2} />
      ) : (
        <div className="mens">
          <Stoel naam={persoon.naam} inwoner />
          <p>
            <strong>{persoon.naam}</strong>
            {persoon.geboortedatum && `, ${leeftijd(persoon.geboortedatum, now)} jaar`}
            <br />
            {persoon.adres && (
              <>
                {persoon.adres.straat} {persoon.adres.huisnummer}, {persoon.adres.plaats}
                <br />
              </>
            )}
            {persoon.adres_geheim && (
              <span className="sm">
                <Icoon naam="slot" /> {nl.zaak.adresGeheim}
                <br />
              </span>
            )}
            {persoon.telefoon && (
              <span className={gewijzigd ? 'vers vers--woord' : undefined}>{persoon.telefoon}</span>
            )}{' '}
            {gewijzigd && <span className="nieuw">{nl.zaak.netGewijzigd}</span>}
          </p>
        </div>
      )}
      {persoon && <NaarHuishouden persoon={persoon.id} />}
    </section>
  );
}

/** The huishouden of somebody, as it was when it was asked; each asking is a look in the trail. */
export const useThuis = (persoon: string) =>
  useQuery({
    queryKey: ['huishouden-van', persoon],
    queryFn: () => haal<HuishoudenAntwoord>(`/personen/${persoon}/huishouden`),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** The way to who lives there, when that was recorded and one may see it. */
function NaarHuishouden({ persoon }: { persoon: string }) {
  const huishouden = useThuis(persoon).data?.huishouden;
  if (!huishouden) return null;
  return (
    <p className="onderknop">
      <Naar to={`/huishoudens/${huishouden.id}`}>{nl.zaak.huishouden}</Naar>
    </p>
  );
}
