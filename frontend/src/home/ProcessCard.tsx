import { ActionIcon, Menu } from "@mantine/core";
import { IconCopy, IconDots, IconDownload, IconPencil, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import {
  duplicateProcess,
  exportProcess,
  moveToBin,
  renameProcess,
  restoreProcess,
} from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import { slugOf } from "../model/ids";
import { ago } from "../ui/ago";
import { amount } from "../ui/amount";
import { Link } from "../ui/Link";
import { say, sayProblem } from "../ui/notices/notices";
import { processPath } from "../ui/router";
import { saveFile } from "../ui/saveFile";
import { CardHealth } from "./CardHealth";
import styles from "./Home.module.css";
import { RenameDialog } from "./RenameDialog";
import { ProcessThumbnail } from "./Thumbnail";

interface ProcessCardProps {
  process: ProcessSummary;
  now: Date;
  onChange: () => Promise<void>;
}

/** One process: what it looks like, how it does, when somebody last worked on it. */
export function ProcessCard({ process, now, onChange }: ProcessCardProps) {
  const { id, name, edited_at } = process;
  const edited = new Date(edited_at);
  const [renaming, setRenaming] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const rename = (wanted: string) =>
    renameProcess(id, wanted).then(() => {
      say(`“${name}” is called “${wanted}” now.`, {
        label: "Undo",
        run: () => void renameProcess(id, name).then(onChange, sayProblem),
      });
      return onChange();
    }, sayProblem);
  const exportYaml = () =>
    exportProcess(id, { format: "yaml" }).then(
      (file) => saveFile(file, `${slugOf(name) || "process"}.yaml`),
      sayProblem,
    );
  const duplicate = () =>
    duplicateProcess(id).then(() => {
      say(`Duplicated “${name}”.`);
      return onChange();
    }, sayProblem);
  const bin = () =>
    moveToBin(id).then(() => {
      say(`“${name}” is in the bin.`, {
        label: "Undo",
        run: () => void restoreProcess(id).then(onChange, sayProblem),
      });
      return onChange();
    }, sayProblem);
  return (
    <article className={styles.card} aria-label={name}>
      <Link href={processPath(id)} className={styles.cardLink} aria-label={`Open ${name}`} />
      <ProcessThumbnail process={process} />
      <div className={styles.cardText}>
        <h3 className={styles.cardName} title={name}>
          {name}
        </h3>
        <CardHealth process={process} />
        <p className={styles.cardSoft}>
          <span>{amount(process.steps, "step")}</span>
          <time dateTime={edited_at} title={edited.toLocaleString()}>
            Edited {ago(edited, now)}
          </time>
        </p>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            ref={more}
            className={styles.cardMenu}
            variant="default"
            size="md"
            aria-label={`More for ${name}`}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setRenaming(true)}
          >
            Rename …
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={duplicate}>
            Duplicate
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={exportYaml}>
            Export as YAML
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={bin}>
            Move to bin
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && (
        <RenameDialog
          name={name}
          onRename={(wanted) => void rename(wanted)}
          onClose={() => setRenaming(false)}
          back={more}
        />
      )}
    </article>
  );
}
