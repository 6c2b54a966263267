import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { memo } from "react";
import { COLUMNS } from "./columns";
import styles from "./Outline.module.css";
import type { OutlineGrid } from "./OutlineGrid";
import type { Sort } from "./rowOrder";

interface OutlineHeadProps {
  grid: OutlineGrid;
  sort: Sort;
  /** The column whose head has the keys, -1 for none. */
  active: number;
}

/** The heads of the columns; each sorts the rows. */
export const OutlineHead = memo(function OutlineHead({ grid, sort, active }: OutlineHeadProps) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        {COLUMNS.map(({ key, title, width }, at) => {
          const sorted = sort?.column === key;
          const order = sort?.down ? "descending" : "ascending";
          const Icon = sort?.down ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={key}
              scope="col"
              aria-colindex={at + 1}
              aria-sort={sorted ? order : "none"}
              className={styles.headCell}
              style={{ width: `${width}rem` }}
            >
              <button
                type="button"
                tabIndex={at === active ? 0 : -1}
                className={styles.sort}
                data-column={at}
                data-sorted={sorted || undefined}
                title={`Sort by ${title.toLowerCase()}`}
                onClick={() => grid.sortBy(key)}
              >
                {title}
                {sorted && <Icon size={14} stroke={2} aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
