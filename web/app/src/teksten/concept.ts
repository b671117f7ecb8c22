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
    'Er staat al een ander concept, of u schreef ergens anders verder. Wat hier staat, is niet bewaard. Bewaart u wat hier staat, dan is dat andere concept weg.',
  geregistreerd:
    'Dit is al geregistreerd, in een ander venster of op een ander apparaat. Wat u hier daarna nog typte, is niet bewaard.',
  wegMaar:
    'Dit concept is in een ander venster of op een ander apparaat geregistreerd of weggegooid. Wat hier staat, is niet bewaard. Daarna kwam binnen:',
  weg: 'Dit concept is in een ander venster of op een ander apparaat vastgelegd of weggegooid. Wat hier staat, is niet bewaard.',
  kiesBoven: 'Wat hier staat, is niet bewaard. Kies bovenaan de pagina wat u wilt.',
  openZaak: (nummer: string) => `Open zaak ${nummer}`,
  beginOpnieuw: 'Begin opnieuw',
  neemAndere: 'Toon dat concept',
  houdDit: 'Bewaar wat hier staat',
  aanbod: (wanneer: string, over: string) => `Concept van ${wanneer}${over ? `, over ${over}` : ''}.`,
  uur: (tijd: string) => `${tijd} uur`,
  dagUur: (dag: string, tijd: string) => `${dag}, ${tijd} uur`,
  tot: (dag: string) => `Het blijft staan tot ${dag}.`,
  verder: 'Verder met dit concept',
  gooiWeg: 'Gooi weg',
};
