import { useCallback } from "react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { runOrder } from "../document/runOrder";
import { Message } from "../Message";
import styles from "./Outline.module.css";
import { OutlineRow } from "./OutlineRow";

const COLUMNS = [
  "Step",
  "Kind",
  "Channel or outcome",
  "Stage",
  "Owner",
  "Duration",
  "What it is for",
  "What the prospect gains",
];

/** Every step with its main details as a table, in the order in which a deal runs through it. */
export default function Outline() {
  const order = useSnapshot(
    useCallback((snapshot: Snapshot) => runOrder(snapshot), []),
    sameOrder,
  );
  if (order.length === 0) {
    return (
      <Message title="No step yet">
        <p>Add the first one from the palette at the left.</p>
      </Message>
    );
  }
  return (
    <div className={styles.view}>
      <table className={styles.table} aria-label="Steps">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((id) => (
            <OutlineRow key={id} id={id} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
