import { Button, Tooltip } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconTrash } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import { listProcesses, restoreProcess } from "../../api/touchline";
import type { LiveState } from "../../document/live/LiveConnection";
import type { LocalState } from "../../document/live/LocalCopy";
import { useEditor } from "../../session/Editor";
import { sayProblem } from "../../ui/notices/notices";
import { useStore } from "../../ui/store";
import styles from "./TopBar.module.css";

type Words = readonly [words: string, explanation: string, icon: typeof IconTrash];

const WORDS = {
  connecting: ["Connecting", "Waiting for the server", IconCloudUp],
  saving: ["Saving", "On the way to the server’s disk", IconCloudUp],
  saved: ["Saved", "Everything is on the server’s disk", IconCloudCheck],
  offline: [
    "Offline – kept in this browser",
    "The server does not answer. What you change is kept in this browser, and saved once the server is back",
    IconCloudOff,
  ],
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
const WITHOUT_COPY: Partial<Record<LiveState, { words?: string; explanation: string }>> = {
  offline: {
    words: "Offline – kept in this window only",
    explanation:
      "The server does not answer, and this browser keeps no copy: keep this window open",
  },
  gone: {
    explanation: "This browser keeps no copy: keep this window open until the process is restored",
  },
};

/** Whether everything is on the server's disk, in words, and the way back out of the bin. */
export function SavedState() {
  const { live, local } = useEditor();
  const state = useStore(live.status, (status) => status.state);
  const unkept = useStore(local.status, isUnkept);
  const gone = state === "gone";
  const { binned, restore } = useBin(gone);
  const [usual, usually, Icon] = gone && binned === false ? DELETED : WORDS[state];
  const unusual = unkept ? WITHOUT_COPY[state] : undefined;
  const explanation = unusual?.explanation ?? usually;
  return (
    <>
      <Tooltip label={explanation}>
        <span
          className={styles.saved}
          data-state={state}
          role="status"
          aria-description={explanation}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
          {unusual?.words ?? usual}
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
