import { Button, CloseButton } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { LiveStatus } from "../../document/live/LiveConnection";
import type { LocalState } from "../../document/live/LocalCopy";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { downloadYaml } from "./exporting";
import styles from "./SafetyBar.module.css";

export interface Warning {
  /** Whether closing the window may lose something, or only might have. */
  readonly tone: "calm" | "urgent";
  readonly words: string;
}

/** What a person has to know of where their work is, while it is not as safe as it should be. */
export function SafetyBar() {
  const { document, live, local } = useEditor();
  const warning = warningOf(useStore(live.status), useStore(local.status));
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (warning === null || warning.words === dismissed) return null;
  const { tone, words } = warning;
  const Icon = tone === "urgent" ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={styles.bar} data-tone={tone} role={tone === "urgent" ? "alert" : "status"}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={styles.words}>{words}</span>
      {tone === "urgent" ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => downloadYaml(document)}
        >
          Download as YAML
        </Button>
      ) : (
        <CloseButton size="sm" aria-label="Dismiss" onClick={() => setDismissed(words)} />
      )}
    </div>
  );
}

/** The sentence to show, or null when all is well or the badge says enough. */
export function warningOf(live: LiveStatus, local: LocalState): Warning | null {
  const { state } = live;
  const unkept = local === "full" || local === "unavailable";
  const why = local === "full" ? "its storage is full" : "it does not let Touchline store anything";
  const noCopy = `This browser cannot keep a copy: ${why}.`;
  const where = unkept
    ? `${noCopy} Keep this window open, or what you changed is lost.`
    : "What you changed is kept in this browser and saved as soon as that works.";
  switch (state) {
    case "unwritten":
      return {
        tone: "urgent",
        words: `${sentence(live.reason, "The server cannot save")} ${where}`,
      };
    case "refused":
      return {
        tone: "urgent",
        words: `${sentence(live.reason, "The server does not take the last edits")} Undo them. ${where}`,
      };
    case "offline":
    case "gone":
      if (!unkept) return null;
      return live.unsaved
        ? { tone: "urgent", words: where }
        : { tone: "urgent", words: `${noCopy} What you change now is lost with this window.` };
    case "connecting":
      return null;
    case "saved":
    case "saving":
      return unkept
        ? { tone: "calm", words: `${noCopy} Edits are saved on the server only.` }
        : null;
  }
}

/** The server's own words as such, since “the disk” would be anybody's. */
function sentence(reason: string | null, otherwise: string): string {
  if (reason === null) return `${otherwise}.`;
  return `The server says: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`;
}
