// One socket per tab. It logs on, subscribes, keeps a heartbeat and comes back after a loss; what the frames mean is the
// business of the channels. Nothing here knows about zaken or documents, and nothing is kept between two tabs.
import { meegezonden } from '../../api/positie';
import { zetKlok } from '../../klok';
import type { Channel, Fase, RtOptions, RtStatus } from './channel';
import { type DocumentFrame, decodeFrame, encodeFrame } from './frames';
import { Hart } from './hart';
import { Herkansing, Pogingen } from './herkansing';
import type { ClientMessage, ErrMessage, OkMessage, ServerMessage } from './messages';
import { Nummers } from './nummers';
import { NEVER_AGAIN, SESSION_ENDED, SESSION_REPLACED } from './sluitcodes';

export type { Channel, Fase, RtOptions, RtStatus } from './channel';

const PROTOCOL = 'kt.v1.json';
/** A server that accepts the socket and then says nothing is not there. */
const WELKOM_MAX_MS = 10_000;
const REPLACED_WAIT_MS = 1_000;

/** Only these say that something is not there for this person. A full disk or an unknown outcome says nothing of the kind. */
const GONE = new Set(['niet_gevonden', 'niet_bevoegd', 'rt.geen_onderwerp']);
/** The browser slows the timers of a page in the background; after this long the server no longer counts on it. */
const HIDDEN_MS = 10_000;

export class RtConnection {
  private status: RtStatus = { fase: 'verbinden', laatst: undefined, storing: undefined };
  private readonly listeners = new Set<() => void>();
  private readonly channels = new Set<Channel>();
  private readonly nummers = new Nummers();
  private readonly asked = new Map<number, Channel>();
  private readonly options: Required<Pick<RtOptions, 'url' | 'socket' | 'random' | 'tab'>> & RtOptions;
  private socket: WebSocket | undefined;
  private welcome = false;
  private request = 0;
  private readonly pogingen = new Pogingen();
  private started = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private welkomTimer: ReturnType<typeof setTimeout> | undefined;
  private heard = 0;
  private hidden: number | undefined;
  private readonly herkansing: Herkansing;
  private readonly hart: Hart;
  private ik: string | undefined;
  private rol: string | undefined;

  constructor(options: RtOptions) {
    this.options = {
      socket: (url, protocol) => new WebSocket(url, protocol),
      random: Math.random,
      tab: crypto.randomUUID(),
      ...options,
    };
    this.herkansing = new Herkansing(
      (channel) => this.resubscribe(channel),
      (code) => this.setStoring(code),
      this.options.random,
    );
    this.hart = new Hart({
      heard: () => this.heard,
      beat: (n) => this.send({ t: 'ping', n }),
      loss: (socket) => this.loss(socket),
    });
  }

  // ---- for the pages ----

  getStatus = (): RtStatus => this.status;

  onStatus = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Who the server says this is. */
  me(): string | undefined {
    return this.ik;
  }

  start() {
    if (this.started) return;
    this.started = true;
    globalThis.document?.addEventListener('visibilitychange', this.looked);
    globalThis.addEventListener?.('offline', this.offline);
    globalThis.addEventListener?.('online', this.online);
    this.connect();
  }

  stop() {
    this.started = false;
    globalThis.removeEventListener?.('offline', this.offline);
    globalThis.removeEventListener?.('online', this.online);
    globalThis.document?.removeEventListener('visibilitychange', this.looked);
    clearTimeout(this.retryTimer);
    this.drop(1000);
  }

  /** After logging in again: the channels are still there and go on from what they hold. */
  resume() {
    this.pogingen.anew();
    clearTimeout(this.retryTimer);
    this.drop(1000);
    this.setFase('verbinden');
    this.connect();
  }

  /** Whoever sat here logged out: the server need not say it. */
  end() {
    clearTimeout(this.retryTimer);
    this.drop(1000);
    this.setFase('sessie');
  }

  // ---- for the channels ----

  add(channel: Channel) {
    this.channels.add(channel);
    if (this.welcome) this.subscribe(channel);
    this.heartbeat();
  }

  remove(channel: Channel) {
    const a = this.nummers.van(channel);
    this.channels.delete(channel);
    this.herkansing.remove(channel);
    this.nummers.forget(channel);
    if (a !== undefined && this.welcome && !this.nummers.has(a)) {
      this.send({ t: 'unsub', r: this.nextRequest(), a });
    }
    this.heartbeat();
  }

  /** Subscribe again, with what is held: after a gap, or when the server dropped something. */
  resubscribe(channel: Channel) {
    if (!this.welcome || !this.channels.has(channel)) return;
    // What is asked already is answered with everything up to the answer: a page that hears of many losses asks once.
    for (const asked of this.asked.values()) if (asked === channel) return;
    this.subscribe(channel);
  }

  /** The same, but not at once: the server said that it cannot. */
  resubscribeLater(channel: Channel, code: string) {
    if (this.channels.has(channel)) this.herkansing.later(channel, code);
  }

  /** A member of a bundle has a number of its own; its frames go to the bundle's channel. */
  claim(a: number, channel: Channel) {
    this.nummers.claim(a, channel);
  }

  release(a: number, channel: Channel) {
    this.nummers.release(a, channel);
  }

  /** Said when the line is there, and lost with it. */
  zeg(message: ClientMessage) {
    if (this.welcome) this.send(message);
  }

  sendFrame(frame: DocumentFrame) {
    if (!this.welcome || !this.socket) return false;
    this.socket.send(encodeFrame(frame) as Uint8Array<ArrayBuffer>);
    return true;
  }

  // ---- the socket ----

  private connect() {
    if (!this.started || this.socket) return;
    this.setFase(this.status.fase === 'open' ? 'verbroken' : this.status.fase);
    const socket = this.options.socket(this.options.url, PROTOCOL);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    let opened = false;
    this.welkomTimer = setTimeout(() => this.loss(socket), WELKOM_MAX_MS);
    socket.onopen = () => {
      opened = true;
      this.send({ t: 'hallo', tab: this.options.tab });
    };
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
      this.heard = Date.now();
      if (typeof event.data === 'string') this.text(JSON.parse(event.data) as ServerMessage);
      else this.binary(new Uint8Array(event.data));
    };
    socket.onclose = (event: CloseEvent) => {
      if (this.socket !== socket) return;
      this.down();
      if (event.code === SESSION_ENDED) this.setFase('sessie');
      else if (NEVER_AGAIN.has(event.code)) this.setFase('gestopt');
      else if (event.code === SESSION_REPLACED) this.retry(REPLACED_WAIT_MS);
      else if (opened) this.retry();
      else this.askSession();
    };
  }

  /** A socket that never opened does not say why. A session that ended is the one reason worth asking for. */
  private askSession() {
    this.setFase('verbroken');
    const session = this.options.session;
    if (!session || !this.pogingen.asks()) {
      this.retry();
      return;
    }
    session().then(
      (there) => (there ? this.retry() : this.setFase('sessie')),
      () => this.retry(),
    );
  }

  private retry(least = 0) {
    if (!this.started || this.socket) return;
    this.setFase('verbroken');
    const window = this.pogingen.next();
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.connect(), least + this.options.random() * window);
  }

  private loss(socket: WebSocket) {
    if (this.socket !== socket) return;
    this.drop(4000);
    this.retry();
  }

  /** Let go of the socket now; its own close event may be minutes away on a dead line. */
  private drop(code: number) {
    const socket = this.socket;
    if (!socket) return;
    this.down();
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close(code);
  }

  private down() {
    this.socket = undefined;
    this.welcome = false;
    clearTimeout(this.welkomTimer);
    this.hart.stop();
    this.nummers.clear();
    this.asked.clear();
    this.herkansing.stop();
    for (const channel of this.channels) channel.lost();
    if (this.status.fase === 'open') this.setFase('verbroken');
  }

  private offline = () => {
    clearTimeout(this.retryTimer);
    this.drop(4000);
    if (this.status.fase !== 'sessie' && this.status.fase !== 'gestopt') this.retry();
  };

  private online = () => {
    if (this.socket || this.status.fase === 'sessie' || this.status.fase === 'gestopt') return;
    this.pogingen.anew();
    clearTimeout(this.retryTimer);
    this.connect();
  };

  private looked = () => {
    if (document.visibilityState === 'hidden') {
      this.hidden = Date.now();
      return;
    }
    const away = this.hidden === undefined ? 0 : Date.now() - this.hidden;
    this.hidden = undefined;
    if (away <= HIDDEN_MS || !this.welcome) return;
    this.hart.wake();
    this.heartbeat();
    for (const channel of this.channels) channel.woke?.();
  };

  // ---- frames ----

  private text(message: ServerMessage) {
    switch (message.t) {
      case 'welkom':
        this.welkom(message);
        break;
      case 'ok':
        this.served(message);
        break;
      case 'err':
        this.failed(message);
        break;
      case 'ping':
        this.send({ t: 'pong', n: message.n });
        break;
      case 'pong':
      case 'done':
        break;
      case 'klok':
        zetKlok(message.nu);
        break;
      case 'drain':
        // The server is about to restart: leave at a moment of one's own, so that not everybody knocks at once.
        setTimeout(() => {
          if (this.welcome) this.resume();
        }, this.options.random() * message.within_ms);
        break;
      case 'lid':
      case 'eraf':
        for (const channel of this.nummers.at(message.bij)) channel.message(message);
        break;
      default:
        // An unknown message of a newer server has no channel and falls through here.
        if ('a' in message) for (const channel of this.nummers.at(message.a)) channel.message(message);
    }
  }

  private welkom({ ik, nu }: Extract<ServerMessage, { t: 'welkom' }>) {
    this.welcome = true;
    this.pogingen.anew();
    if (this.ik !== undefined && (this.ik !== ik?.id || this.rol !== ik?.rol)) {
      this.drop(1000);
      this.setFase('gestopt');
      this.options.ander?.();
      return;
    }
    this.ik = ik?.id;
    this.rol = ik?.rol;
    zetKlok(nu);
    this.setFase('open');
    for (const channel of this.channels) this.subscribe(channel);
    this.heartbeat();
  }

  private served(message: OkMessage) {
    const channel = this.asked.get(message.r);
    this.asked.delete(message.r);
    if (!channel || !this.channels.has(channel)) {
      // Nobody wants it any more. Tell the server, unless another channel shares the number.
      if (channel && !this.nummers.has(message.a)) {
        this.send({ t: 'unsub', r: this.nextRequest(), a: message.a });
      }
      return;
    }
    this.nummers.give(message.a, channel);
    this.herkansing.served(channel);
    channel.opened(message);
  }

  private failed(message: ErrMessage) {
    const channel = message.r === undefined ? undefined : this.asked.get(message.r);
    if (message.r !== undefined) this.asked.delete(message.r);
    if (!channel || !this.channels.has(channel)) return;
    if (GONE.has(message.code)) {
      this.herkansing.served(channel);
      channel.refused(message);
      return;
    }
    this.resubscribeLater(channel, message.code);
    channel.waits?.(message.code);
  }

  private binary(bytes: Uint8Array) {
    const frame = decodeFrame(bytes);
    if (frame) for (const channel of this.nummers.at(frame.a)) channel.frame?.(frame);
  }

  private subscribe(channel: Channel) {
    const r = this.nextRequest();
    const pos = channel.pos();
    this.asked.set(r, channel);
    this.send({ t: 'sub', r, topic: channel.topic, ...(pos ? { pos } : {}), ...meegezonden() });
  }

  private setStoring(storing: string | undefined) {
    if (storing === this.status.storing) return;
    this.status = { ...this.status, storing };
    for (const listener of this.listeners) listener();
  }

  private nextRequest() {
    this.request += 1;
    return this.request;
  }

  private send(message: ClientMessage) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }

  private heartbeat() {
    clearTimeout(this.welkomTimer);
    this.hart.stop();
    if (!this.socket || !this.welcome) return;
    this.hart.begin(
      this.socket,
      [...this.channels].some((channel) => channel.frame !== undefined),
    );
  }

  private setFase(fase: Fase) {
    if (fase === this.status.fase && this.status.laatst === this.heard) return;
    this.status = { ...this.status, fase, laatst: this.heard || undefined };
    for (const listener of this.listeners) listener();
  }
}
