import type { Finding } from "../api/types";
import { useSnapshot } from "../document/hooks";
import { SEVERITY_ICONS } from "../findings/severity";
import { showFinding } from "../findings/showFinding";
import { isJustBegun } from "../model/snapshot";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import styles from "./Inspector.module.css";

const NONE: readonly Finding[] = [];

/** The errors and warnings about a step; what is only missing detail shows in the fields. */
export function StepFindings({ id }: { id: string }) {
  const editor = useEditor();
  const begun = useSnapshot(isJustBegun);
  const findings = useStore(
    editor.checking.state,
    (state) => state.findingsOfStep.get(id) ?? NONE,
  ).filter((finding) => finding.severity !== "info");
  if (findings.length === 0) return null;
  return (
    <ul
      className={styles.findings}
      data-begun={begun || undefined}
      aria-label="Problems of this step"
    >
      {findings.map((finding) => {
        const Icon = SEVERITY_ICONS[finding.severity];
        return (
          <li key={finding.id}>
            <button
              type="button"
              className={styles.finding}
              data-severity={finding.severity}
              onClick={() => showFinding(editor, finding)}
            >
              <Icon size={15} stroke={2} aria-hidden />
              <span>{finding.message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
