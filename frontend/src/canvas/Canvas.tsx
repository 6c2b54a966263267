import "@xyflow/react/dist/base.css";
import {
  Background,
  type EdgeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore as useFlowStore,
} from "@xyflow/react";
import { useRef, useState } from "react";
import { CANVAS_KEYS } from "../commands/keys";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { Message } from "../Message";
import { useStore } from "../state/store";
import { tokens } from "../theme/tokens";
import styles from "./Canvas.module.css";
import { CanvasContext, createCanvasState } from "./CanvasContext";
import { Guides } from "./Guides";
import { Hint } from "./Hint";
import { JoinLine } from "./JoinLine";
import { type WaitEdge as WaitEdgeType, waitEdges } from "./nodes";
import { Orientation } from "./Orientation";
import { Overview } from "./Overview";
import { isReadable } from "./readable";
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
import { WaitEdge } from "./WaitEdge";

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { wait: WaitEdge };
const NO_EDGES: WaitEdgeType[] = [];
const WHOLE = (snapshot: Snapshot) => snapshot;
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
  const { ready } = useOpening();
  const { nodes, change } = useNodes();
  const edges = useEdges();
  const readable = useFlowStore(isReadable);
  const drops = useDrops(nodes);
  const joins = useJoins();
  useCanvasPort();
  useFocus();
  useGapBadges();
  useReveal();
  useClipboard();

  return (
    <ReactFlow
      {...{ [CANVAS_KEYS]: "" }}
      className={styles.canvas ?? ""}
      aria-label="Flow chart"
      tabIndex={0}
      data-ready={ready}
      nodes={ready ? nodes : []}
      edges={ready && readable ? edges : NO_EDGES}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      connectionLineComponent={JoinLine}
      onNodesChange={(changes) => {
        change(changes);
        editor.selection.set((selection) => selectionAfter(selection, "steps", changes));
      }}
      onEdgesChange={(changes: EdgeChange<WaitEdgeType>[]) =>
        editor.selection.set((selection) => selectionAfter(selection, "edges", changes))
      }
      {...drops}
      {...joins}
      deleteKeyCode={null}
      disableKeyboardA11y
      multiSelectionKeyCode={SEVERAL}
      selectionMode={SelectionMode.Partial}
      zoomOnDoubleClick={false}
      panOnScroll
      connectionRadius={0}
      nodeDragThreshold={3}
      onlyRenderVisibleElements
      minZoom={0.05}
      maxZoom={2.5}
      proOptions={WITHOUT_LINK}
    >
      <Background color="var(--surface-dots)" gap={tokens.step.grid * 3} size={1.5} />
      {!readable && <Overview />}
      <Guides />
      <StepMenu />
      <Hint ready={ready} />
      <Orientation />
      {!ready && <Message title="Laying out the chart …" quiet />}
    </ReactFlow>
  );
}

const WITHOUT_LINK = { hideAttribution: true };

function useEdges(): WaitEdgeType[] {
  const snapshot = useSnapshot(WHOLE);
  const selection = useStore(useEditor().selection);
  const before = useRef<WaitEdgeType[]>([]);
  before.current = waitEdges(snapshot, selection, before.current);
  return before.current;
}
