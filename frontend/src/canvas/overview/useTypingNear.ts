import { useEffect } from "react";
import { type Editor, type Typing, useEditor } from "../../session/Editor";

/** What is typed where it stands is typed where it can be read: the view goes there first. */
export function useTypingNear(): void {
  const editor = useEditor();
  useEffect(() => {
    const goNear = () => {
      const typing = editor.typing.get();
      if (typing !== null) editor.canvas.get()?.frame(stepsOf(editor, typing));
    };
    goNear();
    return editor.typing.subscribe(goNear);
  }, [editor]);
}

function stepsOf({ document }: Editor, typing: NonNullable<Typing>): string[] {
  if (typing.what === "name") return [typing.step];
  const edge = document.snapshot.edges.get(typing.edge);
  return edge === undefined ? [] : [edge.from, edge.to];
}
