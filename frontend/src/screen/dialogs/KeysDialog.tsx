import { Modal } from "@mantine/core";
import { useId } from "react";
import { type Command, isForChart, shownKeys } from "../../commands/command";
import { type KeyList, useRegistry } from "../../commands/registry";
import { useReturnFocus } from "../../ui/useReturnFocus";
import styles from "./KeysDialog.module.css";

/** Every key of the editor and what it does. */
export function KeysDialog({ close }: { close: () => void }) {
  useReturnFocus();
  const { commands, keyLists } = useRegistry();
  const withKeys = commands.filter((command) => command.keys.length > 0);
  const onTheChart = withKeys.filter(isForChart).map(keysOf);
  const everywhere = withKeys.filter((command) => !isForChart(command)).map(keysOf);
  return (
    <Modal opened onClose={close} title="Keyboard" size={760} transitionProps={{ duration: 0 }}>
      <Part title="In every view" keys={everywhere} />
      <Part title="On the flow chart" keys={onTheChart} />
      <p className={styles.note}>
        Tab adds a step while one is selected; press Esc first to go on to the rest of the screen.
        In the name of a new step, Enter goes on to the wait before it.
      </p>
      {keyLists.map(({ title, keys }) => (
        <Part key={title} title={title} keys={keys} />
      ))}
    </Modal>
  );
}

function Part({ title, keys }: Pick<KeyList, "title" | "keys">) {
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

function keysOf(command: Command): KeyList["keys"][number] {
  return [shownKeys(command), command.name];
}
