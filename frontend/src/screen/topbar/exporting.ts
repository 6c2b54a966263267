/** Makes a file of the process as it is on the screen. */
import { exportProcess, render } from "../../api/touchline";
import type { Direction, DrawingFormat, View } from "../../api/types";
import type { LiveConnection } from "../../document/live/LiveConnection";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
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

export interface ExportFormat {
  readonly id: DrawingFormat | "yaml" | "json";
  readonly name: string;
  /** What it is good for. */
  readonly use: string;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: "svg", name: "SVG", use: "Sharp at any size" },
  { id: "png", name: "PNG", use: "For slides and chats" },
  { id: "pdf", name: "PDF", use: "To print or attach" },
  { id: "html", name: "Playbook", use: "The handbook, to work from" },
  { id: "yaml", name: "YAML", use: "To keep and import again" },
  { id: "dot", name: "DOT", use: "For Graphviz" },
  { id: "json", name: "JSON", use: "For programs" },
];

/** Whether a format is drawn by the server; the others the browser can write by itself. */
export function needsServer(format: ExportFormat["id"]): boolean {
  return format !== "json" && format !== "yaml";
}

/** Makes the file and hands it to the browser. Raises ApiError or Error with what went wrong. */
export async function exportFile(
  editor: Editor,
  format: ExportFormat["id"],
  choices: ExportChoices,
): Promise<void> {
  const { document } = editor;
  const name = slugOf(document.snapshot.settings.name) || "process";
  if (format === "json") {
    const text = `${JSON.stringify(toProcess(document.snapshot), null, 2)}\n`;
    return saveFile(new Blob([text], { type: "application/json" }), `${name}.json`);
  }
  if (format === "yaml") {
    // The server writes it as a person would; without the server it is at least all there.
    if (!(await isSaved(editor.live))) return downloadYaml(document);
    return saveFile(await exportProcess(editor.id, { format }), `${name}.yaml`);
  }
  const process = toProcess(document.snapshot);
  const { view, theme, direction, title, legend } = choices;
  const what = { process, view, format, theme, direction, title, legend };
  const file = await render(what, { about: editor.id });
  const suffix = view === "mindmap" && format !== "html" ? "-mind-map" : "";
  saveFile(file, `${name}${suffix}.${format}`);
}

/** Hands the process to the browser as a YAML file, which takes no server. */
export function downloadYaml(document: TouchlineDocument): void {
  const { snapshot } = document;
  const file = new Blob([writeYaml(toProcess(snapshot))], { type: "application/yaml" });
  saveFile(file, `${slugOf(snapshot.settings.name) || "process"}.yaml`);
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
