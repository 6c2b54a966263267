/** What a fix that is looked at would put on the canvas. */
import type { Snapshot } from "../document/model";
import type { ProcessStep } from "../document/process";
import type { Preview } from "../editor/Editor";
import type { Box, Point } from "./route";
import { stepBox } from "./stepBox";

export interface Ghosts {
  readonly steps: readonly { readonly step: ProcessStep; readonly box: Box }[];
  readonly edges: readonly { readonly pair: string; readonly from: Box; readonly to: Box }[];
}

const NO_PLACES: ReadonlyMap<string, Point> = new Map();

/** Where the steps that are there would stand. */
export function placesIn(preview: Preview | null, { steps }: Snapshot): ReadonlyMap<string, Point> {
  if (preview === null) return NO_PLACES;
  const places = new Map<string, Point>();
  for (const { id, position } of preview.process.steps ?? []) {
    if (position !== undefined && steps.has(id)) places.set(id, { ...position });
  }
  return places;
}

/** The steps and edges that are not there yet. */
export function ghostsOf({ process }: Preview, { steps, edges }: Snapshot): Ghosts {
  const boxes = new Map<string, Box>();
  for (const step of process.steps ?? []) {
    const { width, height } = stepBox(step);
    if (step.position !== undefined) boxes.set(step.id, { ...step.position, width, height });
  }
  const joined = new Set([...edges.values()].map(({ from, to }) => `${from} ${to}`));
  return {
    steps: (process.steps ?? []).flatMap((step) => {
      const box = boxes.get(step.id);
      return steps.has(step.id) || box === undefined ? [] : [{ step, box }];
    }),
    edges: (process.edges ?? []).flatMap(({ from, to }) => {
      const [start, end] = [boxes.get(from), boxes.get(to)];
      const pair = `${from} ${to}`;
      return joined.has(pair) || start === undefined || end === undefined
        ? []
        : [{ pair, from: start, to: end }];
    }),
  };
}

/** Where what is not there yet would stand, and the steps that it would be joined to. */
export function boxesOfPreview(preview: Preview, snapshot: Snapshot): readonly Box[] {
  const { steps, edges } = ghostsOf(preview, snapshot);
  return [...steps.map(({ box }) => box), ...edges.flatMap(({ from, to }) => [from, to])];
}
