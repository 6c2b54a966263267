import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { addWaiver, removeWaiver, setReason, type Waiving } from "../document/edits/waivers";
import { useTouchlineDocument } from "../document/hooks";
import type { Waiver } from "../document/model";
import { useTyping } from "../document/useTyping";
import { sayRule, useRules } from "../problems/rules";
import { shownWaiver } from "../problems/showFinding";
import { useStore } from "../state/store";
import styles from "./Inspector.module.css";
import { LineInput } from "./lists/LineInput";

interface WaiversProps {
  on: Waiving;
  waivers: readonly Waiver[];
}

/** The rules that may be broken here, each with the reason that every report shows. */
export function Waivers({ on, waivers }: WaiversProps) {
  const [adding, setAdding] = useState(false);
  const labelId = useId();
  return (
    <fieldset className={styles.group} aria-labelledby={labelId}>
      <span className={styles.label} id={labelId}>
        Allowed exceptions
      </span>
      {waivers.length === 0 && !adding && (
        <p className={styles.hint}>Rules that may be broken here, each with a reason.</p>
      )}
      <div className={styles.waivers}>
        {waivers.map((waiver) => (
          <WaiverRow key={waiver.id} on={on} waiver={waiver} />
        ))}
      </div>
      {adding ? (
        <NewWaiver on={on} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            ml={-6}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add an exception
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function WaiverRow({ on, waiver }: { on: Waiving; waiver: Waiver }) {
  const document = useTouchlineDocument();
  const rule = sayRule(waiver.rule);
  const typed = useTyping(waiver.reason, (text) => {
    if (text.trim() === "") return null;
    setReason(document, on, waiver.id, text);
    return text;
  });
  const row = useRef<HTMLDivElement>(null);
  const shown = useStore(shownWaiver, (id) => id === waiver.id);
  useEffect(() => {
    if (!shown) return;
    row.current?.scrollIntoView({ block: "nearest" });
    // Once: who comes back to the step later looks at its beginning.
    return () => shownWaiver.set((id) => (id === waiver.id ? null : id));
  }, [shown, waiver.id]);
  return (
    <div ref={row} className={styles.waiver} data-shown={shown || undefined}>
      <div className={styles.waiverHead}>
        {rule}
        <ActionIcon
          size="sm"
          aria-label={`Take back the exception from “${rule}”`}
          onClick={() => removeWaiver(document, on, waiver.id)}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      <LineInput
        label={`Reason for the exception from “${rule}”`}
        value={typed.value}
        placeholder="The reason"
        invalid={typed.refused}
        onType={typed.type}
        onFocus={typed.handlers.onFocus}
        onBlur={typed.handlers.onBlur}
        onPress={typed.handlers.onKeyDown}
      />
    </div>
  );
}

function NewWaiver({ on, onDone }: { on: Waiving; onDone: () => void }) {
  const document = useTouchlineDocument();
  const rules = useRules();
  const [rule, setRule] = useState<string | null>(null);
  const [reason, setReasonText] = useState("");
  const ready = rule !== null && reason.trim() !== "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        addWaiver(document, on, rule, reason.trim());
        onDone();
      }}
    >
      <Select
        label="Rule"
        placeholder="Which rule may be broken"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No such rule"
        data={rules.map(({ id }) => ({ value: id, label: sayRule(id) }))}
        value={rule}
        onChange={setRule}
      />
      <TextInput
        label="Reason"
        placeholder="Shown in every report"
        value={reason}
        onChange={(event) => setReasonText(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" disabled={!ready}>
          Allow it
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
