import { Modal, Skeleton } from "@mantine/core";
import { IconFilePlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { createProcess, listTemplates } from "../api/touchline";
import type { TemplateSummary } from "../api/types";
import { sayProblem } from "../ui/notices/notices";
import { navigate, processPath } from "../ui/router";
import styles from "./Home.module.css";
import { TemplateThumbnail } from "./Thumbnail";

interface NewDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** What to start from: a blank page, or a template with a line on when it fits. */
export function NewDialog({ opened, onClose }: NewDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} size="62rem" title="New process">
      <Choices />
    </Modal>
  );
}

/** Blank and the templates, each a button that makes a process and opens it. */
export function Choices() {
  const [templates, setTemplates] = useState<readonly TemplateSummary[] | null>(null);
  const [making, setMaking] = useState<string | null>(null);
  useEffect(() => {
    listTemplates().then(setTemplates, sayProblem);
  }, []);
  const make = (key: string, from: Parameters<typeof createProcess>[0]) => {
    if (making !== null) return;
    setMaking(key);
    createProcess(from).then(
      ({ id }) => navigate(processPath(id)),
      (error) => {
        setMaking(null);
        sayProblem(error);
      },
    );
  };
  return (
    <ul className={styles.choices}>
      <li>
        <button
          type="button"
          className={styles.choice}
          data-making={making === "blank" || undefined}
          data-autofocus
          onClick={() => make("blank", { name: "Untitled process" })}
        >
          <span className={styles.blank}>
            <IconFilePlus size={28} stroke={1.5} aria-hidden />
          </span>
          <span className={styles.choiceName}>Blank</span>
          <span className={styles.choiceText}>For a process that you have in your head.</span>
        </button>
      </li>
      {templates === null
        ? ["a", "b", "c", "d", "e"].map((key) => (
            <li key={key}>
              <Skeleton height="14.5rem" radius="md" />
            </li>
          ))
        : templates.map(({ name, title, description, steps }) => (
            <li key={name}>
              <button
                type="button"
                className={styles.choice}
                data-making={making === name || undefined}
                onClick={() => make(name, { template: name })}
              >
                <TemplateThumbnail name={name} />
                <span className={styles.choiceName}>{title}</span>
                <span className={styles.choiceText}>{description}</span>
                <span className={styles.choiceSteps}>{steps} steps</span>
              </button>
            </li>
          ))}
    </ul>
  );
}
