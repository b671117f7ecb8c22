// What the connection and those who listen on it agree on.
import type { DocumentFrame } from './frames';
import type { ErrMessage, OkMessage, Pos, TopicMessage } from './messages';

/** Somebody who listens to one topic. A channel keeps its own state; the connection only brings it frames. */
export interface Channel {
  readonly topic: string;
  /** What is held already, so that the server sends only what came after. */
  pos(): Pos | undefined;
  opened(ok: OkMessage): void;
  /** Not there, or not for this person: asking again is no use. */
  refused(err: ErrMessage): void;
  /** The server cannot now; it is asked again later. What is shown stays. */
  waits?(code: string): void;
  /** The page is looked at again after a while in the background. */
  woke?(): void;
  message(message: TopicMessage): void;
  frame?(frame: DocumentFrame): void;
  /** The socket is gone; what was not acked may or may not have arrived. */
  lost(): void;
}

export type Fase = 'verbinden' | 'open' | 'verbroken' | 'sessie' | 'gestopt';

export interface RtStatus {
  fase: Fase;
  /** When the last byte came in: what is on the screen is from then. */
  laatst: number | undefined;
  /** Why the server does not give something that is asked for again and again; the line itself is well. */
  storing: string | undefined;
}

export interface RtOptions {
  url: string;
  /** Tells whether there is still a session; asked when a socket does not open. */
  session?: () => Promise<boolean>;
  /** The server says that this is somebody else than before, or the same in another role. */
  ander?: () => void;
  socket?: (url: string, protocol: string) => WebSocket;
  random?: () => number;
  tab?: string;
}
