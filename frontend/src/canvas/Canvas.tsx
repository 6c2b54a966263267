import "@xyflow/react/dist/base.css";
import {
  Background,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore as useFlowStore,
  useStoreApi,
} from "@xyflow/react";
import { useState } from "react";
import { CANVAS_KEYS } from "../commands/keys";
import { useEditor } from "../editor/Editor";
import { Message } from "../Message";
import { useStore } from "../state/store";
import { tokens } from "../theme/tokens";
import styles from "./Canvas.module.css";
import { CanvasContext, createCanvasState } from "./CanvasContext";
import { EdgeLayer } from "./EdgeLayer";
import { GhostLayer } from "./GhostLayer";
import { Guides } from "./Guides";
import { Hint } from "./Hint";
import { JoinLine } from "./JoinLine";
import { NameLayer } from "./NameField";
import type { StepNode as StepNodeType } from "./nodes";
import { Orientation } from "./Orientation";
import { Overview } from "./Overview";
import { isReadable } from "./readable";
import { StagePanels } from "./StagePanels";
import { StepMenu } from "./StepMenu";
import { StepNode } from "./StepNode";
import { selectionAfter } from "./selecting";
import { useCanvasPort } from "./useCanvasPort";
import { useClipboard } from "./useClipboard";
import { useDrops } from "./useDrops";
import { useFocus } from "./useFocus";
import { useGapBadges } from "./useGapBadges";
import { useJoins } from "./useJoins";
import { useNodes } from "./useNodes";
import { useOpening } from "./useOpening";
import { useReveal } from "./useReveal";

const NODE_TYPES = { step: StepNode };
const NO_NODES: StepNodeType[] = [];
const SEVERAL = ["Shift", "Meta", "Control"];

/** The flow chart, to look at and to edit. */
export function Canvas() {
  const [state] = useState(createCanvasState);
  return (
    <ReactFlowProvider>
      <CanvasContext value={state}>
        <Chart />
      </CanvasContext>
    </ReactFlowProvider>
  );
}

function Chart() {
  const editor = useEditor();
  const { ready, inView } = useOpening();
  const { nodes, change, latest } = useNodes(inView);
  const flow = useStoreApi();
  const readable = useFlowStore(isReadable);
  const typing = useStore(editor.typing, (now) => now !== null);
  const drops = useDrops(latest);
  const joins = useJoins();
  useCanvasPort();
  const focus = useFocus(inView);
  useGapBadges();
  useReveal();
  useClipboard();

  return (
    <ReactFlow
      {...{ [CANVAS_KEYS]: "" }}
      className={styles.canvas ?? ""}
      aria-label="Flow chart"
      tabIndex={0}
      data-typing={typing || undefined}
      nodes={inView ? nodes : NO_NODES}
      nodeTypes={NODE_TYPES}
      connectionLineComponent={JoinLine}
      onNodesChange={(changes) => {
        change(changes);
        const more = flow.getState().multiSelectionActive;
        editor.selection.set((selection) => selectionAfter(selection, changes, more));
      }}
      {...drops}
      {...joins}
      {...focus}
      deleteKeyCode={null}
      disableKeyboardA11y
      multiSelectionKeyCode={SEVERAL}
      selectionMode={SelectionMode.Partial}
      zoomOnDoubleClick={false}
      panOnScroll
      connectionRadius={0}
      nodeDragThreshold={1}
      onlyRenderVisibleElements
      minZoom={0.05}
      maxZoom={2.5}
      proOptions={WITHOUT_LINK}
    >
      <Background color="var(--surface-dots)" gap={tokens.step.grid * 3} size={1.5} />
      {inView && <StagePanels />}
      {inView && (readable ? <EdgeLayer /> : <Overview />)}
      {readable && <GhostLayer />}
      <Guides />
      <NameLayer />
      <StepMenu />
      <Hint ready={inView} />
      <Orientation />
      {!ready && <Message title="Laying out the chart …" quiet />}
    </ReactFlow>
  );
}

const WITHOUT_LINK = { hideAttribution: true };
