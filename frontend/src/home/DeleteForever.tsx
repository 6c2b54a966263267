import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { deleteForever } from "../api/touchline";
import { say, sayProblem } from "../ui/notices/notices";
import { useReturnFocus } from "../ui/useReturnFocus";
import styles from "./Home.module.css";

interface DeleteForeverProps {
  id: string;
  name: string;
  onChange: () => Promise<void>;
}

/** Deletes a process in the bin for ever, once that is said to be meant. */
export function DeleteForever({ id, name, onChange }: DeleteForeverProps) {
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void deleteForever(id).then(() => {
      say(`“${name}” is deleted.`);
      return onChange();
    }, sayProblem);
  };
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(true)}>
        Delete for ever
      </Button>
      {asking && <DeleteDialog name={name} onDelete={remove} onClose={() => setAsking(false)} />}
    </>
  );
}

interface DeleteDialogProps {
  name: string;
  onDelete: () => void;
  onClose: () => void;
}

function DeleteDialog({ name, onDelete, onClose }: DeleteDialogProps) {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={`Delete “${name}” for ever?`}>
      <p className={styles.askText}>It cannot be brought back.</p>
      <div className={styles.askButtons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red.9" onClick={onDelete}>
          Delete for ever
        </Button>
      </div>
    </Modal>
  );
}
