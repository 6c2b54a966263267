import { Modal } from "@mantine/core";
import { useId } from "react";
import { type Command, isForChart, shownKeys } from "../../commands/command";
import { commands } from "../../commands/commands";
import { MAP_KEYS } from "../../mindmap/keys";
import { OUTLINE_KEYS } from "../../outline/keys";
import { useReturnFocus } from "../../ui/useReturnFocus";
import styles from "./KeysDialog.module.css";

type Keys = readonly (readonly [keys: string, does: string])[];

const WITH_KEYS = commands.filter((command) => command.keys.length > 0);
const ON_THE_CHART = WITH_KEYS.filter(isForChart).map(keysOf);
const EVERYWHERE = WITH_KEYS.filter((command) => !isForChart(command)).map(keysOf);

/** Every key of the editor and what it does. */
export function KeysDialog({ close }: { close: () => void }) {
  useReturnFocus();
  return (
    <Modal opened onClose={close} title="Keyboard" size={760} transitionProps={{ duration: 0 }}>
      <Part title="In every view" keys={EVERYWHERE} />
      <Part title="On the flow chart" keys={ON_THE_CHART} />
      <p className={styles.note}>
        Tab adds a step while one is selected; press Esc first to go on to the rest of the screen.
        In the name of a new step, Enter goes on to the wait before it.
      </p>
      <Part title="In the mind map" keys={MAP_KEYS} />
      <Part title="In the outline" keys={OUTLINE_KEYS} />
    </Modal>
  );
}

function Part({ title, keys }: { title: string; keys: Keys }) {
  const heading = useId();
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {title}
      </h3>
      <dl className={styles.keys}>
        {keys.map(([pressed, does]) => (
          <div key={pressed} className={styles.row}>
            <dt>{does}</dt>
            <dd>
              <kbd>{pressed}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function keysOf(command: Command): Keys[number] {
  return [shownKeys(command), command.name];
}
