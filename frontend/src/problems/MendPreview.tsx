import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { amount } from "../ui/amount";
import styles from "./Problems.module.css";
import { type Mend, useMending } from "./useMending";

interface MendPreviewProps {
  mend: Mend;
  onDone: (applied: boolean) => void;
}

/** Says what a fix will do, and does it when asked to. */
export function MendPreview({ mend, onDone }: MendPreviewProps) {
  const { plan, problem, apply } = useMending(mend);
  const applyButton = useRef<HTMLButtonElement>(null);
  const preview = useRef<HTMLElement>(null);
  const ready = plan !== null && plan.length > 0;
  const focused = useRef(false);
  useEffect(() => {
    // Once: when the preview is worked out anew, the focus may be elsewhere on purpose.
    if (!ready || focused.current) return;
    focused.current = true;
    applyButton.current?.focus({ preventScroll: true });
    // What the fix does comes into view with the button that does it.
    preview.current?.scrollIntoView({ block: "nearest" });
  }, [ready]);
  return (
    <section
      ref={preview}
      className={styles.preview}
      aria-label="What the fix will do"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone(false);
      }}
    >
      <div className={styles.previewHead}>
        <p aria-live="polite" className={plan === null || ready ? styles.soft : undefined}>
          {problem ?? summary(plan, mend)}
        </p>
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
      </div>
      {ready && (
        <ul className={styles.changes} aria-live="polite">
          {plan.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function summary(plan: readonly string[] | null, mend: Mend): string {
  if (plan === null) return "Working it out …";
  if (plan.length > 0) {
    const count = plan.length === 1 ? "One change" : amount(plan.length, "change");
    return `${count}, made when you apply it:`;
  }
  return mend === "all"
    ? "Nothing here is mended without a decision of yours."
    : "There is nothing left to change here.";
}
