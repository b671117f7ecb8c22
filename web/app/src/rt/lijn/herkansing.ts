// What the server could not give is asked for again, ever less often; what takes long is said.
import type { Channel } from './channel';

const BACKOFF_MAX_MS = 30_000;
/** The line: full jitter within a window that doubles, so that a restart is not met by everybody at once. */
const LINE_FIRST_MS = 500;
/** A server that is replaced is away for seconds: in the first minute nobody waits longer than this after it is there again. */
const LINE_SOON_MS = 4_000;
const LINE_SOON_FOR_MS = 60_000;
/** Each failed try would ask the same server twice: only one of so many asks whether the session is there. */
const LINE_ASK_EVERY = 8;

/** Within how long the line is tried again, after so many tries and when it has been away for so long. */
function lijnvenster(tries: number, away: number): number {
  const longest = Math.min(BACKOFF_MAX_MS, Math.max(LINE_SOON_MS, away - LINE_SOON_FOR_MS));
  return Math.min(longest, LINE_FIRST_MS * 2 ** tries);
}

/** How often, and since when, the line is tried without a welcome. */
export class Pogingen {
  private tries = 0;
  private since: number | undefined;

  anew() {
    this.tries = 0;
    this.since = undefined;
  }

  /** Whether the session is asked for at this try: at the first, and seldom after it. */
  asks(): boolean {
    return this.tries % LINE_ASK_EVERY === 0;
  }

  /** The window of the next try. */
  next(): number {
    this.since ??= Date.now();
    this.tries += 1;
    return lijnvenster(this.tries - 1, Date.now() - this.since);
  }
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
