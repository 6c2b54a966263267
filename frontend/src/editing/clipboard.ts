/** Copy, cut, paste and duplicate: steps travel as YAML, the same that a file holds. */
import { ApiError } from "../api/client";
import type { Process, ProcessStep } from "../api/process";
import { readYaml } from "../api/touchline";
import { showKeys } from "../commands/keys";
import { addFragment } from "../document/edits/addFragment";
import type { Box, Point } from "../geometry/shapes";
import { stepBox } from "../geometry/sizes/stepBox";
import { freeOffset } from "../geometry/space/free";
import { placedBoxes } from "../geometry/space/placing";
import { onGrid } from "../geometry/space/snapping";
import { toProcess } from "../model/toProcess";
import { writeYaml } from "../model/yaml";
import type { Editor } from "../session/Editor";
import { selectSteps } from "../session/select";
import { say } from "../ui/notices/notices";
import { deleteSelected } from "./deleting";
import { pastedYaml } from "./pasted";

/** Anything written as `key: value` or as `{…}`; what has none of it is no YAML of a process. */
const HAS_KEYS = /[\w"'][ \t]*:|[{[]/;
const PLAIN_TEXT =
  "That is not a process to paste, but plain text. Steps are pasted as YAML, as Copy gives them; a list of names goes into the outline.";

/** How far beside the original a copy stands, in pixels. */
const BESIDE = 48;

/** The selected steps and the edges between them; null when no step is selected. */
export function selectedProcess(editor: Editor): Process | null {
  const { steps } = editor.selection.get();
  if (steps.size === 0) return null;
  const { description: _, ...process } = toProcess(editor.document.snapshot);
  const copied = (process.steps ?? []).filter((step) => steps.has(step.id));
  const stages = new Set(copied.map((step) => step.stage));
  const { stages: all, ...rest } = process;
  const used = (all ?? []).filter((stage) => stages.has(stage));
  return {
    ...rest,
    ...(used.length === 0 ? {} : { stages: used }),
    steps: copied,
    edges: (process.edges ?? []).filter((edge) => steps.has(edge.from) && steps.has(edge.to)),
  };
}

/** What is copied when the browser asks for it; null leaves the browser to its own copy. */
export function selectedYaml(editor: Editor): string | null {
  const process = selectedProcess(editor);
  return process === null ? null : writeYaml(process);
}

export async function copyToClipboard(editor: Editor): Promise<void> {
  const yaml = selectedYaml(editor);
  if (yaml !== null) await navigator.clipboard.writeText(yaml);
}

export async function cutToClipboard(editor: Editor): Promise<void> {
  await copyToClipboard(editor);
  deleteSelected(editor);
}

/** Pastes what is on the clipboard: at a point of the canvas, when one is given. */
export async function pasteFromClipboard(editor: Editor, at?: Point): Promise<void> {
  await pasteText(editor, await clipboardText(), at);
}

/** What is on the clipboard. Throws an Error that says what to do where the browser keeps it shut. */
async function clipboardText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch (error) {
    const isShut = error instanceof DOMException && error.name === "NotAllowedError";
    if (!isShut) throw error;
    const message = `The browser does not let this page look at the clipboard. ${showKeys("Mod+V")} pastes all the same.`;
    throw new Error(message, { cause: error });
  }
}

/** Adds the steps of a YAML text; a text that is no process is refused, and changes nothing. */
export async function pasteText(editor: Editor, text: string, at?: Point): Promise<void> {
  if (text.trim() === "") {
    say("There is nothing on the clipboard to paste.");
    return;
  }
  if (!HAS_KEYS.test(text)) {
    say(PLAIN_TEXT);
    return;
  }
  let process: Process;
  try {
    ({ process } = await readYaml(pastedYaml(text)));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    say(whyNotPasted(error));
    return;
  }
  const count = process.steps?.length ?? 0;
  if (count === 0) say("There is no step in what was copied.");
  else paste(editor, process, at);
}

/** Adds a copy of the selected steps beside them. */
export function duplicateSelection(editor: Editor): void {
  const process = selectedProcess(editor);
  if (process !== null) paste(editor, process);
}

function paste(editor: Editor, process: Process, at?: Point): void {
  const { document } = editor;
  const moved = offsetOf(editor, process.steps ?? [], at);
  const added = addFragment(document, process, ({ position }) =>
    position === undefined ? undefined : { x: position.x + moved.x, y: position.y + moved.y },
  );
  selectSteps(editor, added);
  const [first] = added;
  if (first !== undefined) editor.canvas.get()?.show(first);
}

/** How far what is pasted is moved, so that it stands on nothing else. */
function offsetOf(editor: Editor, steps: readonly ProcessStep[], at?: Point): Point {
  const { snapshot } = editor.document;
  const boxes = placedBoxes(snapshot);
  const originals = steps.flatMap((step) => boxes.get(step.id) ?? []);
  const wanted = wantedOffset(editor, steps, originals, at);
  const pasted = steps.flatMap((step): Box[] => {
    const { width, height } = stepBox(step);
    return step.position === undefined ? [] : [{ ...step.position, width, height }];
  });
  return freeOffset(pasted, wanted, [...boxes.values()]);
}

/**
 * To where the person pointed; else beside the originals where they are in this process, or to
 * where the person is looking.
 */
function wantedOffset(
  editor: Editor,
  steps: readonly ProcessStep[],
  originals: readonly Box[],
  at?: Point,
): Point {
  const places = steps.flatMap((step) => step.position ?? []);
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  if (at !== undefined) return { x: onGrid(at.x - left), y: onGrid(at.y - top) };
  if (originals.length > 0) {
    const right = Math.max(...originals.map(({ x, width }) => x + width));
    return { x: onGrid(right - left + BESIDE), y: 0 };
  }
  const centre = editor.canvas.get()?.centre() ?? { x: 0, y: 0 };
  return { x: onGrid(centre.x - left - 100), y: onGrid(centre.y - top - 56) };
}

function whyNotPasted(error: ApiError): string {
  if (error.unreachable)
    return "Pasting reads the text on the server, which cannot be reached now.";
  const [first] = error.errors;
  if (first === undefined) return `That is not a process to paste. ${error.message}`;
  const where = first.line == null ? "" : `line ${first.line}: `;
  const more = error.errors.length > 1 ? ` (and ${error.errors.length - 1} more)` : "";
  return `That is not a process to paste: ${where}${first.message}${more}`;
}
