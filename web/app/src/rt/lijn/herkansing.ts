// What the server could not give is asked for again, ever less often; what takes long is said.
import type { Channel } from './channel';

const BACKOFF_MAX_MS = 30_000;
/** The line: full jitter within a window that doubles, so that a restart is not met by everybody at once. */
const LINE_FIRST_MS = 500;
/** A server that is replaced is away for seconds: for about a minute nobody waits longer than this after it is there again. */
const LINE_SOON_MS = 4_000;
const LINE_SOON_TRIES = 20;

/** Within how long the line is tried again after so many tries. */
export function lijnvenster(tries: number): number {
  if (tries < LINE_SOON_TRIES) return Math.min(LINE_SOON_MS, LINE_FIRST_MS * 2 ** tries);
  return Math.min(BACKOFF_MAX_MS, LINE_SOON_MS * 2 ** (tries - LINE_SOON_TRIES + 1));
}

/** A subscription that failed otherwise is tried again within a window that doubles, and starts small after a quiet minute. */
const SUB_RETRY_MS = 1_000;
const SUB_QUIET_MS = 60_000;
/** A full disk does not pass by itself, and of a server that shows nothing one must not wait for a second word. */
const isSaidAtOnce = (code: string) => code === 'opslag.vol' || code === 'server.geen_zicht';

interface Wait {
  tries: number;
  at: number;
  code: string;
  waiting: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Herkansing {
  private readonly waits = new Map<Channel, Wait>();
  private readonly again: (channel: Channel) => void;
  private readonly tell: (code: string | undefined) => void;
  private readonly random: () => number;

  constructor(
    again: (channel: Channel) => void,
    tell: (code: string | undefined) => void,
    random: () => number,
  ) {
    this.again = again;
    this.tell = tell;
    this.random = random;
  }

  later(channel: Channel, code: string) {
    const before = this.waits.get(channel);
    if (before?.timer !== undefined) return;
    const tries = before && Date.now() - before.at < SUB_QUIET_MS ? before.tries + 1 : 1;
    const window = Math.min(BACKOFF_MAX_MS, SUB_RETRY_MS * 2 ** (tries - 1));
    const wait: Wait = { tries, at: Date.now(), code, waiting: true, timer: undefined };
    wait.timer = setTimeout(
      () => {
        wait.timer = undefined;
        wait.at = Date.now();
        this.again(channel);
      },
      window * (1 + this.random()),
    );
    this.waits.set(channel, wait);
    this.say();
  }

  served(channel: Channel) {
    const wait = this.waits.get(channel);
    if (!wait) return;
    rust(wait);
    this.say();
  }

  remove(channel: Channel) {
    clearTimeout(this.waits.get(channel)?.timer);
    this.waits.delete(channel);
    this.say();
  }

  /** The line is gone; how often something was tried is kept. */
  stop() {
    for (const wait of this.waits.values()) rust(wait);
    this.say();
  }

  private say() {
    const said = [...this.waits.values()].find((w) => w.waiting && (w.tries > 1 || isSaidAtOnce(w.code)));
    this.tell(said?.code);
  }
}

function rust(wait: Wait) {
  clearTimeout(wait.timer);
  wait.timer = undefined;
  wait.waiting = false;
}
