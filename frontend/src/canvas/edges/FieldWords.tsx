import { useLayoutEffect, useRef, useState } from "react";
import styles from "./EdgeLabel.module.css";

interface FieldWordsProps {
  id: string;
  /** One sentence a line. */
  lines: readonly string[];
  refused: boolean;
}

/** What is said about a field on the canvas: beside it, and so not on the steps above and below. */
export function FieldWords({ id, lines, refused }: FieldWordsProps) {
  const words = useRef<HTMLSpanElement>(null);
  const [side, setSide] = useState<Side>("right");
  useLayoutEffect(() => {
    if (words.current !== null) setSide(sideWithRoom(words.current));
  }, []);
  return (
    <span
      ref={words}
      id={id}
      className={styles.words}
      data-side={side}
      data-refused={refused || undefined}
      role={refused ? "alert" : undefined}
    >
      {lines.map((line) => (
        <span key={line}>{line} </span>
      ))}
    </span>
  );
}

type Side = "right" | "left" | "below";

/** From the field to what is said, and from there to the edge of the canvas, in pixels. */
const APART = 16;

function sideWithRoom(words: HTMLElement): Side {
  const field = words.parentElement?.getBoundingClientRect();
  const canvas = words.closest(".react-flow")?.getBoundingClientRect();
  const { width } = words.getBoundingClientRect();
  if (field === undefined || canvas === undefined) return "below";
  if (field.right + width + APART <= canvas.right) return "right";
  return field.left - width - APART >= canvas.left ? "left" : "below";
}
