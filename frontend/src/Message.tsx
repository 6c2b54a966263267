import type { ReactNode } from "react";
import styles from "./Message.module.css";

interface MessageProps {
  title: string;
  /** Comes in only after a moment, so that what loads at once does not flash. */
  quiet?: boolean;
  children?: ReactNode;
}

/** A whole screen that has only a few words to say. */
export function Message({ title, quiet = false, children }: MessageProps) {
  return (
    <main className={styles.message} data-quiet={quiet || undefined}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
