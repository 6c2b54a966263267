import "@xyflow/react/dist/base.css";
import {
  applyNodeChanges,
  Background,
  type Connection,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
} from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import { CANVAS_KEYS } from "../commands/keys";
import { addEdge } from "../document/edits/addEdge";
import { NEW_WAIT } from "../document/edits/addStepAfter";
import { moveSteps } from "../document/edits/moveSteps";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { tokens } from "../theme/tokens";
import {
  type StepNode as StepNodeType,
  stepNodes,
  type WaitEdge as WaitEdgeType,
  waitEdges,
} from "./nodes";
import { StepNode } from "./StepNode";
import { useCanvasPort } from "./useCanvasPort";
import { WaitEdge } from "./WaitEdge";

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { wait: WaitEdge };
const WHOLE = (snapshot: Snapshot) => snapshot;
const GRID: [number, number] = [tokens.step.grid, tokens.step.grid];

/** The flow chart, to look at and to edit. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Chart />
    </ReactFlowProvider>
  );
}

function Chart() {
  const editor = useEditor();
  const snapshot = useSnapshot(WHOLE);
  const selection = useStore(editor.selection);
  const [nodes, setNodes] = useState<StepNodeType[]>([]);
  const edgesBefore = useRef<WaitEdgeType[]>([]);
  edgesBefore.current = waitEdges(snapshot, selection, edgesBefore.current);
  useEffect(() => {
    setNodes((before) => stepNodes(snapshot, selection, before));
  }, [snapshot, selection]);
  useCanvasPort();

  const changeNodes = (changes: NodeChange<StepNodeType>[]) =>
    setNodes((before) =>
      applyNodeChanges(
        changes.filter((change) => change.type !== "select" && change.type !== "remove"),
        before,
      ),
    );
  const connect = ({ source, target }: Connection) => {
    if (source !== target) addEdge(editor.document, source, target, { max_wait: NEW_WAIT });
  };
  const drop = (_: unknown, __: unknown, moved: StepNodeType[]) =>
    moveSteps(
      editor.document,
      moved.map((node) => [node.id, node.position] as const),
    );

  return (
    <ReactFlow
      {...{ [CANVAS_KEYS]: "" }}
      nodes={nodes}
      edges={edgesBefore.current}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={changeNodes}
      onNodeDragStop={drop}
      onConnect={connect}
      onNodeClick={(_, node) =>
        editor.selection.set({ steps: new Set([node.id]), edges: new Set() })
      }
      onEdgeClick={(_, edge) =>
        editor.selection.set({ steps: new Set(), edges: new Set([edge.id]) })
      }
      onPaneClick={() => editor.selection.set({ steps: new Set(), edges: new Set() })}
      deleteKeyCode={null}
      snapToGrid
      snapGrid={GRID}
      onlyRenderVisibleElements
      fitView
      minZoom={0.05}
    >
      <Background color="var(--surface-dots)" gap={tokens.step.grid * 3} />
      <MiniMap pannable zoomable />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}
