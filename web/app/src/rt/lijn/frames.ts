// The binary half of `/rt`: how a document crosses the wire (docs/PROTOCOL.md §3). Bytes in, bytes out; no state.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const KIND_SYNC = 1;
export const KIND_AWARENESS = 2;
export const KIND_COMMITTED = 3;
export const KIND_ACK = 4;

/** A document frame larger than this is refused; so is one edit that alone is larger. */
export const FRAME_MAX = 1024 * 1024;

export type DocumentFrame =
  | { kind: typeof KIND_SYNC; a: number; nr: number; messages: Uint8Array[] }
  | { kind: typeof KIND_AWARENESS; a: number; update: Uint8Array }
  | { kind: typeof KIND_COMMITTED; a: number; seqFrom: number; updates: Uint8Array[] }
  | { kind: typeof KIND_ACK; a: number; nr: number; seq: number };

export function encodeFrame(frame: DocumentFrame): Uint8Array {
  const out = encoding.createEncoder();
  encoding.writeUint8(out, frame.kind);
  encoding.writeVarUint(out, frame.a);
  switch (frame.kind) {
    case KIND_SYNC:
      encoding.writeVarUint(out, frame.nr);
      writeMany(out, frame.messages);
      break;
    case KIND_AWARENESS:
      encoding.writeVarUint8Array(out, frame.update);
      break;
    case KIND_COMMITTED:
      encoding.writeVarUint(out, frame.seqFrom);
      writeMany(out, frame.updates);
      break;
    case KIND_ACK:
      encoding.writeVarUint(out, frame.nr);
      encoding.writeVarUint(out, frame.seq);
      break;
  }
  return encoding.toUint8Array(out);
}

/** Undefined for a kind this client does not know: a newer server may send one. */
export function decodeFrame(bytes: Uint8Array): DocumentFrame | undefined {
  const input = decoding.createDecoder(bytes);
  const kind = decoding.readUint8(input);
  const a = decoding.readVarUint(input);
  switch (kind) {
    case KIND_SYNC: {
      const nr = decoding.readVarUint(input);
      return { kind, a, nr, messages: readMany(input) };
    }
    case KIND_AWARENESS:
      return { kind, a, update: decoding.readVarUint8Array(input) };
    case KIND_COMMITTED: {
      const seqFrom = decoding.readVarUint(input);
      return { kind, a, seqFrom, updates: readMany(input) };
    }
    case KIND_ACK: {
      const nr = decoding.readVarUint(input);
      return { kind, a, nr, seq: decoding.readVarUint(input) };
    }
    default:
      return undefined;
  }
}

function writeMany(out: encoding.Encoder, parts: Uint8Array[]) {
  encoding.writeVarUint(out, parts.length);
  for (const part of parts) encoding.writeVarUint8Array(out, part);
}

function readMany(input: decoding.Decoder): Uint8Array[] {
  const n = decoding.readVarUint(input);
  const parts: Uint8Array[] = [];
  for (let i = 0; i < n; i += 1) parts.push(decoding.readVarUint8Array(input));
  return parts;
}
