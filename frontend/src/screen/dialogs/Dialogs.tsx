import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { CommandChooser } from "./CommandChooser";
import { KeysDialog } from "./KeysDialog";
import { StepChooser } from "./StepChooser";

/** The dialog that a command has opened. */
export function Dialogs() {
  const editor = useEditor();
  const dialog = useStore(editor.dialog);
  const close = () => editor.dialog.set(null);
  switch (dialog) {
    case "commands":
      return <CommandChooser close={close} />;
    case "keys":
      return <KeysDialog close={close} />;
    case "find":
    case "join":
      return <StepChooser purpose={dialog} close={close} />;
    case null:
      return null;
  }
}
