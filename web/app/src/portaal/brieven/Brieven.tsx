// Letters as a list: of one zaak where it stands, or of all. Loaded when somebody asks for them.
import type { Ik, ZaakRij } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { leesTaal } from '../../taal';
import { brief as t } from '../../teksten/brief';
import { nl } from '../../teksten/nl';
import { Letterlijk, Zin } from '../../ui/letterlijk';
import { type Brievenstand, useBrieven, useMijnBrieven, type ZaakBrief } from './brieven';

/** The letters of one zaak, within it. */
export default function Brieven({ zaak }: { zaak: ZaakRij }) {
  return <Lijst stand={useBrieven([zaak])} />;
}

export interface AlleBrievenProps {
  ik: Ik;
  /** The level of what stands above the list is one less. */
  kop: 'h2' | 'h3';
}

/** All letters of whoever reads. */
export function AlleBrieven({ ik, kop }: AlleBrievenProps) {
  return <Lijst stand={useMijnBrieven(ik)} kop={kop} />;
}

/** Without a heading of each it stands within a zaak, which says the rest. */
function Lijst({ stand, kop }: { stand: Brievenstand; kop?: 'h2' | 'h3' }) {
  const kort = kop === undefined;
  if (stand.stand === 'laden') return <p>{nl.laden}</p>;
  if (stand.stand === 'fout') return <p role="alert">{t.mislukt}</p>;
  if (stand.items.length === 0) return kort ? null : <p>{t.geen}</p>;
  return (
    <>
      {!kort && leesTaal() !== 'nl' && <p>{t.taal}</p>}
      <ul className={kort ? undefined : 'pzaken'} data-brieven>
        {stand.items.map((een) => (
          <Brief key={een.brief.id} een={een} kop={kop} />
        ))}
      </ul>
    </>
  );
}

function Brief({ een: { zaak, brief }, kop: Kop }: { een: ZaakBrief; kop: 'h2' | 'h3' | undefined }) {
  const soort = nl.namen.zaaktype(zaak.zaaktype, zaak.zaaktype_naam);
  return (
    <li className={Kop && 'pzaak'} data-brief={brief.id}>
      {Kop && (
        <>
          <Kop>
            <Letterlijk>{brief.naam}</Letterlijk>
          </Kop>
          <p className="quiet">
            <Over zin={t.over(soort, zaak.zaaknummer)} nummer={zaak.zaaknummer} soort={zaak.zaaktype_naam} />{' '}
            {brief.gemaakt_op && t.van(datumLang(brief.gemaakt_op))}
          </p>
        </>
      )}
      {brief.stap === 'gevraagd' ? (
        <p role="status">{t.komt}</p>
      ) : (
        <>
          <p>
            <Naar to={briefAdres(zaak.id, brief.id)} aria-label={t.leesVan(brief.naam, zaak.zaaknummer)}>
              {t.lezen}
            </Naar>
          </p>
          <p className="quiet">{t.stap[brief.stap]}</p>
        </>
      )}
    </li>
  );
}

/** Where a letter is read in the portal. */
const briefAdres = (zaak: string, brief: string) => `/portaal/brieven/${brief}?zaak=${zaak}`;

/** A number is read as one word, also where the line ends. */
function Over({ zin, nummer, soort }: { zin: string; nummer: string; soort: string }) {
  const [voor = '', na = ''] = zin.split(nummer);
  return (
    <>
      <Zin tekst={voor} delen={[soort]} />
      <span className="nowrap">{nummer}</span>
      {na}
    </>
  );
}
