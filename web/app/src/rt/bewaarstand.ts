// What a writer may believe about the text (design: outstanding work decides, not the socket).
export type Bewaarstand = 'opgeslagen' | 'bezig' | 'verbinden' | 'gevaar' | 'geweigerd';

export function bewaarstand(verbonden: boolean, onbewaard: number, geweigerd: boolean): Bewaarstand {
  if (geweigerd) return 'geweigerd';
  if (verbonden) return onbewaard === 0 ? 'opgeslagen' : 'bezig';
  return onbewaard === 0 ? 'verbinden' : 'gevaar';
}
