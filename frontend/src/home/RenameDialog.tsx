import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import styles from "./Home.module.css";

interface RenameDialogProps {
  name: string;
  opened: boolean;
  onRename: (name: string) => void;
  onClose: () => void;
  /** Called once it is out of the way, and the focus free to go elsewhere. */
  onGone: () => void;
}

/** Asks for another name of a process. */
export function RenameDialog({ opened, onGone, ...form }: RenameDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={form.onClose}
      title={`Rename “${form.name}”`}
      returnFocus={false}
      onExitTransitionEnd={onGone}
    >
      <RenameForm {...form} />
    </Modal>
  );
}

function RenameForm({ name, onRename, onClose }: Omit<RenameDialogProps, "opened" | "onGone">) {
  const [draft, setDraft] = useState(name);
  const wanted = draft.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === "") return;
        onClose();
        if (wanted !== name) onRename(wanted);
      }}
    >
      <TextInput
        label="Name of the process"
        data-autofocus
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className={styles.askButtons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={wanted === ""}>
          Rename
        </Button>
      </div>
    </form>
  );
}
