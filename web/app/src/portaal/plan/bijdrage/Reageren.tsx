// What one thinks of a goal: said in one's own words, and what was answered. Between the lid and who works on the plan (KING-R1b).
import type { MijnReactie, PlanBijdragen, PortaalDoel } from '../../../api/types';
import { datumLang } from '../../../datum';
import { mijnplan } from '../../../teksten/mijnplan';
import { Letterlijk } from '../../../ui/letterlijk';
import { useVenster } from './venster';
import { Zegvak } from './Zegvak';

const t = mijnplan.reageer;

export function Reageren({ doel, bijdragen }: { doel: PortaalDoel; bijdragen: PlanBijdragen }) {
  const { open } = useVenster();
  const gezegd = bijdragen.reacties.filter((reactie) => reactie.doel === doel.id);
  return (
    <Zegvak
      over={doel}
      knop={gezegd.length > 0 ? t.nogEens : t.knop}
      open={() => open({ soort: 'doel', plan: bijdragen.plan, wat: doel })}
    >
      {gezegd.map((reactie) => (
        <Gezegd key={reactie.op} reactie={reactie} />
      ))}
    </Zegvak>
  );
}

function Gezegd({ reactie }: { reactie: MijnReactie }) {
  const { antwoord, gelezen, herschreven } = reactie;
  return (
    <div className="pgezegd" data-reactie={reactie.instemming}>
      <p>
        <strong>{t.gezegd[reactie.instemming]}</strong> {t.opDag(datumLang(reactie.op))}
      </p>
      {reactie.tekst && (
        <p className="pgezegd-tekst">
          <Letterlijk>{reactie.tekst}</Letterlijk>
        </p>
      )}
      {herschreven && <p data-herschreven>{t.herschreven(datumLang(herschreven))}</p>}
      {antwoord ? (
        <div data-antwoord>
          <p>
            <strong>{t.antwoord(antwoord.door.naam, datumLang(antwoord.op))}</strong>
          </p>
          <p className="pgezegd-tekst">
            <Letterlijk>{antwoord.tekst}</Letterlijk>
          </p>
        </div>
      ) : (
        <p className="quiet">{gelezen ? t.gelezen(gelezen.door.naam, datumLang(gelezen.op)) : t.wacht}</p>
      )}
    </div>
  );
}
