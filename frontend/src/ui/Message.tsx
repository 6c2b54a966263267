import type { ReactNode } from "react";
import styles from "./Message.module.css";

interface MessageProps {
  title: string;
  /** Comes in only after a moment, so that what loads at once does not flash. */
  quiet?: boolean;
  /** Fills a part of a screen that has its own heading and main part. */
  within?: boolean;
  children?: ReactNode;
}

/** A whole screen, or a part of one, that has only a few words to say. */
export function Message({ title, quiet = false, within = false, children }: MessageProps) {
  const Whole = within ? "div" : "main";
  const Title = within ? "h2" : "h1";
  return (
    <Whole className={styles.message} data-quiet={quiet || undefined}>
      <Title>{title}</Title>
      {children}
    </Whole>
  );
}
