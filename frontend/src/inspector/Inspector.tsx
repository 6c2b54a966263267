import { useStep } from "../document/hooks";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";

/** The selected step or edge; nothing selected, the process and its settings. */
export function Inspector() {
  const { selection } = useEditor();
  const [id] = useStore(selection).steps;
  const step = useStep(id ?? "");
  return <h2 style={{ margin: 0, padding: "1rem" }}>{step?.name ?? "Process"}</h2>;
}
