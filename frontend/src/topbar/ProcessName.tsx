import { useRef, useState } from "react";
import { setSetting } from "../document/edits/setSetting";
import { useSettings, useTouchlineDocument } from "../document/hooks";
import styles from "./TopBar.module.css";

/** The name of the process, edited where it stands: Enter keeps it, Escape puts it back. */
export function ProcessName() {
  const document = useTouchlineDocument();
  const { name } = useSettings();
  const [draft, setDraft] = useState<string | null>(null);
  const cancelled = useRef(false);
  const finish = () => {
    const next = draft?.trim();
    if (!cancelled.current && next && next !== name) setSetting(document, "name", next);
    cancelled.current = false;
    setDraft(null);
  };
  return (
    <input
      className={styles.name}
      aria-label="Name of the process"
      value={draft ?? name}
      size={Math.min(Math.max((draft ?? name).length, 8), 40)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        cancelled.current = event.key === "Escape";
        event.currentTarget.blur();
      }}
    />
  );
}
