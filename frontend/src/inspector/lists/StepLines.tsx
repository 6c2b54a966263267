import { moveListItem, removeListItem, writeListItem } from "../../document/edits/listItems";
import { useTouchlineDocument } from "../../document/hooks";
import type { LinesOfStep } from "../../document/write";
import type { ListItem } from "../../model/snapshot";
import { LineList } from "./LineList";

interface StepLinesProps {
  step: string;
  list: LinesOfStep;
  lines: readonly ListItem[];
  label: string;
  noun: string;
  hint: string;
  placeholder: string;
}

/** The checklist or the exit criteria of a step. */
export function StepLines({ step, list, ...rest }: StepLinesProps) {
  const document = useTouchlineDocument();
  return (
    <LineList
      {...rest}
      onWrite={(id, text, after) => {
        writeListItem(document, step, list, id, { text }, after);
        return true;
      }}
      onMove={(id, to) => moveListItem(document, step, list, id, to)}
      onRemove={(id, typed) => removeListItem(document, step, list, id, { typed })}
    />
  );
}
