import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { closeDetails } from "../session/details";
import { useEditor } from "../session/Editor";
import type { StepIcon } from "../theme/icons";
import type { Look } from "../theme/tokens";
import styles from "./Inspector.module.css";

interface PanelHeadProps {
  icon: StepIcon;
  look?: Look;
  title: string;
  subtitle?: string;
  /** Buttons at the end. */
  children?: ReactNode;
}

/** What the panel is about, in sight however far it is scrolled. */
export function PanelHead({ icon: Icon, look, title, subtitle, children }: PanelHeadProps) {
  const editor = useEditor();
  return (
    <div className={styles.head}>
      <span className={styles.chip} data-look={look}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={styles.titles}>
        <h2 className={styles.title}>{title}</h2>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {children}
      <ActionIcon
        className={styles.close}
        aria-label="Close the details"
        onClick={() => closeDetails(editor)}
      >
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}
