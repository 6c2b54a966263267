import { Button } from "@mantine/core";
import { DETAILS_ID } from "../../session/details";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import styles from "./TopBar.module.css";

/** Opens and closes the details, in a window without room for them beside the rest. */
export function DetailsSwitch() {
  const { details } = useEditor();
  const open = useStore(details);
  return (
    <Button
      className={styles.details}
      size="compact-md"
      variant="default"
      aria-expanded={open}
      aria-controls={DETAILS_ID}
      data-open={open || undefined}
      onClick={() => details.set(!open)}
    >
      Details
    </Button>
  );
}
