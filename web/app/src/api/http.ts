// HTTP to `/api/v1`. A question may be asked again at any time; a command carries the id that makes a repeat harmless, and is
// repeated with that id until it is answered.
import { bezig } from '../activiteit';
import { zetSessieklok } from '../klok';
import { uuidv7 } from '../rt/uuid';
import { nl } from '../teksten/nl';
import { meegezonden, verteld } from './positie';
import type { Problem } from './types';

export class Probleem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  get status() {
    return this.problem.status;
  }
}

/** The line is gone: nobody knows whether the server heard it. */
export class GeenVerbinding extends Error {}

export const BASE = '/api/v1';

export async function haal<T>(path: string): Promise<T> {
  return antwoord<T>(await vraag(`${BASE}${path}`, { headers: { Accept: 'application/json' } }));
}

/**
 * A look that may ask for a fresh proof of who does it. `undefined` when whoever asked would not confirm who they are: then nothing was
 * looked at.
 */
export async function haalBevestigd<T>(
  path: string,
  bevestig: () => Promise<boolean>,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await haal<T>(path);
    } catch (error) {
      if (!(error instanceof Probleem) || error.problem.code !== STAP_OP) throw error;
      if (!(await bevestig())) return undefined;
    }
  }
}

export async function stuur<T>(path: string, body: unknown): Promise<T> {
  return antwoord<T>(await post(path, body));
}

/** Puts something in its place, on top of the version that was read; 0 when there was none. */
export async function zet<T>(path: string, body: unknown, versie: number): Promise<T> {
  return antwoord<T>(await post(path, body, undefined, versie || undefined, 'PUT'));
}

/** Takes away what was read at this version. */
export async function haalWeg(path: string, versie: number): Promise<void> {
  await antwoord(await post(path, {}, undefined, versie, 'DELETE'));
}

function post(
  path: string,
  body: unknown,
  key?: string,
  versie?: number,
  method: 'POST' | 'PUT' | 'DELETE' = 'POST',
): Promise<Response> {
  return vraag(path.startsWith('/demo/') ? path : `${BASE}${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-Keukentafel': '1',
      ...(key ? { 'Idempotency-Key': key } : {}),
      ...(versie === undefined ? {} : { 'If-Match': `"${versie}"` }),
    },
    body: JSON.stringify(body),
  });
}

/** What a command waits for: the line, or the moment that what was done can be seen. */
export type Wacht = 'lijn' | 'zien';

export interface Repeat {
  /** Resolves when it is worth trying again. */
  weerVerbonden: () => Promise<void>;
  /** Called when a command waits, and for what. */
  wacht?: (wacht: Wacht) => void;
  /** Whether who asked took it back while it waited for the line: then it is not sent again. */
  teruggenomen?: () => boolean;
  /** A moment between two questions whether what was done can be seen. */
  pauze: () => Promise<void>;
  /** The act asks for a fresh proof of who does it: whether there is one now. */
  bevestig?: () => Promise<boolean>;
}

/** Whoever does this proves anew who they are. */
const STAP_OP = 'sessie.stap_op';

/** Accepted, and not yet to be seen on the pages of this node. */
const ACCEPTED = 202;

/**
 * A command: sent until there is an answer and the pages can show what it did, always under the same id, so that it is done once;
 * with `versie` only while the thing is still at that version. `undefined` when whoever asked would not confirm who they are, or took it
 * back while it waited.
 */
export async function opdracht<T>(
  path: string,
  body: unknown,
  repeat: Repeat,
  versie?: number,
): Promise<T | undefined> {
  const key = uuidv7();
  let done: { b: T } | undefined;
  for (;;) {
    try {
      const response = await post(path, body, key, versie);
      const b = await antwoord<T>(response);
      if (response.status !== ACCEPTED) return b;
      done = { b };
      repeat.wacht?.('zien');
      await repeat.pauze();
    } catch (error) {
      if (error instanceof GeenVerbinding) {
        if (!done) repeat.wacht?.('lijn');
        await repeat.weerVerbonden();
        if (!done && repeat.teruggenomen?.()) return undefined;
      } else if (done) {
        // It was done; nothing that is said about seeing it undoes that.
        return done.b;
      } else if (repeat.bevestig && error instanceof Probleem && error.problem.code === STAP_OP) {
        if (!(await repeat.bevestig())) return undefined;
      } else throw error;
    }
  }
}

export async function vraag(url: string, init: RequestInit): Promise<Response> {
  const op = Date.now();
  const headers = new Headers(init.headers);
  const { positie } = meegezonden();
  if (positie !== undefined) headers.set('X-Keukentafel-Positie', String(positie));
  try {
    const response = await fetch(url, { ...init, headers, credentials: 'same-origin', cache: 'no-store' });
    // What was not heard keeps no session open.
    bezig(op);
    zetSessieklok(response.headers.get('Date'));
    return response;
  } catch {
    throw new GeenVerbinding();
  }
}

async function antwoord<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (response.ok) {
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    verteld(answer);
    return answer as T;
  }
  throw new Probleem(inTaal(readProblem(response.status, text)));
}

let inTaal = (problem: Problem): Problem => problem;

/** What the server says in Dutch is said by `vertaal` from here on. */
export function vertaalProblemen(vertaal: (problem: Problem) => Problem) {
  inTaal = vertaal;
}

/** A proxy in between answers with something that is not a problem; the user gets a sentence all the same. */
export function readProblem(status: number, text: string): Problem {
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.title === 'string') return { ...problem, status };
  } catch {
    // not JSON
  }
  const code = status === 404 ? 'niet_gevonden' : 'onbekend';
  return {
    type: `urn:keukentafel:fout:${code}`,
    title: nl.fout.titel,
    detail: nl.fout.uitleg,
    status,
    code,
    bewaard: 'nee',
  };
}
