import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Process } from "../api/process";
import { toProcess } from "../model/toProcess";
import { addEdge } from "./edits/addEdge";
import { addStep, type NewStep } from "./edits/addStep";
import { addStepAfter } from "./edits/addStepAfter";
import { applyProcess } from "./edits/applyProcess";
import { deleteSteps } from "./edits/deleteSteps";
import { insertOnEdge } from "./edits/insertOnEdge";
import { addListItem, editListItem, moveListItem, removeListItem } from "./edits/listItems";
import { moveSteps } from "./edits/moveSteps";
import { redirectEdge } from "./edits/redirectEdge";
import { renameStep } from "./edits/renameStep";
import { setEdgeField } from "./edits/setEdgeField";
import { setStepField } from "./edits/setStepField";
import { addStage, moveStage, removeStage, renameStage } from "./edits/stages";
import { TouchlineDocument } from "./TouchlineDocument";

const SALE: Process = {
  touchline: 1,
  name: "Consultative sale",
  description: "From first call to signature",
  days: "business",
  max_gap: "5 days",
  warn_gap: "3 days",
  stages: ["Discovery", "Proposal"],
  steps: [
    { id: "start", name: "Enquiry", kind: "start", stage: "Discovery" },
    {
      id: "call",
      name: "First call",
      kind: "contact",
      channel: "call",
      stage: "Discovery",
      owner: "Account executive",
      duration: "45 minutes",
      checklist: ["Ask who else decides", "Agree the next step"],
      exit_criteria: ["Problem stated"],
      assets: [{ name: "Call guide", url: "https://example.com/guide" }, { name: "Price list" }],
      position: { x: 120, y: 80 },
      allow: [{ rule: "gap", reason: "procurement never answers sooner", up_to: "6 days" }],
    },
    { id: "won", name: "Won", kind: "end", outcome: "won", stage: "Proposal" },
  ],
  edges: [
    { from: "start", to: "call", max_wait: "1 day" },
    { from: "call", to: "won", max_wait: "4 days", when: "Signed", share: 0.2 },
  ],
};

function documentOf(process: Process): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, process);
  document.undoManager.clear();
  return document;
}

function updatesDuring(document: TouchlineDocument, change: () => void): number {
  let updates = 0;
  const count = () => {
    updates += 1;
  };
  document.doc.on("update", count);
  change();
  document.doc.off("update", count);
  return updates;
}

const waits = (document: TouchlineDocument) =>
  [...document.snapshot.edges.values()].map(
    ({ from, to, max_wait }) => `${from} -> ${to} ${max_wait ?? "?"}`,
  );

function chain(): TouchlineDocument {
  return documentOf({
    touchline: 1,
    name: "Chain",
    steps: ["a", "b", "c", "d"].map((id) => ({ id, name: id.toUpperCase(), kind: "contact" })),
    edges: [
      { from: "a", to: "b", max_wait: "1 day", when: "Yes" },
      { from: "b", to: "c", max_wait: "2 days" },
      { from: "c", to: "d", max_wait: "4 hours" },
    ],
  });
}

describe("a process in a document", () => {
  it("comes out as it went in", () => {
    expect(toProcess(documentOf(SALE).snapshot)).toEqual(SALE);
  });

  it("changes nothing when the same process is applied again", () => {
    const document = documentOf(SALE);
    expect(updatesDuring(document, () => applyProcess(document, SALE))).toBe(0);
  });

  it("takes over another process in one update and one undo step", () => {
    const document = documentOf(SALE);
    const other: Process = {
      ...SALE,
      stages: ["Closing", "Discovery"],
      steps: [
        { id: "start", name: "Enquiry", kind: "start", stage: "Discovery" },
        { id: "recap", name: "Recap", kind: "contact", channel: "recap", stage: "Closing" },
        {
          id: "call",
          name: "First call",
          kind: "contact",
          channel: "call",
          checklist: ["Agree the next step", "Ask who else decides", "Thank them"],
        },
      ],
      edges: [
        { from: "start", to: "call", max_wait: "2 days" },
        { from: "call", to: "recap", max_wait: "1 day" },
      ],
    };
    expect(updatesDuring(document, () => applyProcess(document, other))).toBe(1);
    expect(toProcess(document.snapshot)).toEqual(other);
    document.undo();
    expect(toProcess(document.snapshot)).toEqual(SALE);
    document.redo();
    expect(toProcess(document.snapshot)).toEqual(other);
  });

  it("keeps the identity of what did not change", () => {
    const document = documentOf(SALE);
    const before = document.snapshot;
    moveSteps(document, [["call", { x: 10, y: 20 }]]);
    const after = document.snapshot;
    expect(after.steps.get("start")).toBe(before.steps.get("start"));
    expect(after.steps.get("call")).not.toBe(before.steps.get("call"));
    expect(after.steps.get("call")?.checklist).toBe(before.steps.get("call")?.checklist);
    expect(after.edges).toBe(before.edges);
    expect(after.stepIds).toBe(before.stepIds);
  });

  it("leaves out dangling edges, second twins and what does not parse", () => {
    const document = documentOf(SALE);
    document.doc.transact(() => {
      const edge = (fields: Record<string, unknown>) => new Y.Map(Object.entries(fields));
      document.edges.set("dangling", edge({ from: "call", to: "gone", order: "a1" }));
      document.edges.set(
        "twin",
        edge({ from: "start", to: "call", order: "zz", max_wait: "9 days" }),
      );
      (document.steps.get("call") as Y.Map<unknown>).set("duration", "soon");
      document.steps.set("junk", "not a map");
    });
    const { duration: _, ...call } = SALE.steps?.[1] ?? { id: "", name: "", kind: "task" as const };
    expect(toProcess(document.snapshot)).toEqual({
      ...SALE,
      steps: [SALE.steps?.[0], call, SALE.steps?.[2]],
    });
  });
});

describe("an edit", () => {
  it("adds a step after another, in its stage and joined to it", () => {
    const document = documentOf(SALE);
    const added = addStepAfter(document, "call", { kind: "contact", channel: "case study" });
    const step = document.snapshot.steps.get(added.step);
    expect(step).toMatchObject({ name: "Case study", kind: "contact", channel: "case study" });
    expect(step?.stage).toBe(document.snapshot.steps.get("call")?.stage);
    expect(added.step).toMatch(/^case-study-[a-z0-9]{4}$/);
    expect(document.snapshot.edges.get(added.edge)?.max_wait).toBe("1 day");
    document.undo();
    expect(toProcess(document.snapshot)).toEqual(SALE);
  });

  it("joins two steps only once", () => {
    const document = documentOf(SALE);
    const again = addEdge(document, "start", "call");
    expect(document.snapshot.edges.get(again)?.max_wait).toBe("1 day");
    expect(document.snapshot.edges.size).toBe(2);
  });

  it("deletes a step and joins its neighbours, the waits added up", () => {
    const document = chain();
    expect(deleteSteps(document, ["b"]).disconnected).toEqual([]);
    expect(waits(document)).toEqual(["a -> c 3 days", "c -> d 4 hours"]);
    document.undo();
    expect(waits(document)).toEqual(["a -> b 1 day", "b -> c 2 days", "c -> d 4 hours"]);
  });

  it("deletes a run of steps as one and joins what is left", () => {
    const document = chain();
    const { joined } = deleteSteps(document, ["b", "c"]);
    expect(waits(document)).toEqual(["a -> d 76 hours"]);
    expect(document.snapshot.edges.get(joined[0] ?? "")?.when).toBe("Yes");
  });

  it("says which steps lost their way when a branching step is deleted", () => {
    const document = chain();
    addEdge(document, "b", "d");
    expect(deleteSteps(document, ["b"]).disconnected).toEqual(["a", "c"]);
  });

  it("puts a step on an edge and shares the wait", () => {
    const document = chain();
    const touch = addStep(document, { kind: "contact", channel: "article" });
    const edge = [...document.snapshot.edges.values()][0]?.id ?? "";
    expect(insertOnEdge(document, edge, touch)).not.toBeNull();
    expect(waits(document)).toContain(`a -> ${touch} 12 hours`);
    expect(waits(document)).toContain(`${touch} -> b 12 hours`);
    expect(insertOnEdge(document, edge, touch)).toBeNull();
  });

  it("leads an edge elsewhere unless that pair is joined", () => {
    const document = chain();
    const edge = [...document.snapshot.edges.values()][0]?.id ?? "";
    expect(redirectEdge(document, edge, { to: "d" })).toBe(true);
    expect(waits(document)[0]).toBe("a -> d 1 day");
    expect(redirectEdge(document, edge, { from: "c" })).toBe(false);
  });

  it("groups typing in one field as one undo step, and no two fields", () => {
    const document = documentOf(SALE);
    for (const name of ["F", "Fi", "Fir"]) renameStep(document, "call", name);
    for (const owner of ["M", "Me"]) setStepField(document, "call", "owner", owner);
    document.undo();
    expect(document.snapshot.steps.get("call")).toMatchObject({
      name: "Fir",
      owner: "Account executive",
    });
    document.undo();
    expect(toProcess(document.snapshot)).toEqual(SALE);
    expect(document.undo()).toBe(false);
  });

  it("takes an end at its word, in the same undo step", () => {
    const document = documentOf(SALE);
    const won = addStep(document, { kind: "end", outcome: "won", name: "Won" });
    for (const name of ["L", "Lo", "Los", "Lost", "Lost to a rival"]) {
      renameStep(document, won, name);
    }
    expect(document.snapshot.steps.get(won)).toMatchObject({ outcome: "lost" });
    document.undo();
    expect(document.snapshot.steps.get(won)).toMatchObject({ name: "Won", outcome: "won" });
    renameStep(document, "call", "Lost");
    expect(document.snapshot.steps.get("call")?.outcome).toBeUndefined();
  });

  it("gives a new end the outcome that the process has no end for", () => {
    const document = documentOf({ touchline: 1, name: "Sale", steps: [], edges: [] });
    const added = (step: NewStep) => {
      const id = addStep(document, step);
      return document.snapshot.steps.get(id);
    };
    const outcomes = [1, 2, 3, 4].map(() => added({ kind: "end" })?.outcome);
    expect(outcomes).toEqual(["won", "lost", "nurture", "won"]);
    const named = added({ kind: "end", outcome: "lost" });
    expect(named).toMatchObject({ name: "Lost", outcome: "lost" });
  });

  it("refuses a name that says nothing", () => {
    const document = documentOf(SALE);
    expect(renameStep(document, "call", "  ")).toBe(false);
    expect(document.snapshot.steps.get("call")?.name).toBe("First call");
  });

  it("edits, moves and removes the entries of a list", () => {
    const document = documentOf(SALE);
    const list = () => document.snapshot.steps.get("call")?.checklist.map((item) => item.text);
    const first = document.snapshot.steps.get("call")?.checklist[0]?.id ?? "";
    const added = addListItem(document, "call", "checklist", { text: "Thank them" }, first);
    expect(list()).toEqual(["Ask who else decides", "Thank them", "Agree the next step"]);
    moveListItem(document, "call", "checklist", added, 0);
    editListItem(document, "call", "checklist", added, { text: "Say thanks" });
    expect(list()).toEqual(["Say thanks", "Ask who else decides", "Agree the next step"]);
    removeListItem(document, "call", "checklist", first);
    expect(list()).toEqual(["Say thanks", "Agree the next step"]);
  });

  it("puts a new stage before those that a deal comes to after its steps", () => {
    const document = documentOf(SALE);
    const names = () => document.snapshot.stages.map((stage) => stage.name);
    expect(names()).toEqual(["Discovery", "Proposal"]);
    addStage(document, "Enquiry", ["start"]);
    expect(names()).toEqual(["Discovery", "Enquiry", "Proposal"]);
    addStage(document, "Aftercare");
    expect(names()).toEqual(["Discovery", "Enquiry", "Proposal", "Aftercare"]);
  });

  it("adds, renames, moves and removes stages", () => {
    const document = documentOf(SALE);
    const names = () => document.snapshot.stages.map((stage) => stage.name);
    const closing = addStage(document, "Closing");
    moveStage(document, closing, 0);
    expect(names()).toEqual(["Closing", "Discovery", "Proposal"]);
    expect(renameStage(document, closing, "Proposal")).toBe(false);
    const discovery = document.snapshot.stages[1]?.id ?? "";
    removeStage(document, discovery);
    expect(names()).toEqual(["Closing", "Proposal"]);
    expect(document.snapshot.steps.get("start")).not.toHaveProperty("stage");
  });
});

describe("two windows", () => {
  function pair(): [TouchlineDocument, TouchlineDocument, () => void] {
    const one = documentOf(SALE);
    const two = new TouchlineDocument();
    const sync = () => {
      Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
      Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
    };
    sync();
    return [one, two, sync];
  }

  it("both keep their step when they add one of the same name", () => {
    const [one, two, sync] = pair();
    addStep(one, { kind: "task", name: "Legal review" });
    addStep(two, { kind: "task", name: "Legal review" });
    sync();
    expect(toProcess(one.snapshot)).toEqual(toProcess(two.snapshot));
    expect(one.snapshot.steps.size).toBe(5);
  });

  it("undo only what was done in them", () => {
    const [one, two, sync] = pair();
    renameStep(one, "call", "Discovery call");
    sync();
    const edge = [...two.snapshot.edges.values()][0]?.id ?? "";
    setEdgeField(two, edge, "max_wait", "2 days");
    sync();
    one.undo();
    sync();
    expect(two.snapshot.steps.get("call")?.name).toBe("First call");
    expect(two.snapshot.edges.get(edge)?.max_wait).toBe("2 days");
    expect(one.undo()).toBe(false);
  });
});
