import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import styles from "./MindMap.module.css";

interface MapDrawingProps {
  svg: SVGSVGElement;
  selected: ReadonlySet<string>;
  onSelect: (step: string) => void;
  /** Called to go on to the details of a step, after it was selected. */
  onOpen: () => void;
  onFocus: (part: Element) => void;
}

const STEP = "[data-step]";

/** The drawing with its steps as buttons: one of them takes Tab, the arrows go to the others. */
export function MapDrawing({ svg, selected, onSelect, onOpen, onFocus }: MapDrawingProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const focused = stepAt(document.activeElement, element);
    prepare(svg);
    element.replaceChildren(svg);
    if (focused !== null) find(element, focused)?.focus({ preventScroll: true });
  }, [svg]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has to be marked anew
  useEffect(() => {
    const steps = buttonsIn(holder.current);
    const [first] = steps;
    const tabbed = steps.find((step) => selected.has(step.dataset.step ?? "")) ?? first;
    for (const part of holder.current?.querySelectorAll<SVGGElement>(STEP) ?? []) {
      part.toggleAttribute("data-selected", selected.has(part.dataset.step ?? ""));
    }
    for (const step of steps) {
      step.setAttribute("aria-pressed", String(selected.has(step.dataset.step ?? "")));
      step.setAttribute("tabindex", step === tabbed ? "0" : "-1");
    }
  }, [svg, selected]);

  const click = (event: MouseEvent) => {
    const step = stepAt(event.target, holder.current);
    if (step === null) return;
    onSelect(step);
    if (holder.current !== null) find(holder.current, step)?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent) => {
    const step = stepAt(event.target, holder.current);
    if (step === null) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      onSelect(step);
      if (event.key === "Enter") onOpen();
      return;
    }
    const steps = buttonsIn(holder.current);
    const at = steps.findIndex((element) => element.dataset.step === step);
    const next = {
      ArrowDown: steps[at + 1],
      ArrowRight: steps[at + 1],
      ArrowUp: steps[at - 1],
      ArrowLeft: steps[at - 1],
      Home: steps[0],
      End: steps.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked are the buttons inside
    <div
      ref={holder}
      className={styles.drawing}
      onClick={click}
      onDoubleClick={(event) => {
        if (stepAt(event.target, holder.current) !== null) onOpen();
      }}
      onKeyDown={press}
      onFocus={(event) => onFocus(event.target)}
    />
  );
}

/** Names the steps for whoever cannot see them; what they say is read as the button's name. */
function prepare(svg: SVGSVGElement): void {
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", svg.querySelector(":scope > title")?.textContent ?? "Mind map");
  // A title within the drawing is a tooltip over all of it, which would cover those of the steps.
  svg.querySelector(":scope > title")?.remove();
  for (const step of buttonsIn(svg)) {
    step.setAttribute("role", "button");
    const [name] = step.querySelectorAll("title");
    const words = [...step.querySelectorAll("text")].map((line) => line.textContent).join(" ");
    step.setAttribute("aria-label", words || name?.textContent || "Step");
  }
}

/** The first of the parts of each step, which stands for it; its details can be clicked as well. */
function buttonsIn(drawing: Element | null): SVGGElement[] {
  if (drawing === null) return [];
  const seen = new Set<string | undefined>();
  return [...drawing.querySelectorAll<SVGGElement>(STEP)].filter(({ dataset }) => {
    const isFirst = !seen.has(dataset.step);
    seen.add(dataset.step);
    return isFirst;
  });
}

function find(holder: HTMLElement, step: string): SVGGElement | null {
  return holder.querySelector<SVGGElement>(`[data-step="${CSS.escape(step)}"]`);
}

function stepAt(target: EventTarget | null, holder: HTMLElement | null): string | null {
  if (!(target instanceof Element) || holder === null || !holder.contains(target)) return null;
  return target.closest<SVGGElement>(STEP)?.dataset.step ?? null;
}
