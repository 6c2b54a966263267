/** The messages of the live protocol: lib0 framing of Yjs sync, awareness and the server's *saved*. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const SYNC = 0;
const AWARENESS = 1;
const SAVED = 4;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** How far each client's changes are known, by client id. */
export type Clocks = ReadonlyMap<number, number>;

/** A message as a socket takes it. */
export type Message = Uint8Array<ArrayBuffer>;

export type Frame =
  | { readonly type: "step1"; readonly stateVector: Uint8Array }
  | { readonly type: "step2" | "update"; readonly update: Uint8Array }
  | { readonly type: "awareness"; readonly update: Uint8Array }
  | { readonly type: "saved"; readonly count: number; readonly clocks: Clocks };

/** Reads a message; null for a kind that this editor does not know. Throws when it is cut short. */
export function readFrame(message: Uint8Array): Frame | null {
  const decoder = decoding.createDecoder(message);
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder);
    case AWARENESS:
      return { type: "awareness", update: decoding.readVarUint8Array(decoder) };
    case SAVED: {
      const count = decoding.readVarUint(decoder);
      return {
        type: "saved",
        count,
        clocks: Y.decodeStateVector(decoding.readVarUint8Array(decoder)),
      };
    }
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return { type: "step1", stateVector: content };
  if (step === STEP_2) return { type: "step2", update: content };
  return step === UPDATE ? { type: "update", update: content } : null;
}

export function step1Frame(stateVector: Uint8Array): Message {
  return frame(SYNC, STEP_1, stateVector);
}

export function step2Frame(update: Uint8Array): Message {
  return frame(SYNC, STEP_2, update);
}

export function updateFrame(update: Uint8Array): Message {
  return frame(SYNC, UPDATE, update);
}

export function awarenessFrame(update: Uint8Array): Message {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS);
  encoding.writeVarUint8Array(encoder, update);
  return finished(encoder);
}

/** What the server sends; here for the tests that stand in for it. */
export function savedFrame(count: number, stateVector: Uint8Array): Message {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SAVED);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint8Array(encoder, stateVector);
  return finished(encoder);
}

function frame(type: number, step: number, content: Uint8Array): Message {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, content);
  return finished(encoder);
}

function finished(encoder: encoding.Encoder): Message {
  // lib0 allocates plain buffers, never shared ones, but its types do not say so.
  return encoding.toUint8Array(encoder) as Message;
}
