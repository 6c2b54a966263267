import { SEVERITIES } from "../../findings/severity";
import { showFinding } from "../../findings/showFinding";
import type { Editor } from "../../session/Editor";
import { reveal } from "../../session/reveal";
import { selectStep } from "../../session/select";

/** Opens the flow chart at a step: at its worst problem where it has one. */
export function showInChart(editor: Editor, step: string): void {
  const findings = editor.checking.state.get().findingsOfStep.get(step) ?? [];
  const serious = SEVERITIES.filter((severity) => severity !== "info");
  const [worst] = serious.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  selectStep(editor, step);
  if (worst !== undefined) showFinding(editor, worst);
  else reveal({ steps: [step], edges: [] });
}
