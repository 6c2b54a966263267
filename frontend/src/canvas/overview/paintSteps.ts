/** Paints steps small, in the colours and the places that they have at full size. */

import type { Box } from "../../geometry/shapes";
import { isTouch, type Step } from "../../model/snapshot";
import { lookOf } from "../../theme/look";
import { type Look, tokens } from "../../theme/tokens";
import { LEAST_ZOOM_OF_NAMES, writeNames } from "./names";
import { FADED, type PaintedStep, type Sheet, wide } from "./sheet";

/** Between these zooms the pale fill of a step goes over into its strong colour. */
const [PALE, STRONG] = [0.4, 0.12];
/** The least widths, in pixels on the screen. */
const LEAST_OUTLINE = 0.75;
const LEAST_HALO = 5;
const LEAST_DOT = 2.6;
/** However far off, a finding is a dot of this radius. */
const SMALLEST_DOT = 2;
const { cornerRadius, fold, stroke } = tokens.step;

export function paintSteps(sheet: Sheet, steps: readonly PaintedStep[]): void {
  const { context, zoom, scheme } = sheet;
  const { kind, silence, surface } = tokens[scheme];
  const strength = Math.min(Math.max((PALE - zoom) / (PALE - STRONG), 0), 1);
  halo(
    sheet,
    steps.filter(({ place }) => place === "shown"),
    silence.over.line,
    0.45,
    10,
  );
  for (const { look, faded, group } of alike(steps)) {
    const colours = kind[look];
    context.globalAlpha = faded ? FADED : 1;
    context.fillStyle = mix(colours.fill, colours.stroke, 0.62 * strength);
    context.strokeStyle = colours.stroke;
    context.lineWidth = wide(sheet, stroke, LEAST_OUTLINE);
    context.lineJoin = "round";
    traceAll(context, group);
    context.fill();
    context.stroke();
    if (zoom >= LEAST_ZOOM_OF_NAMES) writeNames(context, group, colours);
  }
  halo(
    sheet,
    steps.filter(({ selected }) => selected),
    surface.accent,
    1,
    7,
  );
  context.globalAlpha = 1;
  dots(sheet, steps);
}

/** A step that the pointer is on. */
export function paintHoveredStep(sheet: Sheet, step: PaintedStep): void {
  halo(sheet, [step], tokens[sheet.scheme].kind[lookOf(step.step)].stroke, 0.4, 7);
}

function halo(
  sheet: Sheet,
  steps: readonly PaintedStep[],
  colour: string,
  alpha: number,
  width: number,
): void {
  if (steps.length === 0) return;
  const { context } = sheet;
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = wide(sheet, width, LEAST_HALO, 6);
  context.lineJoin = "round";
  traceAll(context, steps);
  context.stroke();
  context.globalAlpha = 1;
}

interface Alike {
  readonly look: Look;
  readonly faded: boolean;
  readonly group: PaintedStep[];
}

/** The steps in groups that are painted with one stroke. */
function alike(steps: readonly PaintedStep[]): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const painted of steps) {
    const look = lookOf(painted.step);
    const faded = painted.place === "faded";
    const key = `${look} ${faded}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { look, faded, group: [painted] });
    else known.group.push(painted);
  }
  return groups.values();
}

/** Errors and warnings as dots at the corner where their badges are. */
function dots(sheet: Sheet, steps: readonly PaintedStep[]): void {
  const { context, scheme, zoom } = sheet;
  const { severity, surface } = tokens[scheme];
  const radius = Math.max(wide(sheet, 8, LEAST_DOT, 2.5), SMALLEST_DOT / zoom);
  for (const level of ["warning", "error"] as const) {
    context.beginPath();
    for (const { step, box, severity: worst, place } of steps) {
      if (worst !== level || place === "faded") continue;
      const x = step.kind === "decision" ? box.x + box.width / 2 : box.x + box.width;
      context.moveTo(x + radius, box.y);
      context.arc(x, box.y, radius, 0, 2 * Math.PI);
    }
    context.fillStyle = severity[level];
    context.strokeStyle = surface.canvas;
    context.lineWidth = radius / 3;
    context.stroke();
    context.fill();
  }
}

function traceAll(context: CanvasRenderingContext2D, steps: readonly PaintedStep[]): void {
  context.beginPath();
  for (const { step, box } of steps) trace(context, step, box);
}

/** The outline of a step, as at full size. */
function trace(context: CanvasRenderingContext2D, step: Step, box: Box): void {
  const { x, y, width, height } = box;
  if (step.kind === "decision") {
    context.moveTo(x + width / 2, y);
    context.lineTo(x + width, y + height / 2);
    context.lineTo(x + width / 2, y + height);
    context.lineTo(x, y + height / 2);
    context.closePath();
  } else if (isTouch(step)) {
    context.moveTo(x, y);
    context.lineTo(x + width - fold, y);
    context.lineTo(x + width, y + fold);
    context.lineTo(x + width, y + height);
    context.lineTo(x, y + height);
    context.closePath();
  } else if (step.kind === "task") {
    context.rect(x, y, width, height);
  } else {
    const round = step.kind === "contact" ? cornerRadius : Math.min(height / 2, 36);
    context.roundRect(x, y, width, height, round);
  }
}

/** So much of the second colour in the first; both as `#rrggbb`. */
export function mix(first: string, second: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * (1 - part) + (b ?? 0) * part);
  });
  return `rgb(${channels.join(" ")})`;
}
