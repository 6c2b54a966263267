import { describe, expect, it, test } from "vitest";
import * as Y from "yjs";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { toProcess } from "../../model/toProcess";
import { COLUMNS, type ColumnKey } from "../columns/columns";
import { cellText } from "./cellText";
import { writeCells } from "./writeCells";

function sale(): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Sale",
    stages: ["Discovery", "Proposal"],
    steps: [
      { id: "start", name: "Lead", kind: "start" },
      {
        id: "call",
        name: "First call",
        kind: "contact",
        channel: "call",
        stage: "Discovery",
        owner: "Ann",
        checklist: ["Ask who decides", "Agree the next step"],
        assets: [{ name: "Guide", url: "https://example.com/guide" }, { name: "Price list" }],
      },
      { id: "fit", name: "A fit?", kind: "decision", stage: "Discovery" },
      { id: "won", name: "Signed", kind: "end", outcome: "won" },
      { id: "lost", name: "Declined", kind: "end", outcome: "lost" },
    ],
    edges: [
      { from: "start", to: "call", max_wait: "1 day" },
      { from: "call", to: "fit", max_wait: "2 days" },
      { from: "fit", to: "won", max_wait: "1 day", when: "Yes" },
      { from: "fit", to: "lost", max_wait: "0 days", when: "No", share: 0.2 },
    ],
  });
  document.undoManager.clear();
  return document;
}

function write(document: TouchlineDocument, step: string, column: ColumnKey, text: string) {
  return writeCells(document, [{ step, column, text }], "test").map(({ why }) => why);
}

function read(document: TouchlineDocument, id: string, column: ColumnKey): string {
  const step = document.snapshot.steps.get(id);
  return step === undefined ? "(gone)" : cellText(document.snapshot, step, column);
}

describe("a cell", () => {
  test.each<[string, ColumnKey, string, string]>([
    ["call", "name", " Opening\ncall ", "Opening call"],
    ["call", "kind", "TASK", "Task"],
    ["call", "kind", "touch", "Contact"],
    ["fit", "kind", "Video  call", "Contact"],
    ["call", "channel", "white  paper", "White paper"],
    ["call", "channel", "", ""],
    ["won", "outcome", "nurture", "Nurture"],
    ["call", "owner", "Bob", "Bob"],
    ["call", "owner", " ", ""],
    ["call", "stage", "proposal", "Proposal"],
    ["call", "stage", "Closing", "Closing"],
    ["call", "stage", "", ""],
    ["call", "duration", "45m", "45 minutes"],
    ["call", "purpose", "Learn\nwhat matters", "Learn\nwhat matters"],
    ["call", "notes", "\n", ""],
    ["call", "checklist", "- One\n- Two\n\n3. Three", "One\nTwo\nThree"],
    ["call", "exit_criteria", "Budget is known", "Budget is known"],
    ["call", "assets", "Deck https://example.com/deck", "Deck – https://example.com/deck"],
    ["call", "assets", "https://example.com", "https://example.com – https://example.com"],
    ["fit", "wait", "3d\n4h", "3 days\n4 hours"],
    ["fit", "wait", "3d", "3 days\n"],
    ["fit", "when", "\nToo small", "\nToo small"],
    ["fit", "share", "80\n20 %", "80 %\n20 %"],
    ["call", "next", "a fit?\nDeclined", "A fit?\nDeclined"],
    ["call", "next", "", ""],
  ])("of %s takes %s “%s”", (step, column, text, stored) => {
    const document = sale();
    expect(write(document, step, column, text)).toEqual([]);
    expect(read(document, step, column)).toBe(stored);
  });

  test.each([
    ["fit", "Meeting", "Meeting"],
    ["call", "email", "Email"],
    ["call", "Touch", "Article"],
  ])("of the kind of %s that says “%s” gives the channel too", (step, text, channel) => {
    const document = sale();
    const refusals = writeCells(
      document,
      [
        { step, column: "kind", text },
        // As in a block that has a column for it, with nothing in it.
        { step, column: "channel", text: "" },
      ],
      "test",
    );
    expect(refusals).toEqual([]);
    expect([read(document, step, "kind"), read(document, step, "channel")]).toEqual([
      "Contact",
      channel,
    ]);
  });

  test("of a kind that says “Touch” leaves a touch what it carries", () => {
    const document = sale();
    write(document, "call", "channel", "Case study");
    expect(write(document, "call", "kind", "Touch")).toEqual([]);
    expect(read(document, "call", "channel")).toBe("Case study");
  });

  test.each<[string, ColumnKey, string, RegExp]>([
    ["call", "name", " ", /needs a name/],
    ["call", "kind", "", /needs a kind/],
    [
      "call",
      "kind",
      "phone",
      /“phone” is not a kind of step.*Start, Contact, Task, Decision or End/,
    ],
    ["call", "channel", "fax", /“fax” is not a channel.*Call, Meeting/],
    ["fit", "channel", "Email", /Only a contact has a channel, and “A fit\?” is a decision/],
    ["fit", "outcome", "Won", /Only an end has an outcome/],
    ["won", "outcome", "", /Won, Lost or Nurture/],
    ["won", "outcome", "maybe", /“maybe” is not an outcome/],
    ["call", "duration", "soon", /“soon” is not a time.*3 days/],
    [
      "call",
      "assets",
      "Guide – javascript:alert(1)",
      /“javascript:alert\(1\)” is not a web address/,
    ],
    ["fit", "wait", "1 day\nlater", /“later” is not a time/],
    ["fit", "wait", "1 day\n1 day\n1 day", /3 lines for 2 next steps/],
    ["won", "wait", "1 day", /no next step yet to have a wait/],
    ["fit", "share", "120", /“120” is not a share/],
    ["call", "next", "Nobody", /no step called “Nobody”/],
    ["call", "next", "First call", /cannot lead to itself/],
    ["call", "next", "Signed\nsigned", /there twice/],
    ["call", "problems", "none", /not typed/],
  ])("of %s refuses %s “%s” and stays as it was", (step, column, text, why) => {
    const document = sale();
    const before = toProcess(document.snapshot);
    const refused = write(document, step, column, text);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(why);
    expect(toProcess(document.snapshot)).toEqual(before);
  });

  it("changes nothing when it is written as it is read, in every column", () => {
    const document = sale();
    const before = toProcess(document.snapshot);
    for (const id of document.snapshot.stepIds) {
      for (const { key, readOnly } of COLUMNS) {
        if (!readOnly) expect(write(document, id, key, read(document, id, key))).toEqual([]);
      }
    }
    expect(toProcess(document.snapshot)).toEqual(before);
    expect(document.undoManager.canUndo()).toBe(false);
  });

  it("is read as it is written in another process, in every column", () => {
    const document = sale();
    const other = sale();
    for (const { id } of other.snapshot.steps.values()) {
      for (const { key } of COLUMNS)
        if (key === "checklist" || key === "assets") write(other, id, key, "");
    }
    for (const id of document.snapshot.stepIds) {
      for (const key of ["checklist", "assets"] as const)
        write(other, id, key, read(document, id, key));
    }
    expect(toProcess(other.snapshot)).toEqual(toProcess(document.snapshot));
  });
});

describe("the lines of a list", () => {
  it("stay the entries that they are when others are changed, added, moved or taken out", () => {
    const document = sale();
    const ids = () => document.snapshot.steps.get("call")?.checklist.map(({ id }) => id) ?? [];
    const [ask, agree] = ids();
    write(document, "call", "checklist", "Ask who decides\nSet a date");
    expect(ids()).toEqual([ask, agree]);
    write(document, "call", "checklist", "Ask who decides\nSay hello\nSet a date");
    expect([ids()[0], ids()[2]]).toEqual([ask, agree]);
    write(document, "call", "checklist", "Set a date\nAsk who decides");
    expect(ids()).toEqual([agree, ask]);
  });
});

it("merges with what another person does to other lines of the same cell", () => {
  const here = sale();
  const there = new TouchlineDocument();
  Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc));
  write(here, "call", "checklist", "Ask who decides, and when\nAgree the next step\nSay thank you");
  write(there, "call", "checklist", "Ask who decides\nAgree the next two steps");
  write(here, "fit", "next", "Signed\nDeclined\nFirst call");
  write(there, "fit", "wait", "4 hours\n2 hours");
  Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc));
  Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(there.doc));
  for (const document of [here, there]) {
    expect(read(document, "call", "checklist")).toBe(
      "Ask who decides, and when\nAgree the next two steps\nSay thank you",
    );
    expect(read(document, "fit", "wait")).toBe("4 hours\n2 hours\n1 day");
  }
});

describe("next steps", () => {
  it("keep their waits and conditions when they are moved, and when one leads elsewhere", () => {
    const document = sale();
    write(document, "fit", "next", "Declined\nSigned");
    expect(read(document, "fit", "when")).toBe("No\nYes");
    write(document, "fit", "next", "Declined\nFirst call");
    expect(read(document, "fit", "when")).toBe("No\nYes");
    expect(read(document, "fit", "wait")).toBe("0 days\n1 day");
    write(document, "fit", "next", "Declined");
    expect(read(document, "fit", "when")).toBe("No");
  });

  it("are not guessed when two steps have the name", () => {
    const document = sale();
    write(document, "lost", "name", "Signed");
    expect(write(document, "call", "next", "Signed")).toEqual([
      "Two steps are called “Signed”. Give one of them another name first.",
    ]);
    // Those that it leads to already are meant.
    expect(write(document, "fit", "next", "Signed\nSigned")).toEqual([]);
  });
});

it("writes many cells together as one undo step, each after what it depends on", () => {
  const document = sale();
  const before = toProcess(document.snapshot);
  const end = document.beginTyping();
  const refusals = writeCells(
    document,
    [
      { step: "fit", column: "wait", text: "5 days" },
      { step: "fit", column: "next", text: "Thanks" },
      { step: "fit", column: "channel", text: "Email" },
      { step: "fit", column: "kind", text: "Contact" },
      { step: "fit", column: "stage", text: "Closing" },
      { step: "call", column: "stage", text: "closing" },
      { step: "won", column: "name", text: "Thanks" },
      { step: "call", column: "duration", text: "soon" },
    ],
    "several",
  );
  end();
  expect(refusals.map(({ step, column }) => [step, column])).toEqual([["call", "duration"]]);
  expect(read(document, "fit", "channel")).toBe("Email");
  expect(read(document, "fit", "next")).toBe("Thanks");
  expect(read(document, "fit", "wait")).toBe("5 days");
  expect(document.snapshot.stages.map(({ name }) => name)).toEqual([
    "Discovery",
    "Proposal",
    "Closing",
  ]);
  expect(read(document, "call", "stage")).toBe("Closing");
  document.undo();
  expect(toProcess(document.snapshot)).toEqual(before);
});
