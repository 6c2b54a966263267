import { SegmentedControl } from "@mantine/core";
import { useEditor, type ViewName } from "../../session/Editor";
import { useStore } from "../../ui/store";
import styles from "./TopBar.module.css";

const VIEWS: { value: ViewName; label: string }[] = [
  { value: "flowchart", label: "Flow chart" },
  { value: "mindmap", label: "Mind map" },
  { value: "outline", label: "Outline" },
];

/** The three ways of looking at the process. */
export function ViewSwitch() {
  const { view } = useEditor();
  return (
    <SegmentedControl
      className={styles.views ?? ""}
      aria-label="View"
      size="xs"
      data={VIEWS}
      value={useStore(view)}
      onChange={(next) => view.set(next as ViewName)}
    />
  );
}
