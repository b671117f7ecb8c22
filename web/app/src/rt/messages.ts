// The text half of `/rt` (docs/PROTOCOL.md §3).
import type { Auteur, Door, Ik } from '../api/types';

export interface Pos {
  e: string;
  v: number;
}

export type ClientMessage =
  | { t: 'hallo'; tab: string }
  | { t: 'sub'; r: number; topic: string; pos?: Pos }
  | { t: 'unsub'; r: number; a: number }
  | { t: 'ping'; n: number }
  | { t: 'pong'; n: number };

export interface OkMessage {
  t: 'ok';
  r: number;
  a: number;
  topic: string;
  e: string;
  v: number;
  how: 'snapshot' | 'replay' | 'current';
}

export interface EvMessage {
  t: 'ev';
  a: number;
  v: number;
  k: string;
  at: string;
  door?: Door | null;
  b: unknown;
}

export interface LidMessage {
  t: 'lid';
  a: number;
  bij: number;
  topic: string;
  e: string;
  v: number;
  b: unknown;
}

/** Everything that is about one topic and therefore carries its number. */
export type TopicMessage =
  | { t: 'snap'; a: number; v: number; b: unknown }
  | EvMessage
  | { t: 'latest'; a: number; v: number; b: unknown }
  | LidMessage
  | { t: 'eraf'; a: number; bij: number }
  | { t: 'resync'; a: number; v: number }
  | { t: 'revoked'; a: number }
  | { t: 'auteurs'; a: number; b: Auteur[] }
  | { t: 'geweigerd'; a: number; nr: number; code: string; reden?: string };

export interface ErrMessage {
  t: 'err';
  r?: number;
  id?: string;
  code: string;
  titel?: string;
  uitleg?: string;
  versie?: number;
}

export type ServerMessage =
  | { t: 'welkom'; sid: string; ik?: Ik; hb?: number; max?: Record<string, number> }
  | OkMessage
  | TopicMessage
  | ErrMessage
  | { t: 'done'; r: number; id: string; b: unknown }
  | { t: 'ping'; n: number }
  | { t: 'pong'; n: number }
  | { t: 'drain'; within_ms: number };
