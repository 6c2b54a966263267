import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addStep } from "./edits/addStep";
import { removeListItem, writeListItem } from "./edits/listItems";
import { setStepField } from "./edits/setStepField";
import { addStage, writeStage } from "./edits/stages";
import { TouchlineDocument } from "./TouchlineDocument";
import { entryOf } from "./write";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function withStep(): { document: TouchlineDocument; id: string } {
  const document = new TouchlineDocument();
  return { document, id: addStep(document, { kind: "contact", name: "Call" }) };
}

function type(document: TouchlineDocument, id: string, text: string): void {
  for (let end = 1; end <= text.length; end += 1) {
    setStepField(document, id, "notes", text.slice(0, end));
    vi.advanceTimersByTime(30_000);
  }
}

test("an edit session is one undo step, however long the pauses", () => {
  const { document, id } = withStep();
  const end = document.beginTyping();
  type(document, id, "slow");
  end();
  document.undo();
  expect(document.snapshot.steps.get(id)?.notes).toBeUndefined();
  expect(document.snapshot.steps.get(id)?.name).toBe("Call");
});

test("two sessions in one field are two undo steps", () => {
  const { document, id } = withStep();
  document.beginTyping()();
  for (const text of ["first", "second"]) {
    const end = document.beginTyping();
    setStepField(document, id, "notes", text);
    end();
  }
  document.undo();
  expect(document.snapshot.steps.get(id)?.notes).toBe("first");
});

test("the end of a session that another one has followed changes nothing", () => {
  const { document, id } = withStep();
  const endFirst = document.beginTyping();
  const endSecond = document.beginTyping();
  endFirst();
  type(document, id, "ab");
  endSecond();
  document.undo();
  expect(document.snapshot.steps.get(id)?.notes).toBeUndefined();
});

test("a line that is begun, emptied and written anew is one undo step", () => {
  const { document, id } = withStep();
  const end = document.beginTyping();
  writeListItem(document, id, "checklist", "line", { text: "A" });
  writeListItem(document, id, "checklist", "line", { text: "As" });
  removeListItem(document, id, "checklist", "line", { typed: true });
  writeListItem(document, id, "checklist", "line", { text: "Say" });
  end();
  expect(document.snapshot.steps.get(id)?.checklist).toMatchObject([{ id: "line", text: "Say" }]);
  document.undo();
  expect(document.snapshot.steps.get(id)?.checklist).toEqual([]);
});

test("a line is added after another one", () => {
  const { document, id } = withStep();
  for (const text of ["one", "three"]) {
    writeListItem(document, id, "checklist", text, { text });
  }
  writeListItem(document, id, "checklist", "two", { text: "two" }, "one");
  const lines = document.snapshot.steps.get(id)?.checklist.map(({ text }) => text);
  expect(lines).toEqual(["one", "two", "three"]);
});

test("a stage is refused the name of another one", () => {
  const { document } = withStep();
  addStage(document, "Discovery");
  expect(writeStage(document, "new", "Discovery ")).toBe(false);
  expect(writeStage(document, "new", "Proposal")).toBe(true);
  expect(document.snapshot.stages.map(({ name }) => name)).toEqual(["Discovery", "Proposal"]);
});

test("what is taken back leaves neither an undo step nor a redo", () => {
  const { document, id } = withStep();
  setStepField(document, id, "owner", "Anna");
  const before = document.undoDepth;
  const end = document.beginTyping();
  type(document, id, "never mind");
  document.takeBackTo(before);
  end();
  expect(document.snapshot.steps.get(id)?.notes).toBeUndefined();
  expect(document.undoManager.canRedo()).toBe(false);
  document.undo();
  expect(document.snapshot.steps.get(id)?.owner).toBeUndefined();
  expect(document.snapshot.steps.get(id)?.name).toBe("Call");
});

test("taking back what somebody else has written over does not go on to what came before", () => {
  const { document, id } = withStep();
  setStepField(document, id, "owner", "Anna");
  const before = document.undoDepth;
  const end = document.beginTyping();
  type(document, id, "mine");
  document.doc.transact(() => entryOf(document.steps, id)?.set("notes", "theirs"), "somebody else");
  document.takeBackTo(before);
  end();
  expect(document.snapshot.steps.get(id)?.notes).toBe("theirs");
  expect(document.snapshot.steps.get(id)?.owner).toBe("Anna");
});
