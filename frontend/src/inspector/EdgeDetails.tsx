import { IconArrowRight } from "@tabler/icons-react";
import { Fragment } from "react";
import { setEdgeField } from "../document/edits/setEdgeField";
import { useEdge, useSettings, useStep, useTouchlineDocument } from "../document/hooks";
import { excusedUpTo } from "../findings/gaps";
import { durationDays, parseDuration, sayAllowed, sayDays } from "../model/duration";
import { fieldOf, plainFields } from "../model/fields";
import type { Edge } from "../model/snapshot";
import { pairOf } from "../model/snapshot";
import { useEditor } from "../session/Editor";
import { selectStep } from "../session/select";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { useStore } from "../ui/store";
import { DeleteButton } from "./DeleteButton";
import { PlainField } from "./fields/PlainField";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead";
import { Waivers } from "./Waivers";

// The keys are those of the model, from which the types are made as well.
export const DETAILS = plainFields("edge");

/** An edge: how long a deal may wait on it, when it goes this way, and how many do. */
export function EdgeDetails({ id }: { id: string }) {
  const document = useTouchlineDocument();
  const edge = useEdge(id);
  if (edge === undefined) return null;
  return (
    <div className={styles.panel}>
      <PanelHead icon={IconArrowRight} title="Edge">
        <DeleteButton what="the edge" />
      </PanelHead>
      <div className={styles.fields}>
        <div className={styles.ends}>
          <EndButton word={wordOf("from")} id={edge.from} />
          <EndButton word={wordOf("to")} id={edge.to} />
        </div>
        {DETAILS.map((field) => (
          <Fragment key={field.key}>
            <PlainField
              field={field}
              stored={edge[field.key as "when"]}
              onWrite={(value) =>
                setEdgeField(document, id, field.key as "when", value as string | undefined)
              }
            />
            {field.key === "max_wait" && <SilenceThrough edge={edge} />}
          </Fragment>
        ))}
        <Waivers on={{ edge: id }} waivers={edge.allow} />
      </div>
    </div>
  );
}

function wordOf(end: "from" | "to"): string {
  return fieldOf("edge", end).label ?? end;
}

function EndButton({ word, id }: { word: string; id: string }) {
  const editor = useEditor();
  const step = useStep(id);
  if (step === undefined) return null;
  const Icon = stepIcon(step);
  return (
    <button
      type="button"
      className={styles.end}
      data-look={lookOf(step)}
      onClick={() => selectStep(editor, id)}
    >
      <span className={styles.endWord}>{word}</span>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{step.name}</span>
    </button>
  );
}

/** The heaviest silence through the edge, as long as it is about the document as it is now. */
function SilenceThrough({ edge }: { edge: Edge }) {
  const { report, silences, current } = useStore(useEditor().checking.state);
  const settings = useSettings();
  const silence = silences.get(pairOf(edge));
  if (!current || silence === undefined) return null;
  const limit = parseDuration(settings.max_gap);
  const most = limit === null ? 0 : durationDays(limit, settings.days);
  const excused = excusedUpTo(report?.findings ?? [], pairOf(edge));
  const warning = parseDuration(settings.warn_gap);
  const worthALook = warning === null ? "" : sayDays(durationDays(warning, settings.days));
  const words = {
    calm: `The prospect hears nothing for ${sayDays(silence.days ?? 0)} at most; ${sayAllowed(most)}.`,
    near: `The prospect hears nothing for ${sayDays(silence.days ?? 0)}; more than ${worthALook} is worth a look, ${sayAllowed(most)}.`,
    over: `The prospect hears nothing for ${sayDays(silence.days ?? 0)}; ${sayLimit(most, excused)}.`,
    endless: "The prospect may never hear from us again: the way goes round without a contact.",
    unknown:
      edge.max_wait === undefined
        ? "Nobody has decided how long a deal may wait here."
        : "How long the silence lasts here is not known yet.",
  }[silence.level];
  return (
    <p className={styles.silence} data-silence={silence.level}>
      {words}
    </p>
  );
}

/** What a silence that is too long is measured by: the limit, or the exception from it. */
function sayLimit(days: number, excused: number | null): string {
  if (excused === null) return `only ${sayAllowed(days)}`;
  if (excused === Number.POSITIVE_INFINITY) return `an exception allows more than ${sayDays(days)}`;
  return `an exception allows up to ${sayDays(excused)}`;
}
