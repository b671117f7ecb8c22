// The besluit on the page of a zaak: what stands, and what one may do with it.
import clsx from 'clsx';
import type { BesluitWat, Ik, ZaakWat } from '../../../api/types';
import { useNu, useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Foutlijst } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../formulier';
import { KijktHier } from '../deel';
import { NetGewijzigd } from '../Wijzigingen';
import { Besluitvorm } from './Besluitvorm';
import { Oordeel } from './Oordeel';
import { kanNemen, steltVoor, toetst, werkteMee } from './rollen';
import { Voorstel } from './Voorstel';

interface BesluitSectieProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  /** What comes next in the zaak is here. */
  eerst: boolean;
  /** It is being written. */
  open: boolean;
  zetOpen: (open: boolean) => void;
}

export function BesluitSectie({ zaak, ik, schrijven, eerst, open, zetOpen }: BesluitSectieProps) {
  const now = useNu();
  const besluit = zaak.besluit ?? undefined;
  const t = nl.besluit;
  // Who stands in for a behandelaar writes in the zaak, and proposes nothing in it by that.
  const mag = schrijven && steltVoor(ik) && zaak.behandelaars.some((b) => b.id === ik.id);
  const vast = besluit?.stap === 'genomen';
  return (
    <section
      className={clsx('sectie', !besluit && !open && 'sectie--leeg')}
      aria-labelledby="besluit"
      data-deel="besluit"
    >
      <header>
        <h2 id="besluit">{t.titel}</h2>
        <KijktHier deel="besluit" />
        <NetGewijzigd plek="#besluit" />
      </header>
      {besluit ? <Voorstel besluit={besluit} now={now} /> : <Leeg zaak={zaak} mag={mag} />}
      {open && mag && !vast ? (
        <Besluitvorm zaak={zaak} van={besluit} sluit={() => zetOpen(false)} />
      ) : (
        <>
          {mag && !besluit && zaak.status === 'onderzoek' && (
            <div className="knoppen">
              <Knop soort="stil" klein icoon="plus" onClick={() => zetOpen(true)}>
                {t.stelVoor}
              </Knop>
            </div>
          )}
          {besluit?.stap === 'ter_accordering' && <Tweede zaak={zaak} ik={ik} besluit={besluit} />}
          {besluit && mag && !vast && (
            <Maker zaak={zaak} besluit={besluit} wijzig={() => zetOpen(true)} eerst={eerst} />
          )}
        </>
      )}
    </section>
  );
}

function Leeg({ zaak, mag }: { zaak: ZaakWat; mag: boolean }) {
  const t = nl.besluit;
  const nogNiet = mag && zaak.status !== 'onderzoek';
  return <p className="quiet">{nogNiet ? t.nogNiet : mag ? t.geen : `${t.geen} ${t.magNiet}`}</p>;
}

/** The button is not there for who contributed, and the reason is. */
function Tweede({ zaak, ik, besluit }: { zaak: ZaakWat; ik: Ik; besluit: BesluitWat }) {
  const t = nl.besluit;
  if (werkteMee(ik, besluit)) {
    return (
      <p className="balk" data-reden="eigen-werk">
        {besluit.akkoord_verplicht ? `${t.eigenWerk} ${t.wachtOp}` : `${t.eigenWerkMag} ${t.magZonder}`}
      </p>
    );
  }
  return toetst(ik, zaak) ? (
    <Oordeel zaak={zaak.id} besluit={besluit} />
  ) : (
    <p className="quiet">{besluit.akkoord_verplicht ? t.wachtOp : t.magZonder}</p>
  );
}

interface MakerProps {
  zaak: ZaakWat;
  besluit: BesluitWat;
  wijzig: () => void;
  eerst: boolean;
}

function Maker({ zaak, besluit, wijzig, eerst }: MakerProps) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const t = nl.besluit;
  const doe = async (daad: 'intrekken' | 'nemen') => {
    try {
      await run(`/zaken/${zaak.id}/besluit/${daad}`, { hash: besluit.hash });
      toon([]);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {besluit.stap === 'afgewezen' && <p className="quiet">{t.naNee}</p>}
      <div className="knoppen">
        {kanNemen(besluit) && (
          <Knop soort={eerst ? 'eerst' : 'tweede'} bezig={bezig} onClick={() => void doe('nemen')}>
            {t.neem}
          </Knop>
        )}
        <Knop soort="tweede" onClick={wijzig}>
          {t.wijzig}
        </Knop>
        <Knop soort="stil" bezig={bezig} onClick={() => void doe('intrekken')}>
          {t.trekIn}
        </Knop>
      </div>
    </>
  );
}
