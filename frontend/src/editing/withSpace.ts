/** A process that the server has changed, with a place for every step that it put in. */

import type { Process } from "../api/process";
import { stepBox } from "../geometry/sizes/stepBox";
import { type Newcomer, spaceFor } from "../geometry/space/making";
import { placedBoxes } from "../geometry/space/placing";
import type { Snapshot } from "../model/snapshot";

/**
 * The process with its new steps standing free and the others moved down for them. The server
 * knows no sizes, so its own places for new steps count only where these are joined to nothing.
 */
export function withSpace(process: Process, before: Snapshot): Process {
  const { steps = [], edges = [] } = process;
  const kept = new Set(steps.map(({ id }) => id));
  const standing = new Map([...placedBoxes(before)].filter(([id]) => kept.has(id)));
  if (standing.size === 0) return process;
  const newcomers = steps.flatMap((step): Newcomer[] => {
    if (before.steps.has(step.id)) return [];
    const { width, height } = stepBox(step);
    const at = step.position;
    return [{ id: step.id, width, height, ...(at === undefined ? {} : { at }) }];
  });
  if (newcomers.length === 0) return process;
  const places = spaceFor(standing, newcomers, edges);
  return {
    ...process,
    steps: steps.map((step) => {
      const place = places.get(step.id);
      return place === undefined ? step : { ...step, position: { x: place.x, y: place.y } };
    }),
  };
}
