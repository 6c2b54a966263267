import { Button, Modal } from "@mantine/core";
import { capitalised } from "../model/words";
import styles from "./Home.module.css";
import type { Refused } from "./useImport";

interface ImportProblemsProps {
  refused: readonly Refused[];
  onClose: () => void;
}

/** Everything that is wrong with the files that were not imported, each line quoted. */
export function ImportProblems({ refused, onClose }: ImportProblemsProps) {
  return (
    <Modal
      opened={refused.length > 0}
      onClose={onClose}
      size="46rem"
      title={
        refused.length === 1
          ? `“${refused[0]?.file}” was not imported`
          : `${refused.length} files were not imported`
      }
    >
      {refused.map(({ file, summary, errors }) => (
        <section key={file} className={styles.refused} aria-label={file}>
          {refused.length > 1 && <h3>{file}</h3>}
          <p className={styles.refusedSummary}>
            {errors.length === 0 ? summary : countOf(errors.length)} Nothing was changed.
          </p>
          <ol className={styles.errors}>
            {errors.map((error) => (
              <li key={`${error.line} ${error.column} ${error.path} ${error.message}`}>
                <p className={styles.errorText}>
                  {error.line != null && <span className={styles.place}>Line {error.line}</span>}
                  {capitalised(error.message)}
                </p>
                {error.quote != null && (
                  <pre className={styles.quote}>
                    <code>{error.quote}</code>
                  </pre>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <div className={styles.askButtons}>
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </div>
    </Modal>
  );
}

function countOf(count: number): string {
  return count === 1 ? "One thing is wrong with it." : `${count} things are wrong with it.`;
}
