import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Finding } from "../api/types";
import { showWaiver } from "../findings/showFinding";
import { UpToField, useUpTo } from "../findings/UpToField";
import { earlierReason, waive } from "../findings/waive";
import { useEditor } from "../session/Editor";
import { say } from "../ui/notices/notices";
import styles from "./Problems.module.css";

interface WaiveFormProps {
  finding: Finding;
  onDone: (waived: boolean) => void;
}

/** Asks for the reason for which a finding is allowed, and for a silence up to where. */
export function WaiveForm({ finding, onDone }: WaiveFormProps) {
  const editor = useEditor();
  const { document, checking } = editor;
  const [reason, setReason] = useState(() => earlierReason(document.snapshot, finding));
  const upTo = useUpTo(finding.rule, finding);
  const ready = reason.trim() !== "" && upTo.refusal === null;
  return (
    <form
      className={styles.waive}
      onSubmit={(event) => {
        event.preventDefault();
        const all = checking.state.get().report?.findings ?? [];
        if (!ready) return;
        const found = waive(document, finding, all, { reason: reason.trim(), ...upTo.fields });
        if (found === null) say("The step that this was about is gone.");
        // What was put somewhere is shown where it was put.
        else showWaiver(editor, found);
        onDone(found !== null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone(false);
      }}
    >
      <TextInput
        label="Why may it stay so?"
        placeholder="Shown in every report, such as: procurement never answers sooner"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <UpToField upTo={upTo} className={styles.upTo} />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" disabled={!ready}>
          Allow it
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDone(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
