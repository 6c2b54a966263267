import { SegmentedControl } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useId } from "react";
import { setSetting } from "../document/edits/setSetting";
import { useSettings, useSnapshot, useTouchlineDocument } from "../document/hooks";
import type { DayCount, Snapshot } from "../model/snapshot";
import { amount } from "../ui/amount";
import { DurationField } from "./fields/DurationField";
import { TextField } from "./fields/TextField";
import styles from "./Inspector.module.css";
import { StageList } from "./lists/StageList";
import { PanelHead } from "./PanelHead";

const stepCount = (snapshot: Snapshot) => snapshot.steps.size;
const edgeCount = (snapshot: Snapshot) => snapshot.edges.size;

/** The settings of the process, while nothing in it is selected. */
export function ProcessDetails() {
  const document = useTouchlineDocument();
  const settings = useSettings();
  const steps = useSnapshot(stepCount);
  const edges = useSnapshot(edgeCount);
  const daysId = useId();
  return (
    <div className={styles.panel}>
      <PanelHead
        icon={IconSettings}
        title="Process"
        subtitle={`${amount(steps, "step")}, ${amount(edges, "edge")}`}
      />
      <div className={styles.fields}>
        <TextField
          label="Name"
          stored={settings.name}
          refusal="A process needs a name."
          write={(text) => {
            if (text.trim() === "") return null;
            setSetting(document, "name", text);
            return text;
          }}
        />
        <TextField
          label="Description"
          long
          stored={settings.description ?? ""}
          placeholder="Whom it is for and what it covers"
          write={(text) => {
            const description = text.trim() === "" ? undefined : text;
            setSetting(document, "description", description);
            return description ?? "";
          }}
        />
        <DurationField
          label="Longest silence allowed"
          description="More than this between two contacts is an error"
          required
          stored={settings.max_gap}
          onWrite={(duration) => setSetting(document, "max_gap", duration)}
        />
        <DurationField
          label="Warn above"
          description="Silence longer than this is pointed out"
          required
          stored={settings.warn_gap}
          onWrite={(duration) => setSetting(document, "warn_gap", duration)}
        />
        <div className={styles.group}>
          <span className={styles.label} id={daysId}>
            What a day means
          </span>
          <SegmentedControl
            aria-labelledby={daysId}
            fullWidth
            size="xs"
            data={[
              { value: "calendar", label: "Calendar day" },
              { value: "business", label: "Working day" },
            ]}
            value={settings.days}
            onChange={(days) => setSetting(document, "days", days as DayCount)}
          />
          <p className={styles.hint}>
            {settings.days === "calendar"
              ? "Weekends count; a week is 7 days."
              : "Weekends do not count; a week is 5 days."}
          </p>
        </div>
        <StageList />
      </div>
    </div>
  );
}
