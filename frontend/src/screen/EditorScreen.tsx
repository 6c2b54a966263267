import { Suspense, useEffect } from "react";
import { Canvas } from "../canvas/Canvas";
import { Palette } from "../canvas/palette/Palette";
import { RegistryContext } from "../commands/registry";
import { runPressed } from "../commands/running";
import { DocumentContext, useSettings } from "../document/hooks";
import { Inspector } from "../inspector/Inspector";
import { Problems } from "../problems/Problems";
import { DETAILS_ID } from "../session/details";
import { type Editor, EditorContext, useEditor } from "../session/Editor";
import { revealed } from "../session/reveal";
import { keepSelection } from "../session/select";
import { useOpenEditor } from "../session/useOpenEditor";
import { Failure } from "../ui/Failure";
import { lazyAhead, loadAhead } from "../ui/lazyAhead";
import { Message } from "../ui/Message";
import { dismissPlain } from "../ui/notices/notices";
import { useStore } from "../ui/store";
import { registry } from "./commands";
import { Dialogs } from "./dialogs/Dialogs";
import styles from "./EditorScreen.module.css";
import { FileDrop } from "./FileDrop";
import { GoneScreen } from "./GoneScreen";
import { SafetyBar } from "./topbar/SafetyBar";
import { TopBar } from "./topbar/TopBar";
import { UnreachableScreen } from "./UnreachableScreen";

const MindMap = lazyAhead(() => import("../mindmap/MindMap"));
const Outline = lazyAhead(() => import("../outline/Outline"));

/** The views as a message names them. */
const VIEW_NAMES = { flowchart: "The flow chart", mindmap: "The mind map", outline: "The outline" };

/** One process, open for editing. */
export default function EditorScreen({ id }: { id: string }) {
  const { opening, editor, retry } = useOpenEditor(id);
  if (opening === "gone") return <GoneScreen id={id} retry={retry} />;
  if (opening === "unreachable") return <UnreachableScreen />;
  if (editor === null) return <Message title="Opening the process …" quiet />;
  return (
    <EditorContext value={editor}>
      <DocumentContext value={editor.document}>
        <RegistryContext value={registry}>
          <Layout />
        </RegistryContext>
      </DocumentContext>
    </EditorContext>
  );
}

function Layout() {
  const editor = useEditor();
  const view = useStore(editor.view);
  const details = useStore(editor.details);
  const { name } = useSettings();
  useKeys(editor);
  useEffect(loadAhead, []);
  useEffect(() => keepSelection(editor), [editor]);
  useEffect(() => {
    const { undoManager } = editor.document;
    undoManager.on("stack-item-popped", dismissPlain);
    return () => undoManager.off("stack-item-popped", dismissPlain);
  }, [editor]);
  // What is revealed is on the flow chart, whichever view is open.
  useEffect(
    () => revealed.subscribe(() => revealed.get() !== null && editor.view.set("flowchart")),
    [editor],
  );
  useEffect(() => {
    window.document.title = `${name} – Touchline`;
  }, [name]);
  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <TopBar />
        <SafetyBar />
      </header>
      <nav className={styles.palette} aria-label="Add a step">
        <Palette />
      </nav>
      <main className={styles.main}>
        <Failure key={view} what={VIEW_NAMES[view]} within>
          <Suspense fallback={<Message title="Loading …" quiet within />}>
            {view === "flowchart" && <Canvas />}
            {view === "mindmap" && <MindMap />}
            {view === "outline" && <Outline />}
          </Suspense>
        </Failure>
      </main>
      <aside
        id={DETAILS_ID}
        className={styles.inspector}
        aria-label="Details"
        data-open={details || undefined}
      >
        <Inspector />
      </aside>
      <Dialogs />
      <FileDrop />
      <section className={styles.problems} aria-label="Problems">
        <Problems />
      </section>
    </div>
  );
}

function useKeys(editor: Editor): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      runPressed(event, editor, registry);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [editor]);
}
