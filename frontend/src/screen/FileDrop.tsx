import { useCallback } from "react";
import { pasteText } from "../editing/clipboard";
import { MAX_BYTES, TOO_LARGE } from "../model/largest";
import { type Editor, useEditor } from "../session/Editor";
import { DropArea } from "../ui/DropArea";
import { say, sayProblem } from "../ui/notices/notices";

/** Files dropped on an open process: their steps are added, as if their text were pasted. */
export function FileDrop() {
  const editor = useEditor();
  const onFiles = useCallback(
    (files: File[]) => {
      addSteps(editor, files).catch(sayProblem);
    },
    [editor],
  );
  return <DropArea words="Drop the YAML file to add its steps to this process" onFiles={onFiles} />;
}

async function addSteps(editor: Editor, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const text = await textOf(file);
    if (text !== null) await pasteText(editor, text);
  }
}

/** The text of a file; null where there is none, which is said. */
async function textOf(file: File): Promise<string | null> {
  const refuse = (why: string) => {
    say(`“${file.name}” was not added. ${why}`);
    return null;
  };
  if (file.size > MAX_BYTES) return refuse(TOO_LARGE);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse("It is not a text in UTF-8.");
  }
  return text.trim() === "" ? refuse("It is empty.") : text;
}
