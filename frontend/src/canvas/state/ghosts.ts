/** What a fix that is looked at would change on the canvas. */

import type { ProcessEdge, ProcessStep } from "../../api/process";
import type { Box, Point } from "../../geometry/shapes";
import { stepBox } from "../../geometry/sizes/stepBox";
import type { Edge, Snapshot, Step } from "../../model/snapshot";
import { pairOf } from "../../model/snapshot";
import type { Preview } from "../../session/Editor";

/** A step as it would be, where it would stand. */
export interface GhostStep {
  readonly step: ProcessStep;
  readonly box: Box;
}

/** An edge as it would be, between its steps as they would stand. */
export interface GhostEdge {
  readonly edge: ProcessEdge;
  readonly from: Box;
  readonly to: Box;
}

export interface Ghosts {
  /** Steps that are not there yet, and those that would look different. */
  readonly added: readonly GhostStep[];
  readonly changed: readonly GhostStep[];
  /** Steps that would be there no longer. */
  readonly gone: readonly { readonly step: Step; readonly box: Box }[];
  /** Edges that are not there yet. */
  readonly joined: readonly GhostEdge[];
  /** Edges whose wait or condition would be another. */
  readonly rewritten: readonly (GhostEdge & { readonly was: Edge })[];
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

/** The differences between what is there and what would be. */
export function ghostsOf({ process }: Preview, { steps, edges }: Snapshot): Ghosts {
  const { steps: next = [], edges: joins = [] } = process;
  const ghosts = new Map<string, GhostStep>();
  for (const step of next) {
    const { width, height } = stepBox(step);
    if (step.position === undefined) continue;
    ghosts.set(step.id, { step, box: { ...step.position, width, height } });
  }
  const standing = new Map([...edges.values()].map((edge) => [pairOf(edge), edge]));
  const edgesAsTheyWouldBe = joins.flatMap((edge): GhostEdge[] => {
    const [from, to] = [ghosts.get(edge.from)?.box, ghosts.get(edge.to)?.box];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  return {
    added: [...ghosts.values()].filter(({ step }) => !steps.has(step.id)),
    changed: [...ghosts.values()].filter(({ step }) => {
      const was = steps.get(step.id);
      return was !== undefined && !looksAlike(was, step);
    }),
    gone: [...steps.values()].flatMap((step) => {
      if (step.x === undefined || step.y === undefined) return [];
      if (next.some(({ id }) => id === step.id)) return [];
      const { width, height } = stepBox(step);
      return [{ step, box: { x: step.x, y: step.y, width, height } }];
    }),
    joined: edgesAsTheyWouldBe.filter(({ edge }) => !standing.has(pairOf(edge))),
    rewritten: edgesAsTheyWouldBe.flatMap((ghost) => {
      const was = standing.get(pairOf(ghost.edge));
      if (was === undefined) return [];
      const { edge } = ghost;
      return was.max_wait === edge.max_wait && was.when === edge.when ? [] : [{ ...ghost, was }];
    }),
  };
}

/** Where what would be new or different stands, and the steps that it would be joined to. */
export function boxesOfPreview(preview: Preview, snapshot: Snapshot): readonly Box[] {
  const { added, changed, gone, joined, rewritten } = ghostsOf(preview, snapshot);
  return [
    ...[...added, ...changed, ...gone].map(({ box }) => box),
    ...[...joined, ...rewritten].flatMap(({ from, to }) => [from, to]),
  ];
}

function looksAlike(was: Step, will: ProcessStep): boolean {
  return (
    was.kind === will.kind &&
    was.outcome === will.outcome &&
    was.channel === will.channel &&
    was.name === will.name
  );
}
