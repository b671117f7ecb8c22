// Messages of the y-websocket protocol, whole: their kind first.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';

const MESSAGE_SYNC = 0;

function begin(): encoding.Encoder {
  const out = encoding.createEncoder();
  encoding.writeVarUint(out, MESSAGE_SYNC);
  return out;
}

/** The answer to a step 1. */
export function stap2(update: Uint8Array): Uint8Array {
  const out = begin();
  encoding.writeVarUint(out, sync.messageYjsSyncStep2);
  encoding.writeVarUint8Array(out, update);
  return encoding.toUint8Array(out);
}

/** An edit by itself. */
export function losseUpdate(update: Uint8Array): Uint8Array {
  const out = begin();
  sync.writeUpdate(out, update);
  return encoding.toUint8Array(out);
}

/** What the other side holds, or what it sends; `undefined` for any other message. */
export function leesSync(message: Uint8Array): { soort: 'stap1' | 'update'; bytes: Uint8Array } | undefined {
  const input = decoding.createDecoder(message);
  if (decoding.readVarUint(input) !== MESSAGE_SYNC) return undefined;
  const type = decoding.readVarUint(input);
  if (type === sync.messageYjsSyncStep1) return { soort: 'stap1', bytes: decoding.readVarUint8Array(input) };
  if (type === sync.messageYjsSyncStep2 || type === sync.messageYjsUpdate) {
    return { soort: 'update', bytes: decoding.readVarUint8Array(input) };
  }
  return undefined;
}
