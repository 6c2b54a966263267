import { Button } from "@mantine/core";
import { IconFileAlert } from "@tabler/icons-react";
import { exportProcess, moveToBin } from "../api/touchline";
import type { DamagedSummary } from "../api/types";
import { slugOf } from "../model/ids";
import { capitalised } from "../model/words";
import { say, sayProblem } from "../ui/notices/notices";
import { saveFile } from "../ui/saveFile";
import { DeleteForever } from "./DeleteForever";
import styles from "./Home.module.css";

interface DamagedCardProps {
  process: DamagedSummary;
  bin: boolean;
  onChange: () => Promise<void>;
}

/** A process that cannot be opened: what is wrong with it, and the ways back. */
export function DamagedCard({ process, bin, onChange }: DamagedCardProps) {
  const { id, name, damaged } = process;
  const exportRemains = () =>
    exportProcess(id, { format: "yaml", remains: true }).then(
      (file) => saveFile(file, `${slugOf(name) || "process"}-damaged.yaml`),
      sayProblem,
    );
  const toBin = () =>
    moveToBin(id).then(() => {
      say(`“${name}” is in the bin.`);
      return onChange();
    }, sayProblem);
  return (
    <article className={styles.card} aria-label={name} data-damaged>
      <div className={styles.damage}>
        <IconFileAlert size={32} stroke={1.5} aria-hidden />
        Damaged on the disk
      </div>
      <div className={styles.cardText}>
        <h3 className={styles.cardName} title={name}>
          {name}
        </h3>
        <p className={styles.damageText}>
          {capitalised(damaged)}. Bring it back from a backup with{" "}
          <code>touchline restore FILE --only {id}</code>, or go on from what can be read.
        </p>
        <div className={styles.cardButtons}>
          <Button variant="default" size="compact-sm" onClick={exportRemains}>
            Export what can be read
          </Button>
          {bin ? (
            <DeleteForever id={id} name={name} onChange={onChange} />
          ) : (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={toBin}>
              Move to bin
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}
