// The letters of a zaak: what was made, how the resident hears of it, and what is to be done when that failed.
import clsx from 'clsx';
import type { BriefWat, BrievenWat, Ik, ZaakWat } from '../../api/types';
import { datumKort, wanneer } from '../../datum';
import { useOpdracht, useView } from '../../rt/hooks';
import type { TopicState } from '../../rt/topics/kanaal';
import { briefwerk as t } from '../../teksten/brief';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Foutlijst } from '../../ui/veld';
import { uitProbleem, useFouten } from '../formulier';
import { Skelet } from '../randpaginas';
import { Berichtweg } from './Berichtweg';

/** The letters of a zaak, live; nothing until they came. */
export function useBrieven(zaak: string): TopicState<BrievenWat> {
  return useView<BrievenWat>(`zaak/${zaak}@brieven`);
}

export function Brieven({ zaak, ik, now }: { zaak: ZaakWat; ik: Ik; now: Date }) {
  const brieven = useBrieven(zaak.id);
  const items = brieven.stand === 'klaar' ? brieven.b.items : [];
  const leeg = brieven.stand === 'klaar' && items.length === 0;
  return (
    <section className={clsx('sectie', leeg && 'sectie--leeg')} aria-labelledby="brieven">
      <header>
        <h2 id="brieven">{t.kop}</h2>
      </header>
      {brieven.stand === 'laden' && <Skelet regels={1} />}
      {brieven.stand === 'weg' && <p role="alert">{t.mislukt}</p>}
      {leeg && <p className="quiet">{t.geen}</p>}
      {items.length > 0 && (
        <ul className="doclijst">
          {items.map((one) => (
            <Brief key={one.id} zaak={zaak.id} brief={one} now={now} />
          ))}
        </ul>
      )}
      <Berichtweg persoon={zaak.persoon} ik={ik} />
    </section>
  );
}

/** What somebody is to do about it; nothing mostly. */
function teDoen(brief: BriefWat) {
  if (brief.stap === 'te_posten') return t.doen.te_posten;
  return brief.stap === 'niet_aangekomen' && brief.waarom ? t.doen[brief.waarom] : undefined;
}

function Brief({ zaak, brief, now }: { zaak: string; brief: BriefWat; now: Date }) {
  const adres = `/api/v1/zaken/${zaak}/brieven/${brief.id}`;
  const doen = teDoen(brief);
  const stand = brief.op ? t.op(t.stap[brief.stap], wanneer(brief.op, now)) : t.stap[brief.stap];
  return (
    <li className="rij docrij" data-brief={brief.stap}>
      <Icoon naam="blad" />
      <div>
        {brief.gemaakt_op ? (
          <a href={adres} target="_blank" rel="noopener" type="application/pdf">
            <strong>{brief.naam}</strong>
          </a>
        ) : (
          <strong>{brief.naam}</strong>
        )}
        <p className="quiet sm">
          {brief.gemaakt_op && `${t.gemaakt(datumKort(brief.gemaakt_op))}. `}
          {stand}
        </p>
        {doen && <Post zaak={zaak} brief={brief.id} doen={doen} />}
      </div>
    </li>
  );
}

function Post({ zaak, brief, doen }: { zaak: string; brief: string; doen: string }) {
  const { run, bezig } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const gepost = async () => {
    try {
      await run(`/zaken/${zaak}/brieven/${brief}/gepost`, {});
      toon([]);
      omroep.zeg('brieven', t.gepostGezegd);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <>
      <p className="sm">{doen}</p>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Knop soort="tweede" klein bezig={bezig} onClick={gepost}>
        {t.gepost}
      </Knop>
    </>
  );
}
