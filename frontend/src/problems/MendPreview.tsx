import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import styles from "./Problems.module.css";
import { type Mend, useMending } from "./useMending";

interface MendPreviewProps {
  mend: Mend;
  onDone: (applied: boolean) => void;
}

/** Says what a fix will do, and does it when asked to. */
export function MendPreview({ mend, onDone }: MendPreviewProps) {
  const { changes, problem, apply } = useMending(mend);
  const applyButton = useRef<HTMLButtonElement>(null);
  const ready = changes !== null && changes.length > 0;
  const focused = useRef(false);
  useEffect(() => {
    // Once: when the preview is worked out anew, the focus may be elsewhere on purpose.
    if (!ready || focused.current) return;
    focused.current = true;
    applyButton.current?.focus();
  }, [ready]);
  return (
    <section
      className={styles.preview}
      aria-label="What the fix will do"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone(false);
      }}
    >
      <div className={styles.changes} aria-live="polite">
        {problem !== null && <p>{problem}</p>}
        {problem === null && changes === null && <p className={styles.soft}>Working it out …</p>}
        {changes?.length === 0 && <p>There is nothing left to change here.</p>}
        {ready && (
          <>
            <p className={styles.soft}>
              {changes.length === 1 ? "One change:" : `${changes.length} changes:`}
            </p>
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          ref={applyButton}
          size="compact-sm"
          disabled={!ready}
          onClick={() => apply() && onDone(true)}
        >
          Apply
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDone(false)}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
