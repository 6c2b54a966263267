/** Whether the server is out of reach, and what that means for the findings, in words. */
import type { CheckState } from "../session/Checking";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";

/** Why a fix cannot be worked out. */
export const NO_FIX = "A fix needs the server, which does not answer";

/** The id of the sentence that says so in full. */
export const OFFLINE_NOTE = "problems-offline";

export function useOffline(): boolean {
  const { live, checking } = useEditor();
  const lost = useStore(live.status, ({ state }) => state === "offline");
  const unanswered = useStore(checking.state, ({ unreachable }) => unreachable);
  return lost || unanswered;
}

/** What the findings are worth while the server is gone. */
export function sayOffline({ report, current }: CheckState): string {
  if (report === null) return "The process is checked once the server is back.";
  return current
    ? "These findings are from before the connection was lost. Nothing has changed since, but a fix needs the server."
    : "These findings are from before the connection was lost and may no longer be true. They are checked again once the server is back.";
}
