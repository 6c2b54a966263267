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
import { useEditor } from "../editor/Editor";
import { Message } from "../Message";
import { useStore } from "../state/store";
import styles from "./Canvas.module.css";
import { CanvasContext, createCanvasState, useCanvas } from "./CanvasContext";
import { ContextMenu } from "./ContextMenu";
import { Dots } from "./Dots";
import { EdgeLayer } from "./EdgeLayer";
import { GhostLayer } from "./GhostLayer";
import { Guides } from "./Guides";
import { Hint } from "./Hint";
import { JoinLine } from "./JoinLine";
import { LandingPlace } from "./LandingPlace";
import { NameLayer } from "./NameField";
import type { StepNode as StepNodeType } from "./nodes";
import { Orientation } from "./Orientation";
import { Overview } from "./overview/Overview";
import { useOverviewPointer } from "./overview/useOverviewPointer";
import { useReadable } from "./readable";
import { Shield } from "./Shield";
import { StagePanels } from "./StagePanels";
import { StepMenu } from "./StepMenu";
import { StepNode } from "./StepNode";
import { selectionAfter } from "./selecting";
import { useCanvasPort } from "./useCanvasPort";
import { useClipboard } from "./useClipboard";
import { useContextMenu } from "./useContextMenu";
import { useDrops } from "./useDrops";
import { useFocus } from "./useFocus";
import { useGapBadges } from "./useGapBadges";
import { useJoins } from "./useJoins";
import { useLeastZoom } from "./useLeastZoom";
import { useNodes } from "./useNodes";
import { useOpening } from "./useOpening";
import { usePreviewInView } from "./usePreviewInView";
import { useReveal } from "./useReveal";
import { useSelectedInView } from "./useSelectedInView";
import { useUndoInView } from "./useUndoInView";
import { LEAST_ZOOM } from "./view";

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
