// All letters in one place, so that nobody has to know to which zaak one belongs.
import type { Ik } from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { brief as t } from '../../teksten/brief';
import { nl } from '../../teksten/nl';
import { knopKlasse } from '../../ui/knop';
import { Schil } from '../Schil';
import { AlleBrieven } from './Brieven';

export default function BrievenPagina({ ik }: { ik: Ik }) {
  return (
    <Schil titel={t.alle} ik={ik}>
      <Paginakop titel={t.alle}>{t.alle}</Paginakop>
      <p className="lead">{t.lead}</p>
      <AlleBrieven ik={ik} kop="h2" />
      {!ik.namens && (
        <p>
          <Naar to="/portaal/berichten">{nl.portaal.berichten}</Naar>
        </p>
      )}
      <p>
        <Naar className={knopKlasse('stil')} to="/portaal">
          {t.voorkeur.terug}
        </Naar>
      </p>
    </Schil>
  );
}
