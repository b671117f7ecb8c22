// A waiting zaak that is dragged onto whoever gets it. The menu of the card does the same by keyboard, by voice and by a finger that cannot hold
// (WCAG 2.5.7). Of the zaak nothing but its number goes along, so what falls outside the page tells nobody anything.
import { type DragEvent, useEffect, useState } from 'react';
import type { MedewerkerCaseload, ZaakRij } from '../../api/types';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';

const t = nl.caseload.sleep;

export interface Sleep {
  /** What is in the hand now. */
  rij: ZaakRij | undefined;
  /** On whom it would fall. */
  boven: string | undefined;
  /** What a card needs to be picked up. */
  kaart: (rij: ZaakRij) => {
    draggable: true;
    onDragStart: (event: DragEvent) => void;
    onDragEnd: (event: DragEvent) => void;
  };
  /** What a row needs to catch it. */
  doel: (mens: MedewerkerCaseload) => {
    onDragEnter: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

export function useSleep(laatVallen: (rij: ZaakRij, op: MedewerkerCaseload) => void): Sleep {
  const [rij, setRij] = useState<ZaakRij>();
  const [boven, setBoven] = useState<string>();
  const los = () => {
    setRij(undefined);
    setBoven(undefined);
  };
  // The card went from the page while it was in the hand: then nothing says that it was let go, but the pointer moves again.
  useEffect(() => {
    if (!rij) return undefined;
    window.addEventListener('pointermove', los);
    return () => window.removeEventListener('pointermove', los);
  });
  return {
    rij,
    boven,
    kaart: (eigen) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData('text/plain', eigen.zaaknummer);
        event.dataTransfer.effectAllowed = 'move';
        setRij(eigen);
        omroep.zeg('sleep', t.opgepakt(eigen.zaaknummer));
      },
      onDragEnd: (event) => {
        if (event.dataTransfer.dropEffect === 'none') omroep.zeg('sleep', t.neergelegd(eigen.zaaknummer));
        los();
      },
    }),
    doel: (mens) => ({
      onDragEnter: (event) => {
        if (!rij) return;
        event.preventDefault();
        setBoven(mens.id);
        omroep.zeg('sleep', t.boven(rij.zaaknummer, mens.naam));
      },
      onDragOver: (event) => {
        if (!rij) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      },
      onDragLeave: (event) => {
        // Onto a cell of the same row is not off it.
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setBoven((was) => (was === mens.id ? undefined : was));
      },
      onDrop: (event) => {
        if (!rij) return;
        event.preventDefault();
        los();
        laatVallen(rij, mens);
      },
    }),
  };
}
