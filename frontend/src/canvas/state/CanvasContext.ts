/** What the parts of the canvas share while it is shown. */
import { createContext, use } from "react";
import type { Landing } from "../../editing/adding";
import type { GapBadge } from "../../findings/gaps";
import type { Guide } from "../../geometry/space/snapping";
import { createStore, type Store } from "../../ui/store";
import { DrawnRoutes } from "./DrawnRoutes";
import { LabelPlaces } from "./LabelPlaces";
import { Routes } from "./Routes";
import { StepBoxes } from "./StepBoxes";

export interface CanvasState {
  /** Where the steps stand at this moment. */
  readonly boxes: StepBoxes;
  /** Whether the view is near enough for words to be read; else the overview is drawn. */
  readonly readable: Store<boolean>;
  /** Whether they are so small that a step shows its name alone, and larger. */
  readonly afar: Store<boolean>;
  /** The steps that are in somebody's hand. */
  readonly held: Store<ReadonlySet<string>>;
  /** The step under the pointer in the overview. */
  readonly hoveredStep: Store<string | null>;
  /** The edge under the pointer. */
  readonly hoveredEdge: Store<string | null>;
  /** The edge into which what is being dragged would be put. */
  readonly openEdge: Store<string | null>;
  /** Where what is being dragged from the palette would come to stand. */
  readonly landing: Store<Landing | null>;
  /** The lines along which what is being dragged stands in line with others. */
  readonly guides: Store<readonly Guide[]>;
  /** Counts up when steps have come to rest somewhere else, and edges look for their routes anew. */
  readonly rests: Store<number>;
  /** The routes that the last layout drew. */
  readonly drawn: DrawnRoutes;
  /** The route of each edge. */
  readonly routes: Routes;
  /** The badge of each over-long silence. */
  readonly gapBadges: Store<readonly GapBadge[]>;
  /** The level of each edge (`from to`) that is a part of such a silence. */
  readonly gapLevels: Store<ReadonlyMap<string, "over" | "endless">>;
  readonly labelPlaces: LabelPlaces;
}

export function createCanvasState(): CanvasState {
  const boxes = new StepBoxes();
  const rests = createStore(0);
  const drawn = new DrawnRoutes();
  return {
    boxes,
    readable: createStore(true),
    afar: createStore(false),
    held: createStore<ReadonlySet<string>>(new Set()),
    hoveredStep: createStore<string | null>(null),
    hoveredEdge: createStore<string | null>(null),
    openEdge: createStore<string | null>(null),
    landing: createStore<Landing | null>(null),
    guides: createStore<readonly Guide[]>([]),
    rests,
    drawn,
    routes: new Routes(boxes, drawn, rests),
    gapBadges: createStore<readonly GapBadge[]>([]),
    gapLevels: createStore<ReadonlyMap<string, "over" | "endless">>(new Map()),
    labelPlaces: new LabelPlaces(),
  };
}

export const CanvasContext = createContext<CanvasState | null>(null);

export function useCanvas(): CanvasState {
  const canvas = use(CanvasContext);
  if (canvas === null) throw new Error("There is no canvas around this part of the screen.");
  return canvas;
}
