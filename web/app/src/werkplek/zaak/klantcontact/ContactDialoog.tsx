// What is filled in of a conversation: it opens on a call of today with the resident, so that a call takes a line and a press.
import type { ReactNode } from 'react';
import type { KlantcontactWat } from '../../../api/types';
import { dagIso, leesDatum, typDag } from '../../../datum';
import { useNu, useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dagveld, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../../../ui/veld';
import { tekst } from '../../formulier';
import { Vraagdialoog } from '../../Vraagdialoog';

const t = nl.klantcontact;

/** The same as the server's bound. */
const MET_MAX = 200;

const VELDEN = { met: 'met', verslag: 'verslag', dag: 'dag' };

const WEGEN: KlantcontactWat['weg'][] = ['telefoon', 'huisbezoek', 'gemeentehuis', 'beeldbellen', 'bericht'];
const UITKOMSTEN: KlantcontactWat['uitkomst'][] = ['gesproken', 'niet_bereikt'];

function lees(data: FormData) {
  const [met, verslag, dag] = [tekst(data, 'met'), tekst(data, 'verslag'), leesDatum(tekst(data, 'dag'))];
  const fouten: Foutmelding[] = [];
  if (!met) fouten.push({ veld: 'met', tekst: nl.fout.verplicht('met wie u contact had') });
  if (!verslag) fouten.push({ veld: 'verslag', tekst: nl.fout.verplicht('waar het over ging') });
  if (!dag) fouten.push({ veld: 'dag', tekst: t.dagFout });
  const body = { weg: tekst(data, 'weg'), uitkomst: tekst(data, 'uitkomst'), met, verslag, dag };
  return fouten.length > 0 ? { fouten } : { body };
}

interface ContactDialoogProps {
  zaak: string;
  /** With whom, as long as nothing else is typed. */
  met?: string | undefined;
  /** At the desk: what is said to who passes it on. */
  door?: ReactNode;
  /** What is done when it was passed on. */
  gedaan?: () => void;
  sluit: () => void;
}

export function ContactDialoog({ zaak, met, door, gedaan, sluit }: ContactDialoogProps) {
  const { run, bezig, wacht } = useOpdracht();
  const now = useNu();
  const doe = async (body: unknown) => {
    const done = await run(`/zaken/${zaak}/klantcontacten${door ? '/doorgeven' : ''}`, body);
    if (done) gedaan?.();
    return done;
  };
  const keuzes = <T extends string>(waarden: T[], namen: Record<T, string>) =>
    waarden.map((waarde) => ({ waarde, tekst: namen[waarde] }));
  return (
    <Vraagdialoog
      titel={door ? t.doorTitel : t.noteerTitel}
      knop={door ? t.geefDoor : t.legVast}
      lees={lees}
      doe={doe}
      velden={VELDEN}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
    >
      {(fout) => (
        <>
          {door && <p>{door}</p>}
          <Tekstvlak
            id="verslag"
            name="verslag"
            label={t.verslag}
            uitleg={t.verslagUitleg}
            fout={fout.verslag}
            rows={3}
          />
          <Tekstveld
            id="met"
            name="met"
            label={t.met}
            uitleg={met ? t.metUitleg : undefined}
            fout={fout.met}
            maxLength={MET_MAX}
            defaultValue={met}
          />
          <Keuzelijst id="weg" name="weg" label={t.hoe} opties={keuzes(WEGEN, t.weg)} />
          <Keuzelijst
            id="uitkomst"
            name="uitkomst"
            label={t.gelukt}
            opties={keuzes(UITKOMSTEN, t.uitkomst)}
          />
          <Dagveld
            id="dag"
            name="dag"
            label={t.dag}
            uitleg={t.dagUitleg}
            fout={fout.dag}
            defaultValue={typDag(dagIso(now))}
          />
        </>
      )}
    </Vraagdialoog>
  );
}
