import { useRef, useState } from "react";
import { setSetting } from "../../document/edits/setSetting";
import { useSettings, useTouchlineDocument } from "../../document/hooks";
import styles from "./TopBar.module.css";

/**
 * The name of the process, edited where it stands: each letter is written at once, Enter keeps it,
 * Escape puts back what stood there.
 */
export function ProcessName() {
  const document = useTouchlineDocument();
  const { name } = useSettings();
  const [draft, setDraft] = useState<string | null>(null);
  const session = useRef({ before: 0, end: () => {} });
  const takeBack = () => document.takeBackTo(session.current.before);
  return (
    <input
      className={styles.name}
      aria-label="Name of the process"
      value={draft ?? name}
      size={Math.min(Math.max((draft ?? name).length, 8), 40)}
      onFocus={(event) => {
        session.current = { before: document.undoDepth, end: document.beginTyping() };
        event.target.select();
      }}
      onChange={(event) => {
        const text = event.target.value;
        setDraft(text);
        if (text.trim() !== "") setSetting(document, "name", text.trim());
      }}
      onBlur={() => {
        // A name that was emptied is no name: what stood there stays.
        if (draft?.trim() === "") takeBack();
        session.current.end();
        setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        if (event.key === "Escape") takeBack();
        event.currentTarget.blur();
      }}
    />
  );
}
