import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import { layOut } from "../../api/touchline";
import { arrangeSteps } from "../../document/edits/moveSteps";
import { useSnapshot } from "../../document/hooks";
import { sizesOf } from "../../geometry/sizes/stepBox";
import { typefaceLoaded } from "../../geometry/sizes/typeface";
import { placedBoxes, placesForUnplaced } from "../../geometry/space/placing";
import type { Snapshot } from "../../model/snapshot";
import { toProcess } from "../../model/toProcess";
import { type Editor, useEditor } from "../../session/Editor";
import { revealed } from "../../session/reveal";
import { sayProblem } from "../../ui/notices/notices";
import { type CanvasState, useCanvas } from "../state/CanvasContext";
import type { StepNode } from "../state/nodes";
import { openingView, paneOf, viewOf } from "./view";

/** Past this many steps the routes are not asked for again when a process is opened. */
const MOST_REDRAWN = 200;

const hasUnplaced = ({ steps }: Snapshot) =>
  [...steps.values()].some((step) => step.x === undefined || step.y === undefined);

export interface Opening {
  /** Whether the steps stand somewhere. */
  readonly ready: boolean;
  /** Whether the view is on them, and they can be shown without a jump. */
  readonly inView: boolean;
}

/** Lays a process out that stands nowhere yet, places single steps, and opens the view on it. */
export function useOpening(): Opening {
  const editor = useEditor();
  const canvas = useCanvas();
  const [ready, setReady] = useState(false);
  const unplaced = useSnapshot(hasUnplaced);
  useEffect(() => {
    const opening = new AbortController();
    void open(editor, canvas, opening.signal).then(() => {
      if (!opening.signal.aborted) setReady(true);
    });
    return () => opening.abort();
  }, [editor, canvas]);
  useEffect(() => {
    if (ready && unplaced) placeTheRest(editor);
  }, [ready, unplaced, editor]);
  return { ready, inView: useFirstView(ready) };
}

async function open(editor: Editor, canvas: CanvasState, signal: AbortSignal): Promise<void> {
  const { snapshot } = editor.document;
  if (snapshot.steps.size === 0) return;
  // The sizes of the steps depend on their letters.
  await typefaceLoaded();
  const standing = placedBoxes(snapshot);
  if (standing.size > 0 && snapshot.steps.size > MOST_REDRAWN) return;
  const asked = drawRoutes(editor, canvas, signal);
  // A process with its places is shown at once, and its edges find the drawn routes a moment later.
  if (standing.size > 0) {
    void asked;
    return;
  }
  await asked;
}

async function drawRoutes(editor: Editor, canvas: CanvasState, signal: AbortSignal): Promise<void> {
  const { document } = editor;
  const sizes = sizesOf(document.snapshot);
  try {
    const process = toProcess(document.snapshot, { positions: false });
    const layout = await layOut(process, sizes, { signal, about: editor.id });
    canvas.drawn.keep(layout, sizes);
    const nothingStands = placedBoxes(document.snapshot).size === 0;
    if (nothingStands) {
      arrangeSteps(document, Object.entries(layout.positions));
    } else canvas.rests.set((count) => count + 1);
  } catch (error) {
    if (signal.aborted) return;
    // Steps that stand have routes of their own; only a process without places needs telling.
    if (placedBoxes(document.snapshot).size === 0) sayProblem(error);
  }
}

function placeTheRest({ document }: Editor): void {
  arrangeSteps(document, placesForUnplaced(document.snapshot));
}

/** Opens the view on what is to be shown, else on the process, once its steps stand somewhere. */
function useFirstView(ready: boolean): boolean {
  const [inView, setInView] = useState(false);
  const flow = useReactFlow<StepNode>();
  const store = useStoreApi();
  const { document } = useEditor();
  useEffect(() => {
    if (!ready) return;
    const boxes = placedBoxes(document.snapshot);
    const shown = revealed.get()?.steps.flatMap((id) => boxes.get(id) ?? []) ?? [];
    const pane = paneOf(store.getState(), document.snapshot);
    const view = viewOf(shown, pane, 1.1) ?? openingView([...boxes.values()], pane);
    void flow.setViewport(view).then(() => setInView(true));
  }, [ready, flow, store, document]);
  return inView;
}
