import { SegmentedControl } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useId } from "react";
import { setSetting } from "../document/edits/setSetting";
import { useSettings, useSnapshot, useTouchlineDocument } from "../document/hooks";
import { fieldOf, plainFields, WORDS } from "../model/fields";
import type { DayCount, Snapshot } from "../model/snapshot";
import { amount } from "../ui/amount";
import { PlainField } from "./fields/PlainField";
import { TextField } from "./fields/TextField";
import styles from "./Inspector.module.css";
import { StageList } from "./lists/StageList";
import { PanelHead } from "./PanelHead";

/** The settings that have no manners of their own. */
// The keys are those of the model, from which the types are made as well.
export const DETAILS = plainFields("process").filter(({ key }) => !["name", "days"].includes(key));

const labelled = (key: string) => fieldOf("process", key).label ?? key;
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
          label={labelled("name")}
          stored={settings.name}
          refusal="A process needs a name."
          write={(text) => {
            if (text.trim() === "") return null;
            setSetting(document, "name", text);
            return text;
          }}
        />
        {DETAILS.map((field) => (
          <PlainField
            key={field.key}
            field={field}
            stored={settings[field.key as "description"]}
            onWrite={(value) =>
              setSetting(document, field.key as "description", value as string | undefined)
            }
          />
        ))}
        <div className={styles.group}>
          <span className={styles.label} id={daysId}>
            {labelled("days")}
          </span>
          <SegmentedControl
            aria-labelledby={daysId}
            fullWidth
            size="xs"
            data={WORDS.days.map(({ value, label }) => ({ value, label }))}
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
