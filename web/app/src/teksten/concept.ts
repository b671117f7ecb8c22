// A half-filled form that the server keeps: whether it is kept, and that it is offered back.
export const concept = {
  bezig: 'Nog niet bewaard',
  bewaard: (om: string) => `Concept bewaard om ${om}`,
  niet: {
    lijn: 'Niet bewaard: er is geen verbinding. Wij proberen het steeds opnieuw.',
    sessie: 'Niet bewaard: log eerst opnieuw in.',
    storing: 'Niet bewaard: de server kan het nu niet opslaan. Wij proberen het steeds opnieuw.',
    weigering: 'Niet bewaard: dit is te veel voor een concept, of het mag niet meer.',
  },
  elders:
    'Er staat al een ander concept, of u schreef ergens anders verder. Wat hier staat, is niet bewaard.',
  neemAndere: 'Toon dat concept',
  houdDit: 'Bewaar wat hier staat',
  aanbod: (wanneer: string, over: string) => `Concept van ${wanneer}${over ? `, over ${over}` : ''}.`,
  uur: (tijd: string) => `${tijd} uur`,
  dagUur: (dag: string, tijd: string) => `${dag}, ${tijd} uur`,
  tot: (dag: string) => `Het blijft staan tot ${dag}.`,
  verder: 'Verder met dit concept',
  gooiWeg: 'Gooi weg',
};
