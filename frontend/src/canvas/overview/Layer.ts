/** One canvas element of the overview, larger than the view, so that panning only shifts it. */

import type { Box, Size } from "../../geometry/shapes";
import type { Scheme } from "../../theme/tokens";
import type { View } from "../view/view";
import type { Sheet } from "./sheet";

export class Layer {
  private painted: View | null = null;
  private size: Size = { width: 0, height: 0 };
  private blank = true;
  stale = true;

  constructor(
    private readonly element: HTMLCanvasElement,
    private readonly margin: number,
  ) {}

  /** Whether the layer, moved along with the view, still covers it. */
  covers(view: View, { width, height }: Size): boolean {
    if (this.painted === null || this.painted.zoom !== view.zoom) return false;
    if (this.size.width !== width || this.size.height !== height) return false;
    const moved = Math.max(Math.abs(view.x - this.painted.x), Math.abs(view.y - this.painted.y));
    return this.blank || moved <= this.margin;
  }

  /** Puts what is painted where it belongs in the view, larger or smaller if need be. */
  follow({ x, y, zoom }: View): void {
    if (this.painted === null) return;
    const times = zoom / this.painted.zoom;
    const left = x - (this.painted.x + this.margin) * times;
    const top = y - (this.painted.y + this.margin) * times;
    this.element.style.transform = `translate(${left}px, ${top}px) scale(${times})`;
  }

  /** Has the layer painted: on its sheet, for the area that is on it; false leaves it blank. */
  paint(view: View, size: Size, scheme: Scheme, draw: (sheet: Sheet, area: Box) => boolean): void {
    const context = this.element.getContext("2d");
    if (context === null) return;
    const { width, height } = this.fit(size);
    if (!this.blank) {
      context.resetTransform();
      context.clearRect(0, 0, this.element.width, this.element.height);
    }
    const scale = view.zoom * devicePixelRatio;
    const [left, top] = [view.x + this.margin, view.y + this.margin];
    context.setTransform(scale, 0, 0, scale, left * devicePixelRatio, top * devicePixelRatio);
    const area = {
      x: -left / view.zoom,
      y: -top / view.zoom,
      width: width / view.zoom,
      height: height / view.zoom,
    };
    this.blank = !draw({ context, zoom: view.zoom, scheme }, area);
    this.painted = view;
    this.stale = false;
    this.follow(view);
  }

  /** Makes the element as large as the view and its margin; what was on it goes when it changes. */
  private fit(size: Size): Size {
    const [width, height] = [size.width + 2 * this.margin, size.height + 2 * this.margin];
    const across = Math.round(width * devicePixelRatio);
    const down = Math.round(height * devicePixelRatio);
    const { element } = this;
    if (element.width !== across || element.height !== down) {
      element.width = across;
      element.height = down;
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
    }
    this.size = { width: size.width, height: size.height };
    return { width, height };
  }
}
