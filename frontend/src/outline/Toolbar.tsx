import { Button, Popover } from "@mantine/core";
import { IconKeyboard, IconPlus, IconSitemap, IconTrash, IconX } from "@tabler/icons-react";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import { columnOf } from "./columns/columns";
import { outlineKeys } from "./commands/outlineKeys";
import { HEAD, NEW } from "./grid/gridState";
import type { OutlineGrid } from "./grid/OutlineGrid";
import { showInChart } from "./grid/showInChart";
import { addBelow, deleteRows } from "./grid/useGridKeys";
import styles from "./Outline.module.css";

/** What can be done with the steps of the table, and how its rows stand. */
export function Toolbar({ grid }: { grid: OutlineGrid }) {
  const editor = useEditor();
  const { at, to, sort, rows, selects } = useStore(grid.state);
  const onSteps = selects && at.row !== HEAD && at.row !== NEW && rows.length > 0;
  const several = onSteps && at.row !== to.row;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Outline">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
        onClick={() => addBelow(grid, editor)}
      >
        Add a step
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        disabled={!onSteps}
        leftSection={<IconTrash size={15} stroke={1.75} aria-hidden />}
        onClick={() => deleteRows(grid, editor)}
      >
        {several ? "Delete the steps" : "Delete the step"}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        disabled={!onSteps || several}
        leftSection={<IconSitemap size={15} stroke={1.75} aria-hidden />}
        onClick={() => showInChart(editor, at.row)}
      >
        Show in the chart
      </Button>
      <span className={styles.space} />
      {sort === null ? (
        <span className={styles.order}>In the order of the deal</span>
      ) : (
        <Button
          variant="light"
          size="compact-sm"
          rightSection={<IconX size={13} stroke={2} aria-hidden />}
          aria-label={`Sorted by ${columnOf(sort.column).title}: back to the order of the deal`}
          onClick={() => grid.setSort(null)}
        >
          Sorted by {columnOf(sort.column).title}
        </Button>
      )}
      <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconKeyboard size={15} stroke={1.75} aria-hidden />}
          >
            Keys
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Keys of the outline">
          <dl className={styles.keys}>
            {outlineKeys.keys.map(([keys, does]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
