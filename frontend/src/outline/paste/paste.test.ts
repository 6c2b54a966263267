import { describe, expect, it, test } from "vitest";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { toProcess } from "../../model/toProcess";
import { cellText } from "../cells/cellText";
import { COLUMNS, type ColumnKey, columnIndex } from "../columns/columns";
import { rowOrder } from "../rows/rowOrder";
import { readHeadings } from "./headings";
import { pasteBlock, type Target } from "./paste";

function three(): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Three",
    steps: ["a", "b", "c"].map((id) => ({ id, name: id, kind: "contact" })),
    edges: [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ],
  });
  document.undoManager.clear();
  return document;
}

function at(document: TouchlineDocument, row: number, column: ColumnKey, more = {}): Target {
  const rows = rowOrder(document.snapshot, null, new Map());
  return { rows, row, column: columnIndex(column), height: 1, width: 1, joins: true, ...more };
}

function column(document: TouchlineDocument, key: ColumnKey): string[] {
  const { snapshot } = document;
  return rowOrder(snapshot, null, new Map()).map((id) => {
    const step = snapshot.steps.get(id);
    return step === undefined ? "" : cellText(snapshot, step, key);
  });
}

describe("a pasted block", () => {
  it("is written from its upper left cell on, and is one undo step", () => {
    const document = three();
    const before = toProcess(document.snapshot);
    const pasted = pasteBlock(
      document,
      [
        ["Ann", "Discovery"],
        ["Bob", "Discovery"],
      ],
      at(document, 1, "owner"),
    );
    expect(pasted).toMatchObject({ cells: 4, added: [], refusals: [], cutOff: false });
    expect(column(document, "owner")).toEqual(["", "Ann", "Bob"]);
    expect(document.snapshot.stages).toHaveLength(1);
    document.undo();
    expect(toProcess(document.snapshot)).toEqual(before);
    expect(document.undoManager.canUndo()).toBe(false);
  });

  it("leaves alone what it refuses, and says which cells", () => {
    const document = three();
    const pasted = pasteBlock(
      document,
      [
        ["Ann", ""],
        ["1 hour", "2 hours"],
      ],
      at(document, 0, "duration"),
    );
    expect(pasted.refusals).toMatchObject([{ step: "a", column: "duration", text: "Ann" }]);
    expect(column(document, "duration")).toEqual(["", "1 hour", ""]);
    const beside = COLUMNS[columnIndex("duration") + 1]?.key ?? "name";
    expect(column(document, beside)).toEqual(["", "2 hours", ""]);
  });

  it("adds a step for each row past the last, each going on from the one above", () => {
    const document = three();
    const rows = [
      ["C", "Task"],
      ["", ""],
      ["d", "Decision"],
      ["", "End"],
    ];
    const pasted = pasteBlock(
      document,
      rows.map(([name = "", kind = ""]) => [name, "", kind]),
      at(document, 2, "name"),
    );
    expect(pasted).toMatchObject({ joined: 2, refusals: [] });
    expect(pasted.added).toHaveLength(2);
    expect(column(document, "name")).toEqual(["a", "b", "C", "d", "Won"]);
    expect(column(document, "kind")).toEqual(["Contact", "Contact", "Task", "Decision", "End"]);
    expect(column(document, "next")).toEqual(["b", "C", "d", "Won", ""]);
    document.undo();
    expect(document.snapshot.steps.size).toBe(3);
    expect(document.undoManager.canUndo()).toBe(false);
  });

  it("says itself what follows what when the next steps are in it", () => {
    const document = three();
    const row = (name: string, kind: string, next: string, wait: string) => [
      name,
      "",
      kind,
      "",
      "",
      "",
      "",
      next,
      wait,
    ];
    const pasted = pasteBlock(
      document,
      [row("d", "Contact", "f\ne", "1d\n2d"), row("e", "Task", "f", "3d"), row("f", "End", "", "")],
      at(document, 3, "name"),
    );
    expect(pasted).toMatchObject({ joined: 0, refusals: [] });
    expect(column(document, "next")).toEqual(["b", "c", "", "f\ne", "f", ""]);
    expect(column(document, "wait").slice(3)).toEqual(["1 day\n2 days", "3 days", ""]);
  });

  it("of one cell fills everything that is selected", () => {
    const document = three();
    pasteBlock(document, [["Ann"]], at(document, 0, "owner", { height: 3 }));
    expect(column(document, "owner")).toEqual(["Ann", "Ann", "Ann"]);
  });

  test.each([
    [{ height: 2, width: 1 }, ["x", "y", ""]],
    [{ height: 3, width: 1 }, ["x", "y", ""]],
  ])("is repeated only where it fits a whole number of times: %o", (selected, owners) => {
    const document = three();
    pasteBlock(document, [["x"], ["y"]], at(document, 0, "owner", selected));
    expect(column(document, "owner")).toEqual(owners);
  });

  it("says when it is wider than the table", () => {
    const document = three();
    expect(pasteBlock(document, [["n", "more"]], at(document, 0, "notes")).cutOff).toBe(true);
    expect(column(document, "notes")).toEqual(["n", "", ""]);
  });

  it("under headings goes to the columns that they name, and leaves the others alone", () => {
    const document = three();
    const headed = readHeadings([
      ["Longest wait", "Region", "exit_criteria", "NAME", "Next steps", "Problems", ""],
      ["2d", "North", "Agreed", "A", "B", "1 error", ""],
      ["", "South", "", "B", "c", "", ""],
      ["3h", "South", "", "", "D", "", ""],
      ["", "", "", "D", "", "", "x"],
    ]);
    expect(headed).toMatchObject({ unknown: ["Region"], beside: true });
    const { rows = [], columns = [] } = headed ?? {};
    pasteBlock(document, rows, at(document, 0, "owner", { columns }));
    // The third has a name already, and a step needs one.
    expect(column(document, "name")).toEqual(["A", "B", "c", "D"]);
    expect(column(document, "exit_criteria")).toEqual(["Agreed", "", "", ""]);
    expect(column(document, "owner")).toEqual(["", "", "", ""]);
    expect(column(document, "wait")).toEqual(["2 days", "", "3 hours", ""]);
    document.undo();
    expect(document.undoManager.canUndo()).toBe(false);
  });

  it("under headings adds no step for a row that says nothing in a known column", () => {
    const document = three();
    const { rows, columns } = readHeadings([["Step", "Region"], ["d"], ["", "North"]]) ?? {};
    const pasted = pasteBlock(document, rows ?? [], at(document, 3, "name", { columns }));
    expect(pasted).toMatchObject({ added: { length: 1 }, joined: 1, cutOff: false });
  });

  test.each([
    [[["Step"]]],
    [[["Owner"]]],
    [
      [
        ["Ann", "Owner"],
        ["Bob", ""],
      ],
    ],
    [
      [
        ["First call", "Notes"],
        ["x", "y"],
      ],
    ],
    [
      [
        ["", ""],
        ["Step", "Owner"],
      ],
    ],
  ])("is a row as any other where it says no headings: %j", (block) => {
    expect(readHeadings(block)).toBeNull();
  });

  test.each([
    [[["Step", "Owner"]], "there is no row below the headings"],
    [
      [
        ["Step", "Owner"],
        ["", " "],
      ],
      "there is no row below the headings",
    ],
    [
      [
        ["Step", "Owner", "owner"],
        ["a", "b", "c"],
      ],
      "two columns are called “Owner”",
    ],
    [[["Problems"], ["1 error"]], "“Problems” cannot be typed in"],
  ])("is refused whole where its headings make no sense: %j", (block, why) => {
    expect(() => readHeadings(block)).toThrow(why);
  });

  it("adds a thousand steps as one undo step", () => {
    const document = three();
    const rows = Array.from({ length: 1000 }, (_, row) => [`Step ${row}`, "", "Contact", "Email"]);
    expect(pasteBlock(document, rows, at(document, 3, "name")).added).toHaveLength(1000);
    document.undo();
    expect(document.snapshot.steps.size).toBe(3);
    // Long enough for a machine that does other things as well.
  }, 30_000);
});
