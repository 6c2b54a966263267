import "@xyflow/react/dist/base.css";
import {
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useConnection,
  useStoreApi,
} from "@xyflow/react";
import { useState } from "react";
import { CANVAS_KEYS } from "../commands/keys";
import { useEditor } from "../session/Editor";
import { Message } from "../ui/Message";
import { useStore } from "../ui/store";
import styles from "./Canvas.module.css";
import { EdgeLayer } from "./edges/EdgeLayer";
import { useGapBadges } from "./edges/useGapBadges";
import { useClipboard } from "./gestures/useClipboard";
import { useDrops } from "./gestures/useDrops";
import { useFocus } from "./gestures/useFocus";
import { useJoins } from "./gestures/useJoins";
import { Dots } from "./layers/Dots";
import { GhostLayer } from "./layers/GhostLayer";
import { Guides } from "./layers/Guides";
import { Hint } from "./layers/Hint";
import { JoinLine } from "./layers/JoinLine";
import { LandingPlace } from "./layers/LandingPlace";
import { Shield } from "./layers/Shield";
import { StagePanels } from "./layers/StagePanels";
import { ContextMenu } from "./menus/ContextMenu";
import { StepMenu } from "./menus/StepMenu";
import { useContextMenu } from "./menus/useContextMenu";
import { Overview } from "./overview/Overview";
import { useOverviewPointer } from "./overview/useOverviewPointer";
import { CanvasContext, createCanvasState, useCanvas } from "./state/CanvasContext";
import type { StepNode as StepNodeType } from "./state/nodes";
import { selectionAfter } from "./state/selecting";
import { NameLayer } from "./steps/NameField";
import { StepNode } from "./steps/StepNode";
import { useNodes } from "./steps/useNodes";
import { useCanvasPort } from "./useCanvasPort";
import { Orientation } from "./view/Orientation";
import { useReadable } from "./view/readable";
import { useLeastZoom } from "./view/useLeastZoom";
import { useOpening } from "./view/useOpening";
import { usePreviewInView } from "./view/usePreviewInView";
import { useReveal } from "./view/useReveal";
import { useSelectedInView } from "./view/useSelectedInView";
import { useUndoInView } from "./view/useUndoInView";
import { LEAST_ZOOM } from "./view/view";

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
  const canvas = useCanvas();
  const { ready, inView } = useOpening();
  useReadable();
  useLeastZoom();
  const { nodes, change } = useNodes(inView);
  const flow = useStoreApi();
  const readable = useStore(canvas.readable);
  const typing = useStore(editor.typing, (now) => now !== null);
  const holding = useStore(canvas.held, ({ size }) => size > 0);
  const joining = useConnection(({ inProgress }) => inProgress);
  const anySelected = useStore(editor.selection, ({ steps, edges }) => steps.size + edges.size > 0);
  const drops = useDrops();
  const joins = useJoins();
  const pointer = useOverviewPointer();
  useCanvasPort();
  const contextMenu = useContextMenu();
  const focus = useFocus(inView);
  useGapBadges();
  useReveal();
  usePreviewInView();
  useSelectedInView();
  useUndoInView();
  useClipboard();
  const onNodesChange = (changes: NodeChange<StepNodeType>[]) => {
    change(changes);
    const { multiSelectionActive, userSelectionRect } = flow.getState();
    // React Flow frames only what has elements; the overview frames its steps itself.
    if (!readable && userSelectionRect !== null) return;
    editor.selection.set((selection) => selectionAfter(selection, changes, multiSelectionActive));
  };

  return (
    <ReactFlow
      {...{ [CANVAS_KEYS]: "" }}
      className={styles.canvas ?? ""}
      aria-label="Flow chart"
      tabIndex={0}
      data-typing={typing || undefined}
      data-holding={holding || undefined}
      data-joining={joining || undefined}
      data-any-selected={anySelected || undefined}
      nodes={inView ? nodes : NO_NODES}
      nodeTypes={NODE_TYPES}
      connectionLineComponent={JoinLine}
      onNodesChange={onNodesChange}
      {...drops}
      {...joins}
      {...pointer}
      {...contextMenu}
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
      minZoom={LEAST_ZOOM}
      maxZoom={2.5}
      proOptions={WITHOUT_LINK}
    >
      <Dots />
      {inView && readable && <StagePanels />}
      {inView && (readable ? <EdgeLayer /> : <Overview />)}
      <GhostLayer />
      <Guides />
      <LandingPlace />
      <NameLayer />
      <StepMenu />
      <ContextMenu />
      <Hint ready={inView} />
      <Orientation />
      <Shield />
      {!ready && <Message title="Laying out the chart …" quiet />}
    </ReactFlow>
  );
}

const WITHOUT_LINK = { hideAttribution: true };
