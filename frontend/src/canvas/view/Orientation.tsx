import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconBinaryTree,
  IconKeyboard,
  IconMaximize,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { Panel, useStore as useFlowStore, useReactFlow } from "@xyflow/react";
import { shownKeys } from "../../commands/command";
import { useRegistry } from "../../commands/registry";
import { runCommand } from "../../commands/running";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { viewTime } from "./motion";
import styles from "./Orientation.module.css";
import { ProcessMap } from "./ProcessMap";
import { hasMap, percentOf } from "./view";

const countOfSteps = ({ steps }: Snapshot) => steps.size;

/** Minimap and zoom: where in the process one is, and how near. */
export function Orientation() {
  const steps = useSnapshot(countOfSteps);
  const isMapped = useFlowStore((state) => hasMap(steps, state));
  return (
    <>
      {isMapped && <ProcessMap />}
      <Panel position="bottom-left" className={styles.controls ?? ""}>
        <ZoomControls />
      </Panel>
    </>
  );
}

function ZoomControls() {
  const editor = useEditor();
  const flow = useReactFlow();
  const zoom = useFlowStore((state) => percentOf(state.transform[2]));
  const duration = viewTime();
  const registry = useRegistry();
  return (
    <div className={styles.bar} role="toolbar" aria-label="Zoom and layout">
      <Tooltip label="Zoom out">
        <ActionIcon aria-label="Zoom out" onClick={() => flow.zoomOut({ duration })}>
          <IconZoomOut size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Back to 100 %">
        <button
          type="button"
          className={styles.zoom}
          aria-label={`Zoom ${zoom} %, back to 100 %`}
          onClick={() => flow.zoomTo(1, { duration })}
        >
          {zoom} %
        </button>
      </Tooltip>
      <Tooltip label="Zoom in">
        <ActionIcon aria-label="Zoom in" onClick={() => flow.zoomIn({ duration })}>
          <IconZoomIn size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <span className={styles.rule} />
      {(
        [
          ["fitAll", IconMaximize],
          ["layOut", IconBinaryTree],
          ["findStep", IconSearch],
          ["showKeyboard", IconKeyboard],
        ] as const
      ).map(([id, Icon]) => {
        const command = registry.named(id);
        return (
          <Tooltip key={id} label={`${command.name} (${shownKeys(command)})`}>
            <ActionIcon aria-label={command.name} onClick={() => runCommand(command, editor)}>
              <Icon size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
}
