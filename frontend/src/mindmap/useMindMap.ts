import { useEffect, useState } from "react";
import { ApiError } from "../api/client";
import { render } from "../api/touchline";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../model/snapshot";
import { toProcess } from "../model/toProcess";
import { useEditor } from "../session/Editor";
import { safeSvg } from "./safeSvg";

/** How long the document has to stand still before it is drawn again, in milliseconds. */
const PAUSE = 250;
/** When to ask a server again that did not answer, in milliseconds. */
const RETRY = 3_000;

export interface Drawn {
  /** The drawing, or null before the first. */
  readonly svg: SVGSVGElement | null;
  /** Whether it shows the document as it is now. */
  readonly current: boolean;
  readonly problem: string | null;
}

// Where a step stands on the canvas is nothing to a mind map.
const textOf = (snapshot: Snapshot) => JSON.stringify(toProcess(snapshot, { positions: false }));

/** The mind map of the document, drawn by the server soon after each change. */
export function useMindMap(theme: "light" | "dark"): Drawn {
  const editor = useEditor();
  const text = useSnapshot(textOf);
  const wanted = `${theme} ${text}`;
  const [drawn, setDrawn] = useState<Drawn & { of: string | null }>({
    svg: null,
    current: false,
    problem: null,
    of: null,
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same again
  useEffect(() => {
    const request = new AbortController();
    const draw = async () => {
      const process = JSON.parse(text);
      // The page has the letters.
      const what = { process, view: "mindmap", format: "svg", theme, fonts: false } as const;
      try {
        const options = { signal: request.signal, about: editor.id, latest: true };
        const file = await render(what, options);
        const svg = safeSvg(await file.text());
        const problem = svg === null ? "The server sent no drawing." : null;
        setDrawn((before) => ({
          svg: svg ?? before.svg,
          current: true,
          problem,
          of: `${theme} ${text}`,
        }));
      } catch (error) {
        if (request.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setDrawn((before) => ({ ...before, problem: error.message }));
        if (error.unreachable) timer = setTimeout(() => setAttempt((count) => count + 1), RETRY);
      }
    };
    let timer = setTimeout(() => void draw(), PAUSE);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [editor, text, theme, attempt]);
  const { svg, of, problem } = drawn;
  return { svg, current: of === wanted, problem };
}
