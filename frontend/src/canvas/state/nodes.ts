/** The steps of a snapshot as React Flow wants them; what did not change stays itself. */
import { type Node, Position } from "@xyflow/react";
import type { Point } from "../../geometry/shapes";
import { type StepBox, sayKind, stepBox } from "../../geometry/sizes/stepBox";
import type { Snapshot, Step } from "../../model/snapshot";
import type { Selection } from "../../session/Editor";

export type StepNode = Node<{ step: Step; box: StepBox }, "step">;

/** How far apart steps stand that nobody has placed yet, in pixels. */
const ROW = 144;
/** The node that Tab comes to is the selected one, or the first when none is. */
const inTabOrder = { tabIndex: 0, "aria-roledescription": "step" };
const outOfTabOrder = { tabIndex: -1, "aria-roledescription": "step" };

export interface Shown {
  readonly snapshot: Snapshot;
  readonly selection: Selection;
  /** Where some of the steps stand instead, as in a preview or in somebody's hand. */
  readonly places: ReadonlyMap<string, Point>;
  readonly held: ReadonlySet<string>;
  /**
   * The steps that are elements of the page, beside the one that Tab comes to, while the others
   * are only painted; null when all are that come into view.
   */
  readonly awake: ReadonlySet<string> | null;
}

/** The nodes of all steps. */
export function stepNodes(
  { snapshot, selection, places, held, awake }: Shown,
  before: readonly StepNode[],
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const [firstSelected = snapshot.stepIds[0]] = selection.steps;
  return snapshot.stepIds.flatMap((id, index): StepNode[] => {
    const step = snapshot.steps.get(id);
    if (step === undefined) return [];
    const box = stepBox(step);
    const node = known.get(id);
    const selected = selection.steps.has(id);
    const domAttributes = id === firstSelected ? inTabOrder : outOfTabOrder;
    const dragging = held.has(id);
    const hidden = awake !== null && id !== firstSelected && !dragging && !awake.has(id);
    const position = places.get(id) ?? { x: step.x ?? 0, y: step.y ?? index * ROW };
    if (
      node !== undefined &&
      node.data.step === step &&
      node.data.box === box &&
      node.selected === selected &&
      node.domAttributes === domAttributes &&
      node.hidden === hidden &&
      node.dragging === dragging &&
      samePlace(node.position, position)
    ) {
      return [node];
    }
    const { width, height } = box;
    return [
      {
        id,
        type: "step" as const,
        position:
          node !== undefined && samePlace(node.position, position) ? node.position : position,
        data: { step, box },
        width,
        height,
        measured: { width, height },
        // Given, so that React Flow need not draw every step once to measure it.
        handles: [{ type: "source", position: Position.Bottom, x: width / 2, y: height }],
        selected,
        dragging,
        hidden,
        ariaLabel: sayStep(step),
        domAttributes,
      },
    ];
  });
}

/** A step in one line, as a screen reader reads it. */
export function sayStep(step: Step): string {
  const kind = sayKind(step);
  const parts = [step.name, kind === step.name ? undefined : kind, step.owner];
  return parts.filter((part) => part !== undefined).join(", ");
}

export function samePlace(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return a.x === b.x && a.y === b.y;
}
