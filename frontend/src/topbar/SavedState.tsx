import { Button, Tooltip } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconTrash } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import { listProcesses, restoreProcess } from "../api/touchline";
import type { LiveState } from "../document/live/LiveConnection";
import type { LocalState } from "../document/live/LocalCopy";
import { useEditor } from "../editor/Editor";
import { sayProblem } from "../notices/notices";
import { useStore } from "../state/store";
import styles from "./TopBar.module.css";

type Words = readonly [word: string, explanation: string, icon: typeof IconTrash];

const WORDS = {
  connecting: ["Connecting", "Waiting for the server", IconCloudUp],
  saving: ["Saving", "On the way to the server’s disk", IconCloudUp],
  saved: ["Saved", "Everything is on the server’s disk", IconCloudCheck],
  offline: ["Offline", "Kept in this browser until the server is back", IconCloudOff],
  refused: ["Not saved", "The server does not take the last edits; undo them", IconCloudOff],
  unwritten: ["Not saved", "The server cannot write; it is tried again by itself", IconCloudOff],
  gone: [
    "In the bin",
    "Edits are kept in this browser, and saved once the process is restored",
    IconTrash,
  ],
} as const satisfies Record<LiveState, Words>;

const DELETED: Words = [
  "Deleted",
  "Deleted for ever; what is here is kept in this browser",
  IconTrash,
];

/** What is said instead where this browser keeps no copy of its own. */
const WITHOUT_COPY: Partial<Record<LiveState, string>> = {
  offline: "The server does not answer, and this browser keeps no copy: keep this window open",
  gone: "This browser keeps no copy: keep this window open until the process is restored",
};

/** Whether everything is on the server's disk, in words, and the way back out of the bin. */
export function SavedState() {
  const { live, local } = useEditor();
  const state = useStore(live.status, (status) => status.state);
  const unkept = useStore(local.status, isUnkept);
  const gone = state === "gone";
  const { binned, restore } = useBin(gone);
  const [word, usual, Icon] = gone && binned === false ? DELETED : WORDS[state];
  const explanation = (unkept ? WITHOUT_COPY[state] : undefined) ?? usual;
  return (
    <>
      <Tooltip label={explanation}>
        <span className={styles.saved} data-state={state} role="status">
          <Icon size={16} stroke={1.75} aria-hidden />
          {word}
        </span>
      </Tooltip>
      {gone && binned !== false && (
        <Button variant="light" size="compact-xs" onClick={restore}>
          Restore
        </Button>
      )}
    </>
  );
}

function isUnkept(local: LocalState): boolean {
  return local === "full" || local === "unavailable";
}

/** Whether a process that is gone is in the bin (null: not known), and how to take it out. */
function useBin(gone: boolean): { binned: boolean | null; restore: () => Promise<void> } {
  const { id, live } = useEditor();
  const [binned, setBinned] = useState<boolean | null>(null);
  const ask = useCallback(
    () =>
      isBinned(id).then(
        setBinned,
        // Whatever keeps the answer away, the connection meets and says as well.
        () => setBinned(null),
      ),
    [id],
  );
  useEffect(() => {
    if (!gone) return setBinned(null);
    void ask();
    // Asked again with every try that is turned away: the bin may have been emptied since.
    return live.status.subscribe(() => void ask());
  }, [gone, live, ask]);
  const restore = async () => {
    try {
      await restoreProcess(id);
    } catch (problem) {
      sayProblem(problem);
    }
    live.retryNow();
  };
  return { binned, restore };
}

async function isBinned(id: string): Promise<boolean> {
  return (await listProcesses({ bin: true })).some((process) => process.id === id);
}
