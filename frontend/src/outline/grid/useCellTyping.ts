/** Typing in a cell: what the field shows, and how it ends. */
import { useLayoutEffect, useRef, useState } from "react";
import { addStep } from "../../document/edits/addStep";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
import { useDraft, useTypingSession } from "../../document/useTyping";
import { useEditor } from "../../session/Editor";
import { say } from "../../ui/notices/notices";
import { cellText } from "../cells/cellText";
import { quoted } from "../cells/refusals";
import { writeCells } from "../cells/writeCells";
import type { Column } from "../columns/columns";
import { pasteBlock } from "../paste/paste";
import { type Direction, type Editing, NEW } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";

export interface CellTyping {
  readonly text: string;
  /** Why the text was not taken, once somebody tried to leave the cell with it. */
  readonly why: string | null;
  /** Whether anything was typed yet. */
  readonly touched: boolean;
  readonly type: (text: string) => void;
  /** Keeps the text (or the one given) and goes on; stays, saying why, where it does not fit. */
  readonly commit: (direction: Direction, text?: string) => void;
  /** Leaves the cell as it was before the typing. */
  readonly cancel: () => void;
  /** Lets the text name a step that is not there yet. */
  readonly addsStep: (name: string) => void;
}

let fields = 0;

/**
 * Each letter is written as it is typed, where it makes sense by itself, and all of them are one
 * undo step; a choice is written when it is made.
 */
export function useCellTyping(
  grid: OutlineGrid,
  { cell, how, text: given }: Editing,
  column: Column,
  stored: string,
): CellTyping {
  const { document } = useEditor();
  const [place] = useState(() => `cell ${++fields}`);
  const [text, setText] = useDraft(stored, given ?? (how === "replace" ? "" : stored));
  const takeBack = useTypingSession(document);
  const [why, setWhy] = useState<string | null>(null);
  const [touched, setTouched] = useState(given !== undefined);
  const newSteps = useRef(new Set<string>());

  const isNew = cell.row === NEW;
  const type = (next: string) => {
    setTouched(true);
    setWhy(null);
    const write = { step: cell.row, column: column.key, text: next };
    if (!isNew && column.offers !== "choice") writeCells(document, [write], place);
    setText(next, isNew ? stored : textNow(document, cell.row, column));
  };
  /** Why the text is not taken; else the step that it has added, if it has. */
  const keep = (final: string): { why: string } | { added?: string } => {
    if (isNew) return addRow(document, grid, final);
    if (newSteps.current.size > 0) addSteps(document, cell.row, final, newSteps.current, place);
    const write = { step: cell.row, column: column.key, text: final };
    const [refusal] = writeCells(document, [write], place);
    return refusal ?? {};
  };
  const commit = (direction: Direction, chosen?: string) => {
    const typed = touched || chosen !== undefined;
    const kept = typed ? keep(chosen ?? text) : {};
    if ("why" in kept) setWhy(kept.why);
    else grid.finish(direction, { kept: typed, ...kept });
  };
  const cancel = () => {
    takeBack();
    grid.wantsFocus = true;
    grid.finish("none", { kept: false });
  };
  const leave = () => {
    // Whatever ends the typing, it ends once.
    if (grid.state.get().editing?.cell !== cell) return;
    const kept = touched ? keep(text) : {};
    if ("why" in kept) {
      // What was written on the way there, letter by letter, is not what was meant either.
      takeBack();
      say(`${quoted(text)} was not kept. ${kept.why}`);
    }
    grid.finish("none", { kept: touched && !("why" in kept) });
  };
  const latest = useRef(leave);
  useLayoutEffect(() => {
    latest.current = leave;
  });
  useLayoutEffect(() => {
    const now = () => latest.current();
    grid.leave = now;
    return () => {
      now();
      if (grid.leave === now) grid.leave = null;
    };
  }, [grid]);
  return {
    text,
    why,
    touched,
    type,
    commit,
    cancel,
    addsStep: (name) => newSteps.current.add(name),
  };
}

function textNow({ snapshot }: TouchlineDocument, id: string, column: Column): string {
  const step = snapshot.steps.get(id);
  return step === undefined ? "" : cellText(snapshot, step, column.key);
}

/** A step for a name typed into the empty row. */
function addRow(document: TouchlineDocument, grid: OutlineGrid, name: string): { added?: string } {
  if (name.trim() === "") return {};
  const { rows, sort } = grid.state.get();
  const place = { row: rows.length, column: 0, height: 1, width: 1 };
  const [added] = pasteBlock(document, [[name]], { rows, ...place, joins: sort === null }).added;
  return added === undefined ? {} : { added };
}

/** Adds the steps that a text names and that were chosen to be new. */
function addSteps(
  document: TouchlineDocument,
  from: string,
  text: string,
  names: ReadonlySet<string>,
  typing: string,
): void {
  const stage = document.snapshot.steps.get(from)?.stage;
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  const there = new Set([...document.snapshot.steps.values()].map((step) => step.name));
  document.edit(() => {
    for (const name of names) {
      if (!lines.has(name) || there.has(name)) continue;
      addStep(document, { kind: "contact", name, ...(stage === undefined ? {} : { stage }) });
    }
  }, typing);
}
