import { Button } from "@mantine/core";
import { restoreProcess } from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import { ago } from "../ui/ago";
import { say, sayProblem } from "../ui/notices/notices";
import { DeleteForever } from "./DeleteForever";
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
  const restore = () =>
    restoreProcess(id).then(() => {
      say(`“${name}” is back among the processes.`);
      return onChange();
    }, sayProblem);
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
          <DeleteForever id={id} name={name} onChange={onChange} />
        </div>
      </div>
    </article>
  );
}
