import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";

/** The findings of the process, by severity. */
export function Problems() {
  const { report } = useStore(useEditor().checking.state);
  const findings = report?.findings ?? [];
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.id}>{finding.message}</li>
      ))}
    </ul>
  );
}
