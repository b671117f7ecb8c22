// How a document stands, for the page that shows it: loaded, connected, stored, refused.
import type { Door } from '../../api/types';

/** Refusals that are about the server's disk or its haste, not about the text: the same text is offered again later. */
export const isPassing = (reden: string) =>
  /^(opslag|server)\./.test(reden) || reden === 'opdracht.uitkomst_onbekend' || reden === 'te_vaak';

/** More than one frame holds; nothing of it was sent. */
export const TE_GROOT = 'document.te_groot';

export interface Weigering {
  code: string;
  reden: string | undefined;
}

export interface DocumentState {
  /** The text is here and may be shown. */
  geladen: boolean;
  /** Subscribed on an open socket. */
  verbonden: boolean;
  /** Edits of this tab that the server has not stored yet. */
  onbewaard: number;
  /** The server took an edit not, or takes none any more; the text stays on the screen. */
  weigering: Weigering | undefined;
  /** Why the server cannot give or store it now; it is asked again and again. */
  storing: string | undefined;
  /** What the server says of the document itself: `document.quarantaine`, `document.groot`. */
  letOp: readonly string[];
  /** No right to see it, or it is not there. */
  weg: boolean;
  /** Who writes under which client id; null is the template. */
  auteurs: ReadonlyMap<number, Door | null>;
}

export interface Identity {
  id: string;
  name: string;
}

/** Before anything was heard of it. */
export const BEGIN: DocumentState = {
  geladen: false,
  verbonden: false,
  onbewaard: 0,
  weigering: undefined,
  storing: undefined,
  letOp: [],
  weg: false,
  auteurs: new Map(),
};
