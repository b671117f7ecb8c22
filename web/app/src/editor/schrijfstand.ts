// At the kitchen table: the text and the dossier, and nothing around them.
import { useEffect, useState } from 'react';
import { nl } from '../teksten/werk';
import { omroep } from '../ui/omroep';

export function useSchrijfstand(): [boolean, () => void] {
  const [aan, zet] = useState(false);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (aan) dataset.schrijfstand = '';
    return () => {
      delete dataset.schrijfstand;
    };
  }, [aan]);
  const wissel = () => {
    omroep.zeg('schrijfstand', aan ? nl.kantlijn.stand.uit : nl.kantlijn.stand.aan);
    zet(!aan);
  };
  return [aan, wissel];
}
