// The heartbeat of one socket: a line that is silent for too long is a lost one.
/** Somebody who types must know within seconds that nothing is stored any more; a list may take longer. */
const HEART_DOCUMENT = { every: 2_000, loss: 5_000 };
/** Whoever has a zaak open sits at it for as long as the server hears something at least every ten seconds. */
const HEART_CALM = { every: 4_000, loss: 15_000 };

export interface Harthulp {
  /** When the last byte came in. */
  heard: () => number;
  beat: (n: number) => void;
  loss: (socket: WebSocket) => void;
}

export class Hart {
  private readonly hulp: Harthulp;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private n = 0;
  /** No silence before this moment counts: the timers slept, not the line. */
  private awake = 0;

  constructor(hulp: Harthulp) {
    this.hulp = hulp;
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  wake() {
    this.awake = Date.now();
  }

  /** Beats for this socket, faster with a document open, until it stops or begins anew. */
  begin(socket: WebSocket, document: boolean) {
    this.stop();
    const pace = document ? HEART_DOCUMENT : HEART_CALM;
    let due = Date.now();
    const tick = () => {
      // A timer that slept this long was in a page in the background: nothing was asked, so silence means nothing.
      if (Date.now() - due >= pace.loss) this.wake();
      const silence = Date.now() - Math.max(this.hulp.heard(), this.awake);
      if (silence >= pace.loss) {
        this.hulp.loss(socket);
        return;
      }
      this.n += 1;
      this.hulp.beat(this.n);
      const wait = Math.min(pace.every, Math.max(pace.loss - silence, 50));
      due = Date.now() + wait;
      this.timer = setTimeout(tick, wait);
    };
    tick();
  }
}
