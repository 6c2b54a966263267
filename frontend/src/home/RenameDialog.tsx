import { Button, Modal, TextInput } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useReturnFocus } from "../ui/useReturnFocus";
import styles from "./Home.module.css";

interface RenameDialogProps {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
  /** What has the focus once it is closed. */
  back: RefObject<HTMLElement | null>;
}

/** Asks for another name of a process. */
export function RenameDialog({ back, ...form }: RenameDialogProps) {
  useReturnFocus(back);
  return (
    <Modal opened onClose={form.onClose} title={`Rename “${form.name}”`} returnFocus={false}>
      <RenameForm {...form} />
    </Modal>
  );
}

function RenameForm({ name, onRename, onClose }: Omit<RenameDialogProps, "back">) {
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
