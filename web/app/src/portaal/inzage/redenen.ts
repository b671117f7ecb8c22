// Why somebody looked, as the server says it (`src/domain/inzage/woorden.rs`): a closed list, so that another language can say each too.
export const redenen = {
  behandelaar: 'Werkt aan uw zaak.',
  melder: 'Heeft uw vraag opgenomen.',
  zelfdePersoon: 'Werkt aan een andere zaak van u.',
  vakgenoot: 'Werkt in het team van uw zaak.',
  regisseur: 'Leidt het plan waar u bij hoort.',
  accordeur: 'Keek als tweede mee voor het besluit.',
  gezaghouder: 'Heeft gezag over u.',
  gemachtigde: 'Mag voor u handelen. Klopt dat niet? Bel dan de gemeente.',
  deelnemer: 'Deed mee aan het gesprek.',
  auteur: 'Schreef het verslag.',
  glas: 'Keek in nood mee. Dat wordt altijd gecontroleerd.',
  vervanger: 'Nam het werk van een collega over.',
  toestemming: 'Kreeg toestemming om mee te lezen.',
  werk: 'Deed dit voor het werk bij de gemeente.',
} as const;

export type Reden = keyof typeof redenen;

/** Which one a sentence is; undefined of one that is not in the list. */
export const redenVan = (zin: string): Reden | undefined =>
  (Object.keys(redenen) as Reden[]).find((reden) => redenen[reden] === zin);
