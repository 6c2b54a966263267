/**
 * Builds a drawing of the server's as elements of this page. The server writes nothing but plain
 * shapes and text; whatever else a file might hold is left out here as well.
 */

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Each element with the attributes that it may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  svg: ["viewBox", "width", "height", "font-family"],
  title: [],
  desc: [],
  rect: ["x", "y", "width", "height", "rx", "ry"],
  g: ["class", "data-step", "transform"],
  path: ["d", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "stroke-width"],
  text: ["x", "y", "font-size", "font-weight", "text-anchor", "direction"],
};
const PAINT = ["fill", "stroke", "opacity"];
/** A colour by number or name, never a reference to something elsewhere. */
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]+|[0-9.]+)$/i;

/** The drawing as an element; null when the text is no SVG. */
export function safeSvg(text: string): SVGSVGElement | null {
  const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
  if (documentElement.localName !== "svg") return null;
  const copy = copyOf(documentElement);
  return copy instanceof SVGSVGElement ? copy : null;
}

function copyOf(element: Element): Element | null {
  const attributes = ALLOWED[element.localName];
  if (attributes === undefined || element.namespaceURI !== NAMESPACE) return null;
  const copy = document.createElementNS(NAMESPACE, element.localName);
  for (const { name, value } of element.attributes) {
    const painted = PAINT.includes(name) && COLOUR.test(value);
    if (painted || attributes.includes(name)) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? "");
    else if (child instanceof Element) {
      const inner = copyOf(child);
      if (inner !== null) copy.append(inner);
    }
  }
  return copy;
}
