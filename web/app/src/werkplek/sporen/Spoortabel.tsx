// Lines of the trail as a table: who did what at whose dossier, when, and on which ground. The lines of one visit lie behind the newest of them.
import { type ReactNode, useState } from 'react';
import type { SpoorRegel } from '../../api/types';
import { datumKort, tijdTel } from '../../datum';
import { sporen } from '../../teksten/sporen';
import { Knop } from '../../ui/knop';
import { type Bezoek, bezoeken } from './bezoek';
import { wieDeed } from './wie';
import { grondNaam, kort, leesObject, type Spoorobject } from './woorden';

const t = sporen.spoor;

interface SpoortabelProps {
  items: SpoorRegel[];
  /** Only what was done with this; absent where nothing can be chosen. */
  alleen?: (object: string) => void;
}

export function Spoortabel({ items, alleen }: SpoortabelProps) {
  const k = t.kolommen;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its frame is scrolled by keyboard too
    <section className="tabelvak" aria-label={t.lijst} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[k.wanneer, k.wie, k.wat, k.over, k.waarom, k.uitkomst].map((kop) => (
              <th key={kop} scope="col">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bezoeken(items).map((bezoek) => (
            <Rijen key={bezoek.regels[0].n} bezoek={bezoek} alleen={alleen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rijen({ bezoek, alleen }: { bezoek: Bezoek; alleen: SpoortabelProps['alleen'] }) {
  const [open, setOpen] = useState(false);
  const [eerste, ...rest] = bezoek.regels;
  return (
    <>
      <Rij regel={eerste} alleen={alleen}>
        {rest.length > 0 && (
          <Knop soort="stil" klein aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.minder : t.nogMeer(rest.length)}
          </Knop>
        )}
      </Rij>
      {open && rest.map((regel) => <Rij key={regel.n} regel={regel} alleen={alleen} />)}
    </>
  );
}

interface RijProps {
  regel: SpoorRegel;
  alleen: SpoortabelProps['alleen'];
  children?: ReactNode;
}

function Rij({ regel, alleen, children }: RijProps) {
  const object = leesObject(regel.object);
  const doel = regel.doel ? leesObject(regel.doel) : undefined;
  return (
    <tr data-regel={regel.n} data-handeling={regel.handeling}>
      <th scope="row">
        <time dateTime={regel.at}>
          <span className="nowrap">{datumKort(regel.at)}</span> {tijdTel(regel.at)}
        </time>
      </th>
      <td>
        {wieDeed(regel)}
        {regel.wie && regel.rol_naam && <small> {regel.rol_naam}</small>}
        {regel.namens && <small> {t.namens(regel.namens.naam)}</small>}
      </td>
      <td>
        {regel.handeling_naam}
        <Waarmee object={object} zaaknummer={regel.object_zaaknummer} alleen={alleen} />
        {regel.systeem && <small> {t.systeem(regel.systeem)}</small>}
        {children}
      </td>
      <td>
        {regel.betrokkenen.map((wie) => wie.naam ?? t.naamloos).join(', ')}
        {regel.achtergehouden && <small> ({t.achtergehouden})</small>}
      </td>
      <td>
        {grondNaam(regel.grond)}
        {doel && (
          <small> {t.voor(doel.naam, regel.doel_zaaknummer ?? (doel.sleutel && kort(doel.sleutel)))}</small>
        )}
      </td>
      <td>
        {t.uitkomsten[regel.uitkomst]}
        {regel.code && <small> {t.code(regel.code)}</small>}
      </td>
    </tr>
  );
}

interface WaarmeeProps {
  object: Spoorobject;
  /** Of a zaak of which one may know. */
  zaaknummer: string | null | undefined;
  alleen: SpoortabelProps['alleen'];
}

/** With what: enough to tell two apart, and where one can choose, the way to all of it. */
function Waarmee({ object, zaaknummer, alleen }: WaarmeeProps) {
  const { naam, sleutel } = object;
  if (!sleutel) return null;
  const zin = t.alleenDit(naam, zaaknummer ?? kort(sleutel));
  if (!alleen) return <small> {zin}</small>;
  return (
    <Knop soort="stil" klein title={t.toonAlleen} onClick={() => alleen(sleutel)}>
      {zin}
    </Knop>
  );
}
