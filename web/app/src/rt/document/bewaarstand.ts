// What a writer may believe about the text (design: outstanding work decides, not the socket).
export type Bewaarstand = 'opgeslagen' | 'bezig' | 'verbinden' | 'gevaar' | 'geweigerd';

export function bewaarstand(
  verbonden: boolean,
  onbewaard: number,
  geweigerd: boolean,
  /** The line is well, but the server does not store. */
  storing = false,
): Bewaarstand {
  if (geweigerd) return 'geweigerd';
  if (onbewaard === 0) return verbonden ? 'opgeslagen' : 'verbinden';
  return verbonden && !storing ? 'bezig' : 'gevaar';
}
