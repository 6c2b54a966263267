/** The formats of files, as the server's registry has them; `make types` writes the list. */
import formats from "./formats.json";

export interface Format {
  readonly id: string;
  readonly name: string;
  /** What it is good for. */
  readonly use: string;
  /** The endings of its files' names, its own first, without the dot. */
  readonly endings: readonly string[];
  readonly mediaTypes: readonly string[];
  readonly reads: boolean;
  readonly writes: boolean;
  /** What can be chosen about it; a format with choices is drawn. */
  readonly options: readonly string[];
}

const ALL: readonly Format[] = formats;

/** In the order in which menus list them. */
export const WRITTEN_FORMATS = ALL.filter(({ writes }) => writes);
export const READ_FORMATS = ALL.filter(({ reads }) => reads);

/** What a file chooser offers to import. */
export const READ_FILES = READ_FORMATS.flatMap(({ endings, mediaTypes }) => [
  ...endings.map((ending) => `.${ending}`),
  ...mediaTypes.filter((type) => type !== "text/plain"),
]).join(",");

/** The media type in which a file of that name is sent to be read. */
export function mediaTypeOf(fileName: string): string {
  const ending = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  const format = READ_FORMATS.find(({ endings }) => endings.includes(ending));
  return format?.mediaTypes[0] ?? "application/yaml";
}
