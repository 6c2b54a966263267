import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { ActionIcon } from "@mantine/core";
import { IconGripVertical, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { listAnnouncements, type Row, SORT_HELP } from "./listAnnouncements";
import styles from "./lists.module.css";

interface SortableRowsProps<T extends Row> {
  label: string;
  rows: readonly T[];
  onMove: (id: string, to: number) => void;
  onRemove: (id: string) => void;
  children: (row: T) => ReactNode;
}

/** Rows that are sorted by their handles, with the mouse or with Space and the arrows. */
export function SortableRows<T extends Row>(props: SortableRowsProps<T>) {
  const { label, rows, onMove, onRemove, children } = props;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 3 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const finish = ({ active, over }: DragEndEvent) => {
    const to = rows.findIndex((row) => row.id === over?.id);
    if (to >= 0 && active.id !== over?.id) onMove(String(active.id), to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={finish}
      accessibility={{
        announcements: listAnnouncements(rows),
        screenReaderInstructions: { draggable: SORT_HELP },
      }}
    >
      <SortableContext items={rows.map((row) => row.id)} strategy={verticalListSortingStrategy}>
        <ul className={styles.rows} aria-label={label}>
          {rows.map((row) => (
            <SortableRow key={row.id} row={row} onRemove={onRemove}>
              {children(row)}
            </SortableRow>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps {
  row: Row;
  onRemove: (id: string) => void;
  children: ReactNode;
}

function SortableRow({ row, onRemove, children }: SortableRowProps) {
  const sortable = useSortable({ id: row.id });
  const { transform, transition } = sortable;
  return (
    <li
      ref={sortable.setNodeRef}
      className={styles.row}
      data-dragging={sortable.isDragging || undefined}
      style={{
        transform: transform === null ? undefined : `translate3d(0, ${transform.y}px, 0)`,
        transition,
      }}
    >
      <button
        type="button"
        className={styles.handle}
        ref={sortable.setActivatorNodeRef}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={`Move ${row.name}`}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      <div className={styles.content}>{children}</div>
      <ActionIcon
        size="sm"
        className={styles.remove}
        aria-label={`Remove ${row.name}`}
        onClick={() => onRemove(row.id)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
