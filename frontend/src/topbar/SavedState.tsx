import { Tooltip } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconTrash } from "@tabler/icons-react";
import type { LiveState } from "../document/live/LiveConnection";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import styles from "./TopBar.module.css";

const WORDS = {
  connecting: ["Connecting", "Waiting for the server", IconCloudUp],
  saving: ["Saving", "On the way to the server’s disk", IconCloudUp],
  saved: ["Saved", "Everything is on the server’s disk", IconCloudCheck],
  offline: ["Offline", "Kept in this browser until the server is back", IconCloudOff],
  refused: ["Not saved", "The server does not take the last edits; undo them", IconCloudOff],
  gone: ["In the bin", "Restore the process from the home page to save it again", IconTrash],
} as const satisfies Record<LiveState, readonly [string, string, typeof IconTrash]>;

/** Whether everything is on the server's disk, in words. */
export function SavedState() {
  const state = useStore(useEditor().live.status, (status) => status.state);
  const [word, explanation, Icon] = WORDS[state];
  return (
    <Tooltip label={explanation}>
      <span className={styles.saved} data-state={state} role="status">
        <Icon size={16} stroke={1.75} aria-hidden />
        {word}
      </span>
    </Tooltip>
  );
}
