import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconChevronLeft } from "@tabler/icons-react";
import { type Command, shownKeys } from "../../commands/command";
import { runCommand } from "../../commands/running";
import { useSettings } from "../../document/hooks";
import { redo } from "../../editing/commands/redo";
import { undo } from "../../editing/commands/undo";
import { useEditor } from "../../session/Editor";
import { Link } from "../../ui/Link";
import { DetailsSwitch } from "./DetailsSwitch";
import { ExportMenu } from "./ExportMenu";
import { Health } from "./Health";
import { ProcessName } from "./ProcessName";
import { SavedState } from "./SavedState";
import styles from "./TopBar.module.css";
import { useCanUndo } from "./useCanUndo";
import { ViewSwitch } from "./ViewSwitch";

/** Name, health, views, undo and redo, export, and whether everything is saved. */
export function TopBar() {
  const can = useCanUndo();
  const { name } = useSettings();
  return (
    <div className={styles.bar}>
      <div className={styles.side}>
        <Tooltip label="All processes">
          <Link href="/" className={styles.home} aria-label="All processes">
            <IconChevronLeft size={18} stroke={1.75} aria-hidden />
          </Link>
        </Tooltip>
        <h1 className="visually-hidden">{name}</h1>
        <ProcessName />
        <Health />
      </div>
      <ViewSwitch />
      <div className={styles.side} data-end>
        <SavedState />
        <CommandButton command={undo} enabled={can.undo} icon={IconArrowBackUp} />
        <CommandButton command={redo} enabled={can.redo} icon={IconArrowForwardUp} />
        <DetailsSwitch />
        <ExportMenu />
      </div>
    </div>
  );
}

interface CommandButtonProps {
  command: Command;
  enabled: boolean;
  icon: typeof IconArrowBackUp;
}

function CommandButton({ command, enabled, icon: Icon }: CommandButtonProps) {
  const editor = useEditor();
  return (
    <Tooltip label={`${command.name} (${shownKeys(command)})`}>
      <ActionIcon
        className={styles.command}
        aria-label={command.name}
        disabled={!enabled}
        onClick={() => runCommand(command, editor)}
      >
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
