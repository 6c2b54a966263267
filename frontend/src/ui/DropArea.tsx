import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import styles from "./DropArea.module.css";

interface DropAreaProps {
  onFiles: (files: File[]) => void;
  /** What is said while they hover. */
  words: string;
  /** Whether they are being read in. */
  busy?: boolean;
}

/** Takes files dropped anywhere on the page, and says so while they hover. */
export function DropArea({ onFiles, words, busy = false }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const handlers = { dragenter: enter, dragover: hover, dragleave: leave, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) {
      addEventListener(name as keyof typeof handlers, handler);
    }
    return () => {
      for (const [name, handler] of Object.entries(handlers)) {
        removeEventListener(name as keyof typeof handlers, handler);
      }
    };
  }, [onFiles]);
  if (!over && !busy) return null;
  return (
    <div className={styles.drop} role="status">
      <span className={styles.words}>
        <IconFileImport size={28} stroke={1.5} aria-hidden />
        {over ? words : "Importing …"}
      </span>
    </div>
  );
}
