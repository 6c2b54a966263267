/** What the canvas is measured in: points, sizes, boxes, and the lines of edges; all in pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

export interface Route {
  /** Where it starts, and then cubic Bézier control points, three for each part; ends at the tip. */
  readonly points: readonly Point[];
  /** The centre of its label. */
  readonly label: Point;
}
