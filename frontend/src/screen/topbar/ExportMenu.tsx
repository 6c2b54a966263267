import {
  Button,
  Checkbox,
  Loader,
  Popover,
  SegmentedControl,
  useComputedColorScheme,
} from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { type Format, WRITTEN_FORMATS } from "../../model/formats";
import { useEditor } from "../../session/Editor";
import { sayProblem } from "../../ui/notices/notices";
import { useStore } from "../../ui/store";
import styles from "./ExportMenu.module.css";
import { type ExportChoices, exportFile, needsServer } from "./exporting";

/** The process as a file: what it shows is chosen above, a click on a format makes it. */
export function ExportMenu() {
  const editor = useEditor();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const [making, setMaking] = useState<string | null>(null);
  const [choices, setChoices] = useState<ExportChoices>({
    view: "flowchart",
    theme: scheme,
    direction: "TB",
    title: true,
    legend: false,
  });
  const offline = useStore(editor.live.status, ({ state }) => state === "offline");
  const toggle = () => {
    // What is looked at is most likely what is wanted.
    const view = editor.view.get();
    if (!opened && view !== "outline") choose({ view });
    setOpened(!opened);
  };
  const choose = (change: Partial<ExportChoices>) => setChoices({ ...choices, ...change });
  const make = async (format: Format) => {
    setMaking(format.id);
    try {
      await exportFile(editor, format, choices);
      setOpened(false);
    } catch (error) {
      sayProblem(error);
    }
    setMaking(null);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      width={340}
    >
      <Popover.Target>
        <Button
          size="compact-md"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={toggle}
        >
          Export
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Export" className={styles.menu}>
        <Choice label="Show">
          <SegmentedControl
            size="xs"
            fullWidth
            data={[
              { value: "flowchart", label: "Flow chart" },
              { value: "mindmap", label: "Mind map" },
            ]}
            value={choices.view}
            onChange={(view) => choose({ view: view as ExportChoices["view"] })}
          />
        </Choice>
        <Choice label="Colours">
          <SegmentedControl
            size="xs"
            fullWidth
            data={[
              { value: "light", label: "Light" },
              { value: "dark", label: "Dark" },
            ]}
            value={choices.theme}
            onChange={(theme) => choose({ theme: theme as ExportChoices["theme"] })}
          />
        </Choice>
        <Choice label="Direction">
          <SegmentedControl
            size="xs"
            fullWidth
            disabled={choices.view === "mindmap"}
            data={[
              { value: "TB", label: "Downwards" },
              { value: "LR", label: "To the right" },
            ]}
            value={choices.direction}
            onChange={(direction) => choose({ direction: direction as ExportChoices["direction"] })}
          />
        </Choice>
        <div className={styles.checks}>
          <Checkbox
            size="xs"
            label="With the name as title"
            checked={choices.title}
            onChange={(event) => choose({ title: event.target.checked })}
          />
          <Checkbox
            size="xs"
            label="With a legend"
            checked={choices.legend}
            onChange={(event) => choose({ legend: event.target.checked })}
          />
        </div>
        <ul className={styles.formats}>
          {WRITTEN_FORMATS.map((format) => {
            const { id, name, use } = format;
            const outOfReach = offline && needsServer(format);
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles.format}
                  disabled={making !== null || outOfReach}
                  data-out-of-reach={outOfReach || undefined}
                  onClick={() => void make(format)}
                >
                  <span className={styles.name}>{name}</span>
                  <span className={styles.use}>{outOfReach ? "Once the server is back" : use}</span>
                  {making === id ? (
                    <Loader size={14} aria-label="Being made" />
                  ) : (
                    <IconDownload size={15} stroke={1.75} aria-hidden />
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className={styles.choice} aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      {children}
    </fieldset>
  );
}
