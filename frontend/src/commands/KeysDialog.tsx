import { Modal } from "@mantine/core";
import { OUTLINE_KEYS } from "../outline/keys";
import { useReturnFocus } from "../state/useReturnFocus";
import { shownKeys } from "./command";
import { commands } from "./commands";
import styles from "./KeysDialog.module.css";

const WITH_KEYS = commands.filter((command) => command.keys.length > 0);

/** Every key of the editor and what it does. */
export function KeysDialog({ close }: { close: () => void }) {
  useReturnFocus();
  return (
    <Modal opened onClose={close} title="Keyboard" size={760} transitionProps={{ duration: 0 }}>
      <dl className={styles.keys}>
        {WITH_KEYS.map((command) => (
          <div key={command.id} className={styles.row}>
            <dt>{command.name}</dt>
            <dd>
              <kbd>{shownKeys(command)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.part}>In the outline</h3>
      <dl className={styles.keys}>
        {OUTLINE_KEYS.map(([keys, does]) => (
          <div key={keys} className={styles.row}>
            <dt>{does}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Tab adds a step while one is selected; press Esc first to go on to the rest of the screen.
        In the name of a new step, Enter goes on to the wait before it.
      </p>
    </Modal>
  );
}
