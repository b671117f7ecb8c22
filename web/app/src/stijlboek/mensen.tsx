// People and what they work at: chairs, who is at the table, carets, terms, chips, a status line, a timeline and a table.
import { type CSSProperties, Fragment } from 'react';
import { useNu } from '../rt/hooks';
import { Loper } from '../ui/loper';
import { PLEKKEN } from '../ui/plek';
import { Stoel } from '../ui/stoel';
import { Contactdag, Spoedchip, Termijn, UiterlijkOp } from '../ui/termijn';
import { AanTafel } from '../werkplek/AanTafel';
import { Vak } from './Vak';

const PERSONEN = [
  'Kevin de Wit',
  'Emma Bakker',
  'Peter Smit',
  'Linda Jansen',
  'Rianne Mulder',
  'Wouter Prins',
  'Sara Kok',
  'Vera Molenaar',
];
const GASTEN = PERSONEN.map((naam, i) => ({ id: `stijl-${i}`, naam, weg: i === 2 }));
const DAG_MS = 86_400_000;
const dag = (now: Date, over: number) => new Date(now.getTime() + over * DAG_MS).toISOString().slice(0, 10);

/** As it stands in a text a moment after somebody moved it. */
function Caret({ plek }: { plek: number }) {
  const kleur = { '--c': `var(--kt-color-plek-${plek})` } as CSSProperties;
  return (
    <span aria-hidden="true" className="caret caret--vlag" style={kleur}>
      <b>{PERSONEN[plek]?.split(' ')[0]}</b>
    </span>
  );
}

export function Mensen() {
  return (
    <Vak titel="Mensen">
      <p className="stijl-rij">
        <Stoel naam="Maria" inwoner />
        {PERSONEN.slice(0, PLEKKEN).map((naam, i) => (
          <span key={naam} className={`stoel p${i + 1}`} aria-hidden="true">
            {naam.charAt(0)}
          </span>
        ))}
        <Stoel naam="Emma" id="stijl-1" klein />
        <Stoel naam="Peter" id="stijl-2" weg />
        <span className="vh">Stoelen in elke kleur</span>
      </p>
      <AanTafel gasten={GASTEN} ikId="stijl-0" />
      <p className="stijl-tekst">
        {['Maria vertelt ', 'dat zij sinds mei ', 'helemaal alleen '].map((woorden, i) => (
          <Fragment key={woorden}>
            {woorden}
            <Caret plek={i + 1} />
          </Fragment>
        ))}
        <span className="selectie" style={{ '--c': 'var(--kt-color-plek-2)' } as CSSProperties}>
          voor Dylan zorgt
        </span>
        .
      </p>
    </Vak>
  );
}

export function Zaakdelen() {
  const now = useNu();
  return (
    <Vak titel="Zaken">
      <p className="stijl-rij">
        <Termijn uiterlijkOp={dag(now, 40)} now={now} />
        <Termijn uiterlijkOp={dag(now, 1)} now={now} />
        <Termijn uiterlijkOp={dag(now, -3)} now={now} />
        <UiterlijkOp uiterlijkOp={dag(now, 40)} />
        <Contactdag dag={dag(now, 0)} now={now} />
        <Contactdag dag={dag(now, -2)} now={now} />
        <Spoedchip urgentie="spoed" />
        <Spoedchip urgentie="crisis" />
      </p>
      <Loper
        label="Voortgang"
        stappen={[
          { naam: 'Ontvangen', stand: 'klaar', onder: '23 november' },
          { naam: 'Verdeeld', stand: 'klaar', onder: 'Kevin' },
          { naam: 'In onderzoek', stand: 'nu' },
          { naam: 'Besluit', stand: 'straks' },
        ]}
      />
      <ol className="tijdlijn">
        <li>
          <Stoel naam="Linda" id="stijl-3" klein />
          <div>
            <p>Linda registreerde deze melding.</p>
            <p className="sm quiet">9.14 uur</p>
          </div>
        </li>
      </ol>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="tabelvak" tabIndex={0} aria-label="Tabel: zaken">
        <table>
          <thead>
            <tr>
              <th scope="col" aria-sort="ascending">
                Zaak
              </th>
              <th scope="col">Wie</th>
              <th scope="col" className="num">
                Dagen
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Hulp in huis</th>
              <td>Maria Verhoef</td>
              <td className="num">40</td>
            </tr>
            <tr className="vers">
              <th scope="row">Jeugdhulp</th>
              <td>Dylan Verhoef</td>
              <td className="num">12</td>
            </tr>
          </tbody>
        </table>
      </section>
    </Vak>
  );
}
