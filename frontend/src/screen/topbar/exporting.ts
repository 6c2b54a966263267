/** Makes a file of the process as it is on the screen. */

import type { Process } from "../../api/process";
import { exportProcess, render } from "../../api/touchline";
import type { Direction, DrawingFormat, ExportFormat, View } from "../../api/types";
import type { LiveConnection } from "../../document/live/LiveConnection";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
import { type Format, WRITTEN_FORMATS } from "../../model/formats";
import { slugOf } from "../../model/ids";
import { toProcess } from "../../model/toProcess";
import { writeYaml } from "../../model/yaml";
import type { Editor } from "../../session/Editor";
import { saveFile } from "../../ui/saveFile";

export interface ExportChoices {
  readonly view: View;
  readonly theme: "light" | "dark";
  readonly direction: Direction;
  readonly title: boolean;
  readonly legend: boolean;
}

/** What the browser can write by itself. */
const WRITTEN_HERE: Readonly<Record<string, (process: Process) => string>> = {
  yaml: writeYaml,
  json: (process) => `${JSON.stringify(process, null, 2)}\n`,
};

/** Whether only the server can write a format. */
export function needsServer({ id }: Format): boolean {
  return !(id in WRITTEN_HERE);
}

/** Makes the file and hands it to the browser. Raises ApiError or Error with what went wrong. */
export async function exportFile(
  editor: Editor,
  format: Format,
  choices: ExportChoices,
): Promise<void> {
  const { document } = editor;
  const fileName = (suffix = "") =>
    `${slugOf(document.snapshot.settings.name) || "process"}${suffix}.${format.endings[0]}`;
  if (format.options.length === 0) {
    // The server writes it as a person would; without the server it is at least all there.
    if (!needsServer(format) && !(await isSaved(editor.live)))
      return writeHere(document, format.id);
    const id = format.id as ExportFormat;
    return saveFile(await exportProcess(editor.id, { format: id }), fileName());
  }
  const process = toProcess(document.snapshot);
  const heeded = Object.entries(choices).filter(([choice]) => format.options.includes(choice));
  const drawn = { ...Object.fromEntries(heeded), format: format.id as DrawingFormat };
  const suffix = choices.view === "mindmap" && format.options.includes("view") ? "-mind-map" : "";
  const what = { process, view: choices.view, ...drawn };
  saveFile(await render(what, { about: editor.id }), fileName(suffix));
}

/** Hands the process to the browser as a YAML file, which takes no server. */
export function downloadYaml(document: TouchlineDocument): void {
  writeHere(document, "yaml");
}

function writeHere({ snapshot }: TouchlineDocument, id: string): void {
  const format = WRITTEN_FORMATS.find((one) => one.id === id);
  const write = WRITTEN_HERE[id];
  if (format === undefined || write === undefined) throw new Error(`${id} is not written here`);
  const file = new Blob([write(toProcess(snapshot))], { type: format.mediaTypes[0] ?? "" });
  saveFile(file, `${slugOf(snapshot.settings.name) || "process"}.${format.endings[0]}`);
}

/** Whether the server has everything that is on the screen, once that is known. */
function isSaved({ status }: LiveConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = () => {
      const { state } = status.get();
      // Neither lasts: a server that does not answer is offline before long.
      if (state === "saving" || state === "connecting") return;
      unsubscribe();
      resolve(state === "saved");
    };
    const unsubscribe = status.subscribe(settle);
    settle();
  });
}
