// The text half of `/rt` (docs/PROTOCOL.md §3), from the server's own types.
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Pos = Schemas['Pos'];
export type ClientMessage = Schemas['ClientMessage'];
export type ServerMessage = Schemas['ServerMessage'];
export type OkMessage = Extract<ServerMessage, { t: 'ok' }>;
export type EvMessage = Extract<ServerMessage, { t: 'ev' }>;
export type SnapMessage = Extract<ServerMessage, { t: 'snap' }>;
export type ErrMessage = Extract<ServerMessage, { t: 'err' }>;

/** Everything that is about one topic and therefore carries its number. */
export type TopicMessage = Exclude<Extract<ServerMessage, { a: number }>, OkMessage>;
