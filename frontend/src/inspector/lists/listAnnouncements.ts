/** What is read out while a row is sorted. */
import type { Announcements } from "@dnd-kit/core";

export interface Row {
  readonly id: string;
  /** What it is called when it is moved or removed. */
  readonly name: string;
}

export const SORT_HELP =
  "Press Space to take the line, the arrows to move it, Space to drop it, Escape to put it back.";

export function listAnnouncements(rows: readonly Row[]): Announcements {
  const name = (id: string | number) => rows.find((row) => row.id === id)?.name ?? "the line";
  const place = (id: string | number) => rows.findIndex((row) => row.id === id) + 1;
  return {
    onDragStart: ({ active }) => `Took ${name(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} is at ${place(over.id)} of ${rows.length}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `Dropped ${name(active.id)} at ${place(over.id)}.` : `${name(active.id)} is back.`,
    onDragCancel: ({ active }) => `${name(active.id)} is back in its place.`,
  };
}
