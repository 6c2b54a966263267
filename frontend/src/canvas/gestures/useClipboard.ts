import { useEffect } from "react";
import { isTyping } from "../../commands/keys";
import { pasteText, selectedYaml } from "../../editing/clipboard";
import { deleteSelected } from "../../editing/deleting";
import { useEditor } from "../../session/Editor";
import { sayProblem } from "../../ui/notices/notices";
import { onClipboard } from "../../ui/onClipboard";

/** The browser's own copy, cut and paste, for the steps on the canvas. */
export function useClipboard(): void {
  const editor = useEditor();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const yaml = isForText(event) ? null : selectedYaml(editor);
      if (yaml === null || event.clipboardData === null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", yaml);
      if (event.type === "cut") deleteSelected(editor);
    };
    const paste = (event: ClipboardEvent) => {
      if (isForText(event) || event.clipboardData === null) return;
      event.preventDefault();
      pasteText(editor, event.clipboardData.getData("text/plain")).catch(sayProblem);
    };
    return onClipboard(copy, paste);
  }, [editor]);
}

/** Whether somebody is typing, or has marked words on the page, and means those. */
function isForText(event: ClipboardEvent): boolean {
  const isDialog =
    event.target instanceof Element && event.target.closest("[role=dialog]") !== null;
  const marked = event.type !== "paste" && getSelection()?.isCollapsed === false;
  return isDialog || marked || isTyping(event.target) || isTyping(document.activeElement);
}
