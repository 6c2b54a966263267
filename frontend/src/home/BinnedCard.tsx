import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { deleteForever, restoreProcess } from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import { ago } from "../ui/ago";
import { say, sayProblem } from "../ui/notices/notices";
import { useReturnFocus } from "../ui/useReturnFocus";
import styles from "./Home.module.css";
import { ProcessThumbnail } from "./Thumbnail";

interface BinnedCardProps {
  process: ProcessSummary;
  now: Date;
  onChange: () => Promise<void>;
}

/** A process in the bin: back to the others, or gone for ever. */
export function BinnedCard({ process, now, onChange }: BinnedCardProps) {
  const { id, name, deleted_at } = process;
  const [asking, setAsking] = useState(false);
  const restore = () =>
    restoreProcess(id).then(() => {
      say(`“${name}” is back among the processes.`);
      return onChange();
    }, sayProblem);
  const remove = () => {
    setAsking(false);
    void deleteForever(id).then(() => {
      say(`“${name}” is deleted.`);
      return onChange();
    }, sayProblem);
  };
  return (
    <article className={styles.card} aria-label={name} data-binned>
      <ProcessThumbnail process={process} />
      <div className={styles.cardText}>
        <h3 className={styles.cardName} title={name}>
          {name}
        </h3>
        <p className={styles.cardSoft}>
          {deleted_at !== null && <span>Moved here {ago(new Date(deleted_at), now)}</span>}
        </p>
        <div className={styles.cardButtons}>
          <Button variant="default" size="compact-sm" onClick={restore}>
            Restore
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(true)}>
            Delete for ever
          </Button>
        </div>
      </div>
      {asking && <DeleteDialog name={name} onDelete={remove} onClose={() => setAsking(false)} />}
    </article>
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
