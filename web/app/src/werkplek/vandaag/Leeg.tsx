// Nothing needs somebody now: said with one next step that fits the role.
import type { Ik, Rol } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { knopKlasse } from '../../ui/knop';
import { verdeelt } from '../caseload/recht';
import { heeftVoorraad } from '../rollen';

const t = nl.vandaag;

const STAPPEN: Partial<Record<Rol, { naar: string; tekst: string }>> = {
  functioneel_beheerder: { naar: '/rechten', tekst: t.stap.rechten },
  privacyfunctionaris: { naar: '/audit', tekst: t.stap.sporen },
  ketenpartner: { naar: '/signaal', tekst: t.stap.signaal },
  trajectbegeleider: { naar: '/signaal', tekst: t.stap.signaal },
};

function stapVan(ik: Ik) {
  if (verdeelt(ik)) return { naar: '/caseload', tekst: t.stap.caseload };
  return (
    STAPPEN[ik.rol] ??
    (heeftVoorraad(ik.rol) ? { naar: '/werkvoorraad', tekst: t.stap.werkvoorraad } : undefined)
  );
}

export function Leeg({ ik }: { ik: Ik }) {
  const stap = stapVan(ik);
  const werk = heeftVoorraad(ik.rol) || verdeelt(ik);
  return (
    <div className="leeg" data-leeg>
      <div className="lege-tafel" aria-hidden="true">
        <span className="stoel stoel--uit" />
        <span className="stoel stoel--uit" />
        <span className="stoel stoel--inwoner" />
      </div>
      <h3>{t.leegTitel}</h3>
      <p>{werk && ik.rol !== 'toetser' ? t.leegWerk : t.leeg(ik.rol)}</p>
      {stap && (
        <p>
          <Naar className={knopKlasse('tweede')} to={stap.naar}>
            {stap.tekst}
          </Naar>
        </p>
      )}
    </div>
  );
}
