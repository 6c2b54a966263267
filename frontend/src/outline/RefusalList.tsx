import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../model/snapshot";
import { useStore } from "../ui/store";
import { columnOf } from "./columns/columns";
import type { OutlineGrid } from "./grid/OutlineGrid";
import styles from "./Outline.module.css";

const WHOLE = (snapshot: Snapshot) => snapshot;
/** How many are listed; more of them are counted. */
const MOST_LISTED = 50;

/** What was pasted and not taken, cell by cell with the reason; a click opens the cell to mend it. */
export function RefusalList({ grid }: { grid: OutlineGrid }) {
  const refusals = useStore(grid.state, (state) => state.refusals);
  const { steps } = useSnapshot(WHOLE);
  const standing = refusals.filter(({ step }) => steps.has(step));
  if (standing.length === 0) return null;
  const many = standing.length !== 1;
  return (
    <section className={styles.refusals} role="alert" aria-label="Not pasted">
      <div className={styles.refusalsHead}>
        <strong>
          {many ? `${standing.length} cells stayed as they were` : "1 cell stayed as it was"}
        </strong>
        <ActionIcon size="sm" aria-label="Close the list" onClick={() => grid.setRefusals([])}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      <ul>
        {standing.slice(0, MOST_LISTED).map((refusal) => (
          <li key={`${refusal.step} ${refusal.column}`}>
            <button type="button" onClick={() => grid.mend(refusal)}>
              <b>{columnOf(refusal.column).label(`“${steps.get(refusal.step)?.name ?? ""}”`)}</b>
              {": "}
              {refusal.why}
            </button>
          </li>
        ))}
      </ul>
      {standing.length > MOST_LISTED && <p>And {standing.length - MOST_LISTED} more.</p>}
    </section>
  );
}
