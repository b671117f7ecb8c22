// Signs that only this page has, drawn as the others are (`ui/Icoon.tsx`): the portal does not carry them.
export const TEKENS = {
  opmerking: 'M3 4h14v9H9l-4 4v-4H3z',
  voorstel: 'M4 15l1-4 8-8 3 3-8 8zM3 18h14',
  vol: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
} as const;

export type Teken = keyof typeof TEKENS;

export const isTeken = (naam: string): naam is Teken => naam in TEKENS;
