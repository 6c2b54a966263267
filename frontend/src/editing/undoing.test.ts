import { expect, it } from "vitest";
import { addEdge } from "../document/edits/addEdge";
import { addStep } from "../document/edits/addStep";
import { deleteEdges } from "../document/edits/deleteEdges";
import { deleteSteps } from "../document/edits/deleteSteps";
import { renameStep } from "../document/edits/renameStep";
import { setEdgeField } from "../document/edits/setEdgeField";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { changedSteps } from "./undoing";

const KINDS = ["contact", "task", "contact"] as const;

function chain() {
  const document = new TouchlineDocument();
  const [first = "", middle = "", last = ""] = KINDS.map((kind) => addStep(document, { kind }));
  const edge = addEdge(document, first, middle, { max_wait: "1 day" });
  addEdge(document, middle, last, { max_wait: "1 day" });
  return { document, first, middle, last, edge };
}

it.each([
  ["the step itself", ["first"], (at) => renameStep(at.document, at.first, "Renamed")],
  [
    "both ends of an edge that is not as it was",
    ["first", "middle"],
    (at) => setEdgeField(at.document, at.edge, "max_wait", "2 days"),
  ],
  [
    "both ends of an edge that is gone",
    ["first", "middle"],
    (at) => deleteEdges(at.document, [at.edge]),
  ],
  [
    "what is left around a step that is gone",
    ["first", "last"],
    (at) => deleteSteps(at.document, [at.middle]),
  ],
] satisfies [string, string[], (at: ReturnType<typeof chain>) => unknown][])(
  "what has changed is %s",
  (_, expected, change) => {
    const at = chain();
    const before = at.document.snapshot;
    change(at);
    const names = new Map([
      [at.first, "first"],
      [at.middle, "middle"],
      [at.last, "last"],
    ]);
    const changed = changedSteps(before, at.document.snapshot).map((id) => names.get(id));
    expect(changed.sort()).toEqual(expected);
  },
);
