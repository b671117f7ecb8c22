// The place in the bar where one looks for something. It opens the palette, as Ctrl+K does everywhere.
import type { Ik } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { heeftWerk } from '../rollen';

export function Zoekknop({ ik, open }: { ik: Ik; open: () => void }) {
  const t = nl.palet;
  return (
    <button
      type="button"
      className="zoekknop"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={open}
    >
      <Icoon naam="zoek" />
      <span>{heeftWerk(ik.rol) ? t.zoek : t.zoekPagina}</span>
      <span className="toets" aria-hidden="true">
        {nl.schil.ctrl} K
      </span>
    </button>
  );
}
