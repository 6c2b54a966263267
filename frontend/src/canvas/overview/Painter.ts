/** Keeps the painted overview in step with the view, the process and the pointer. */
import type { ReactFlowState } from "@xyflow/react";
import type { Severity } from "../../api/types";
import { levelOf } from "../../findings/levels";
import { areaOf, touch } from "../../geometry/routes/obstacles";
import type { Box } from "../../geometry/shapes";
import { stepBox } from "../../geometry/sizes/stepBox";
import { stagePanels } from "../../geometry/space/stagePanels";
import type { Edge } from "../../model/snapshot";
import type { Editor } from "../../session/Editor";
import { placeOnShown, revealed } from "../../session/reveal";
import type { Scheme } from "../../theme/tokens";
import type { CanvasState } from "../state/CanvasContext";
import type { View } from "../view/view";
import { Layer } from "./Layer";
import { type PaintedBadge, paintBadges } from "./paintBadges";
import { paintEdges, paintHoveredEdge } from "./paintEdges";
import { paintPanels } from "./paintPanels";
import { paintHoveredStep, paintSteps } from "./paintSteps";
import { type PaintedEdge, type PaintedStep, type Sheet, visible } from "./sheet";

/** How far beyond the view the ground is painted, so that panning paints nothing: in pixels. */
const MARGIN = 240;
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export interface Sources {
  readonly editor: Editor;
  readonly canvas: CanvasState;
  readonly flow: {
    getState(): ReactFlowState;
    subscribe(listener: () => void): () => void;
  };
}

/**
 * The overview on two layers: the ground with all that stays, and above it what follows the
 * pointer: what is hovered, and the steps in hand with their edges.
 */
export class Painter {
  private readonly ground: Layer;
  private readonly hand: Layer;
  private readonly stops: (() => void)[];
  private frame = 0;

  constructor(
    ground: HTMLCanvasElement,
    hand: HTMLCanvasElement,
    private readonly sources: Sources,
    private readonly scheme: Scheme,
  ) {
    this.ground = new Layer(ground, MARGIN);
    this.hand = new Layer(hand, 0);
    const { canvas, editor, flow } = sources;
    const { boxes, held } = canvas;
    const all = () => this.repaint(this.ground, this.hand);
    const pointer = () => this.repaint(this.hand);
    this.stops = [
      flow.subscribe(() => this.follow()),
      editor.document.store.subscribe(all),
      editor.checking.state.subscribe(all),
      editor.selection.subscribe(all),
      revealed.subscribe(all),
      canvas.gapLevels.subscribe(all),
      canvas.gapBadges.subscribe(all),
      canvas.rests.subscribe(all),
      boxes.arrangements.subscribe(all),
      held.subscribe(all),
      boxes.moves.subscribe(pointer),
      canvas.hoveredStep.subscribe(pointer),
      canvas.hoveredEdge.subscribe(pointer),
      canvas.openEdge.subscribe(pointer),
    ];
    this.paint();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
  }

  private get view(): View {
    const [x, y, zoom] = this.sources.flow.getState().transform;
    return { x, y, zoom };
  }

  private follow(): void {
    const { view } = this;
    const size = this.sources.flow.getState();
    for (const layer of [this.ground, this.hand]) {
      layer.follow(view);
      if (!layer.covers(view, size)) this.repaint(layer);
    }
  }

  private repaint(...layers: readonly Layer[]): void {
    for (const layer of layers) layer.stale = true;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { view, scheme } = this;
    const size = this.sources.flow.getState();
    const { editor } = this.sources;
    const { boxes, held } = this.sources.canvas;
    if (this.ground.stale) {
      this.ground.paint(view, size, scheme, (sheet, area) => {
        paintPanels(sheet, stagePanels(editor.document.snapshot, boxes.all()), boxes);
        paintEdges(
          sheet,
          this.edges(area, (edge) => !isHeld(edge, held.get())),
        );
        paintSteps(
          sheet,
          this.steps(area, (id) => !held.get().has(id)),
        );
        paintBadges(sheet, this.badges(area), boxes);
        return true;
      });
    }
    if (this.hand.stale) {
      this.hand.paint(view, size, scheme, (sheet, area) => this.paintHand(sheet, area));
    }
  }

  /** What follows the pointer; false when that is nothing. */
  private paintHand(sheet: Sheet, area: Box): boolean {
    const { held, hoveredStep, hoveredEdge, openEdge } = this.sources.canvas;
    const inHand = held.get();
    const pointed = openEdge.get() ?? (inHand.size === 0 ? hoveredEdge.get() : null);
    const edges = pointed === null ? [] : this.edges(area, ({ id }) => id === pointed);
    for (const edge of edges) paintHoveredEdge(sheet, edge);
    if (inHand.size > 0) {
      paintEdges(
        sheet,
        this.edges(area, (one) => isHeld(one, inHand)),
      );
      paintSteps(
        sheet,
        this.steps(area, (id) => inHand.has(id)),
      );
      return true;
    }
    const hovered = hoveredStep.get();
    const steps = hovered === null ? [] : this.steps(area, (id) => id === hovered);
    for (const step of steps) paintHoveredStep(sheet, step);
    return edges.length + steps.length > 0;
  }

  private steps(area: Box, wanted: (id: string) => boolean): PaintedStep[] {
    const { canvas, editor } = this.sources;
    const { findingsOfStep } = editor.checking.state.get();
    const { steps } = editor.document.snapshot;
    const selected = editor.selection.get().steps;
    const stretch = revealed.get();
    const shown = new Set(stretch?.steps);
    const painted: PaintedStep[] = [];
    for (const [id, box] of canvas.boxes.all()) {
      if (!wanted(id) || !touch(box, area)) continue;
      const step = steps.get(id);
      if (step === undefined) continue;
      const found = findingsOfStep.get(id) ?? [];
      painted.push({
        step,
        box: visible(box, this.view.zoom),
        words: stepBox(step),
        selected: selected.has(id),
        place: stretch === null ? "plain" : shown.has(id) ? "shown" : "faded",
        severity: SEVERITIES.find((one) => found.some(({ severity }) => severity === one)),
      });
    }
    return painted;
  }

  /** The badges of the silences, faded ones left out, as are those of edges in hand. */
  private badges(area: Box): PaintedBadge[] {
    const { canvas, editor } = this.sources;
    const { snapshot } = editor.document;
    const { edges, outgoing } = snapshot;
    return canvas.gapBadges.get().flatMap((badge): PaintedBadge[] => {
      const [from = "", to] = badge.pair.split(" ");
      const id = outgoing.get(from)?.find((one) => edges.get(one)?.to === to);
      const edge = id === undefined ? undefined : edges.get(id);
      if (edge === undefined || isHeld(edge, canvas.held.get())) return [];
      if (placeOnShown(revealed.get(), badge.pair) === "faded") return [];
      const route = canvas.routes.of(edge, snapshot);
      return route !== null && touch({ ...route.label, width: 0, height: 0 }, area)
        ? [{ badge, route }]
        : [];
    });
  }

  private edges(area: Box, wanted: (edge: Edge) => boolean): PaintedEdge[] {
    const { canvas, editor } = this.sources;
    const { silences } = editor.checking.state.get();
    const gaps = canvas.gapLevels.get();
    const { snapshot } = editor.document;
    const selected = editor.selection.get().edges;
    const painted: PaintedEdge[] = [];
    for (const edge of snapshot.edges.values()) {
      if (!wanted(edge)) continue;
      const route = canvas.routes.of(edge, snapshot);
      if (route === null || !touch(areaOf(route.points, 0, 0), area)) continue;
      const pair = `${edge.from} ${edge.to}`;
      painted.push({
        route,
        level: levelOf(edge, gaps.get(pair), silences.get(pair)?.level),
        selected: selected.has(edge.id),
        place: placeOnShown(revealed.get(), pair),
      });
    }
    return painted;
  }
}

function isHeld({ from, to }: Edge, held: ReadonlySet<string>): boolean {
  return held.size > 0 && (held.has(from) || held.has(to));
}
