import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { useStep, useStepIds } from "../../document/hooks";
import { useEditor } from "../../session/Editor";
import { selectStep } from "../../session/select";
import { sayStep } from "../state/nodes";

/** The painted steps for those who do not see them: each can be selected, and is then framed. */
export const StepList = memo(function StepList() {
  const ids = useStepIds();
  return (
    <VisuallyHidden component="ul" aria-label="Steps of the process">
      {ids.map((id) => (
        <ListedStep key={id} id={id} />
      ))}
    </VisuallyHidden>
  );
});

const ListedStep = memo(function ListedStep({ id }: { id: string }) {
  const editor = useEditor();
  const step = useStep(id);
  if (step === undefined) return null;
  return (
    <li>
      {/* The arrow keys walk on the chart; a thousand stops for Tab would be no help. */}
      <button
        type="button"
        tabIndex={-1}
        onClick={() => {
          selectStep(editor, id);
          editor.canvas.get()?.frame([id]);
        }}
      >
        {sayStep(step)}
      </button>
    </li>
  );
});
