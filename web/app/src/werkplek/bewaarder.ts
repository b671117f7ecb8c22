// Keeps what is typed in a form on the server, so that it outlives the tab, the session and the machine. It says that something is kept
// only when the server said so, and of the very text that stands there.
import { GeenVerbinding, haal, haalWeg, Probleem, zet } from '../api/http';
import type { ConceptAntwoord, ConceptBewaard, Conceptinhoud, ConceptWat } from '../api/types';

export type Conceptstand =
  /** There is nothing worth keeping. */
  | { stand: 'niets' }
  /** Typed, and not kept yet. */
  | { stand: 'bezig' }
  | { stand: 'bewaard'; om: string }
  /** It could not be kept; but for a refusal it is tried again. */
  | { stand: 'niet'; waarom: 'lijn' | 'sessie' | 'storing' | 'weigering' }
  /** It was gone on with in another browser: which of the two it is to be is for the writer to say. */
  | { stand: 'elders' }
  /** In another browser it was handed in or thrown away; the server had it until `sinds`. */
  | { stand: 'weg'; sinds: string | undefined };

/** The version that is handed in, when the server kept one. */
export interface Ingeleverd {
  concept?: number;
}
export type LeverIn = <T>(stuur: (versie: Ingeleverd) => Promise<T>) => Promise<T>;

/** What is handed in is not what the server kept. */
const AL_INGELEVERD = 'concept.al_ingeleverd';

/** Where it is kept. */
export interface Plank {
  lees: () => Promise<ConceptAntwoord>;
  zet: (inhoud: Conceptinhoud, versie: number) => Promise<ConceptBewaard>;
  weg: (versie: number) => Promise<void>;
}

export const plank = (soort: string, onderwerp?: string): Plank => {
  const pad = `/concepten/${soort}${onderwerp ? `?onderwerp=${onderwerp}` : ''}`;
  return {
    lees: () => haal<ConceptAntwoord>(pad),
    zet: (inhoud, versie) => zet<ConceptBewaard>(pad, inhoud, versie),
    weg: (versie) => haalWeg(pad, versie),
  };
};

/** After the last stop of the keys: a breath, so that a sentence is one message. */
const ADEM_MS = 1_200;
/** After a failure. */
const OPNIEUW_MS = 4_000;

export class Bewaarder {
  private readonly plank: Plank;
  private readonly luisteraars = new Set<() => void>();
  private stand: Conceptstand = { stand: 'niets' };
  private versie = 0;
  /** What is to be kept, and what the server has, as text. */
  private wil: Conceptinhoud | undefined;
  private heeft: string | undefined;
  /** When the server kept it last. */
  private laatst: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onderweg: Promise<void> | undefined;
  /** What is answered to an earlier one is nobody's business any more. */
  private leven = 0;

  constructor(where: Plank) {
    this.plank = where;
  }

  luister = (listener: () => void) => {
    this.luisteraars.add(listener);
    return () => void this.luisteraars.delete(listener);
  };

  leesStand = (): Conceptstand => this.stand;

  isBewaard(): boolean {
    return this.stand.stand === 'bewaard';
  }

  /** Goes on from a concept that was read. */
  begin({ versie, bewaard_op, personen, velden }: ConceptWat) {
    this.vergeet();
    this.versie = versie;
    this.wil = { personen: personen.map((persoon) => persoon.id), velden };
    this.heeft = JSON.stringify(this.wil);
    this.laatst = bewaard_op;
    this.zeg({ stand: 'bewaard', om: bewaard_op });
  }

  /** What stands there now; `undefined` when it is not worth keeping. */
  typ(inhoud: Conceptinhoud | undefined) {
    this.wil = inhoud;
    if (this.stand.stand === 'elders' || this.stand.stand === 'weg') return;
    if (inhoud === undefined ? this.versie === 0 : JSON.stringify(inhoud) === this.heeft) {
      if (this.stand.stand !== 'bewaard' && inhoud === undefined) this.zeg({ stand: 'niets' });
      return;
    }
    if (this.stand.stand !== 'niet' || this.stand.waarom === 'weigering') this.zeg({ stand: 'bezig' });
    this.straks(ADEM_MS);
  }

  /** The line is back, or the session. */
  verbonden() {
    if (this.stand.stand === 'niet' && this.stand.waarom !== 'weigering') this.straks(0);
  }

  /** What waits for the keys to stop goes now. */
  async nu() {
    while (this.onderweg) await this.onderweg;
    if (this.timer !== undefined) this.begint();
    while (this.onderweg) await this.onderweg;
  }

  /** Before it is handed in: nothing of it is under way any more. The version that the server has, when it has one. */
  async rust(): Promise<number | undefined> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.onderweg) await this.onderweg;
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.versie || undefined;
  }

  /** Hands it in as the server kept it. When that is there no more, what became of it is asked. */
  leverIn: LeverIn = async (stuur) => {
    const versie = await this.rust();
    try {
      return await stuur(versie ? { concept: versie } : {});
    } catch (error) {
      if (error instanceof Probleem && error.problem.code === AL_INGELEVERD) await this.kijkElders();
      throw error;
    }
  };

  /** Somebody else gets this form, or it was handed in. On the server nothing changes. */
  vergeet() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.leven += 1;
    this.versie = 0;
    this.wil = undefined;
    this.heeft = undefined;
    this.laatst = undefined;
    this.zeg({ stand: 'niets' });
  }

  /** On the server too. */
  async gooiWeg() {
    const versie = await this.rust();
    this.vergeet();
    if (versie) await this.plank.weg(versie).catch(() => {});
  }

  /** What was written elsewhere does not count: this does. */
  async houdDit() {
    const wil = this.wil;
    try {
      const { concept } = await this.plank.lees();
      this.versie = concept?.versie ?? 0;
    } catch (error) {
      this.zeg({ stand: 'niet', waarom: waaromNiet(error) });
      return;
    }
    this.heeft = undefined;
    this.zeg({ stand: 'bezig' });
    this.typ(wil);
  }

  private straks(ms: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begint(), ms);
  }

  private begint() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.onderweg ??= this.stuur().finally(() => {
      this.onderweg = undefined;
    });
  }

  private async stuur() {
    const { leven, wil, versie } = this;
    try {
      if (wil === undefined) {
        await this.plank.weg(versie);
        if (leven === this.leven) this.weggedaan();
        return;
      }
      const kept = await this.plank.zet(wil, versie);
      if (leven === this.leven) this.gelukt(wil, kept);
    } catch (error) {
      if (leven === this.leven) this.mislukt(error);
    }
  }

  private weggedaan() {
    this.versie = 0;
    this.heeft = undefined;
    if (this.wil === undefined) this.zeg({ stand: 'niets' });
    else this.straks(ADEM_MS);
  }

  private gelukt(wil: Conceptinhoud, { versie, bewaard_op }: ConceptBewaard) {
    this.versie = versie;
    this.heeft = JSON.stringify(wil);
    this.laatst = bewaard_op;
    if (this.wil === wil || JSON.stringify(this.wil) === this.heeft) {
      this.zeg({ stand: 'bewaard', om: bewaard_op });
    } else {
      this.zeg({ stand: 'bezig' });
      this.straks(ADEM_MS);
    }
  }

  private mislukt(error: unknown) {
    if (error instanceof Probleem && error.status === 409) {
      void this.kijkElders();
      return;
    }
    const waarom = waaromNiet(error);
    this.zeg({ stand: 'niet', waarom });
    if (waarom === 'lijn' || waarom === 'storing') this.straks(OPNIEUW_MS);
  }

  /** The server has another version, or none: that is not the same to whoever writes here. */
  private async kijkElders() {
    const { leven } = this;
    const concept = await this.plank.lees().then(
      (there) => there.concept,
      // Not known: then nothing is said to be gone.
      () => undefined,
    );
    if (leven !== this.leven) return;
    this.zeg(concept === null ? { stand: 'weg', sinds: this.laatst } : { stand: 'elders' });
  }

  private zeg(stand: Conceptstand) {
    if (JSON.stringify(stand) === JSON.stringify(this.stand)) return;
    this.stand = stand;
    for (const listener of [...this.luisteraars]) listener();
  }
}

function waaromNiet(error: unknown): 'lijn' | 'sessie' | 'storing' | 'weigering' {
  if (error instanceof GeenVerbinding) return 'lijn';
  if (!(error instanceof Probleem)) return 'storing';
  if (error.status === 401) return 'sessie';
  return error.status >= 500 || error.status === 429 ? 'storing' : 'weigering';
}
