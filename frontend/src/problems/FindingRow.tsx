import { Button, Tooltip } from "@mantine/core";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import type { Finding } from "../api/types";
import { useSnapshot } from "../document/hooks";
import { SEVERITY_ICONS } from "../findings/severity";
import { hideFinding, showFinding } from "../findings/showFinding";
import { canWaive, sayPlace, takeBack, waiverOf } from "../findings/waive";
import { sayDays } from "../model/duration";
import type { Snapshot } from "../model/snapshot";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import { FixButton } from "./FixButton";
import { MendPreview } from "./MendPreview";
import styles from "./Problems.module.css";
import { WaiveForm } from "./WaiveForm";

interface FindingRowProps {
  finding: Finding;
  onWhy: (rule: string) => void;
  onMended: () => void;
}

/** One finding in words, with its fixes, the reason for the rule, and leave to break it. */
export const FindingRow = memo(function FindingRow({ finding, onWhy, onMended }: FindingRowProps) {
  const editor = useEditor();
  const shown = useStore(editor.shownFinding, (current) => current?.id === finding.id);
  const [open, setOpen] = useState<{ fix: string } | "waive" | null>(null);
  const place = useSnapshot(
    useCallback(
      (snapshot: Snapshot) => {
        const waiver = finding.waived === null ? null : waiverOf(snapshot, finding);
        return waiver === null ? null : sayPlace(snapshot, waiver);
      },
      [finding],
    ),
  );
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // It may have been chosen on the canvas.
    if (shown) row.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  const Icon = SEVERITY_ICONS[finding.severity];
  const toggle = (next: { fix: string } | "waive") =>
    setOpen((now) => (JSON.stringify(now) === JSON.stringify(next) ? null : next));
  const close = (done: boolean) => {
    setOpen(null);
    if (done) onMended();
  };
  return (
    <li
      ref={row}
      className={styles.finding}
      data-severity={finding.severity}
      data-shown={shown || undefined}
    >
      <div className={styles.line}>
        <button
          type="button"
          className={styles.message}
          aria-pressed={shown}
          onClick={() => (shown ? hideFinding(editor) : showFinding(editor, finding))}
        >
          <Icon size={16} stroke={2} aria-hidden />
          <span>
            {finding.message}
            {finding.waived !== null && (
              <span className={styles.reason}>
                {sayLeave(finding, place)}: {finding.waived}
              </span>
            )}
          </span>
        </button>
        <div className={styles.actions}>
          {finding.waived === null &&
            finding.fixes.map((fix) => (
              <FixButton
                key={fix.id}
                variant="light"
                size="compact-xs"
                expanded={typeof open === "object" && open?.fix === fix.id}
                onClick={() => toggle({ fix: fix.id })}
              >
                {fix.label}
              </FixButton>
            ))}
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => onWhy(finding.rule)}
          >
            Why?
          </Button>
          {finding.waived !== null && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onClick={() => takeBack(editor.document, finding)}
            >
              Take back
            </Button>
          )}
          {finding.waived === null && canWaive(finding) && (
            <Tooltip label="Leave it as it is, with a reason" disabled={open === "waive"}>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-expanded={open === "waive"}
                onClick={() => toggle("waive")}
              >
                Allow …
              </Button>
            </Tooltip>
          )}
        </div>
      </div>
      {open === "waive" && <WaiveForm finding={finding} onDone={close} />}
      {open !== null && open !== "waive" && (
        <MendPreview mend={{ finding: finding.id, fix: open.fix }} onDone={close} />
      )}
    </li>
  );
});

/** “Allowed at “First call” → “Legal review”, up to 6 days”. */
function sayLeave({ waived_up_to_days: days }: Finding, place: string | null): string {
  const where = place === null ? "" : ` at ${place}`;
  return `Allowed${where}${days === null ? "" : `, up to ${sayDays(days)}`}`;
}
