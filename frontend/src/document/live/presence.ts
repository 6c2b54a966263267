/** Looks at what others say of where they are before it is believed: it comes from other people. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

interface Entry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/**
 * An awareness update with those entries alone that say what an editor says: an object of JSON, or
 * null from one who has gone. Null when none does, or when it is cut short.
 */
export function soundPresence(update: Uint8Array): Uint8Array | null {
  const entries = readEntries(update)?.filter((entry) => isState(entry.state)) ?? [];
  if (entries.length === 0) return null;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}

function readEntries(update: Uint8Array): Entry[] | null {
  const decoder = decoding.createDecoder(update);
  try {
    const count = decoding.readVarUint(decoder);
    const entries: Entry[] = [];
    while (entries.length < count) {
      entries.push({
        client: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        state: decoding.readVarString(decoder),
      });
    }
    return entries;
  } catch {
    // Cut short or no presence at all: there is nothing in it to show, and nothing to mend here.
    return null;
  }
}

function isState(state: string): boolean {
  try {
    const value: unknown = JSON.parse(state);
    return typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}
