import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { soundPresence } from "./presence";

function presence(...states: string[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, states.length);
  states.forEach((state, client) => {
    encoding.writeVarUint(encoder, client + 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, state);
  });
  return encoding.toUint8Array(encoder);
}

it("leaves presence as it is", () => {
  const update = presence('{"name":"Ann"}', "null");
  expect(soundPresence(update)).toEqual(update);
});

it("drops what is no state and keeps what is beside it", () => {
  const sound = soundPresence(presence("no JSON", "[]", "7", '"x"', '{"x":NaN}', '{"name":"Bob"}'));
  const awareness = new Awareness(new Y.Doc());
  if (sound !== null) applyAwarenessUpdate(awareness, sound, "test");
  expect([...awareness.getStates()]).toContainEqual([6, { name: "Bob" }]);
  expect([1, 2, 3, 4, 5].some((client) => awareness.getStates().has(client))).toBe(false);
  awareness.destroy();
});

it("has nothing to say of what is cut short or empty", () => {
  const whole = presence('{"name":"Ann"}');
  for (let length = 0; length < whole.length; length += 1) {
    expect(soundPresence(whole.slice(0, length))).toBeNull();
  }
  expect(soundPresence(presence())).toBeNull();
  expect(soundPresence(new Uint8Array([255, 255, 255]))).toBeNull();
});
