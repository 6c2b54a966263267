import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import type { Finding } from "../api/types";
import {
  addWaiver,
  removeWaiver,
  setEnd,
  setReason,
  type Waiving,
} from "../document/edits/waivers";
import { useSettings, useTouchlineDocument } from "../document/hooks";
import type { TouchlineDocument } from "../document/TouchlineDocument";
import { useTyping } from "../document/useTyping";
import { sayRule, useRules } from "../findings/rules";
import { shownWaiver } from "../findings/showFinding";
import { UpToField, useUpTo } from "../findings/UpToField";
import { isAbout } from "../findings/waive";
import { sayDuration, typedDuration, whyNoDuration } from "../model/duration";
import { fieldOf } from "../model/fields";
import { isMeasured, type Waiver } from "../model/snapshot";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import { TextField } from "./fields/TextField";
import styles from "./Inspector.module.css";
import { LineInput } from "./lists/LineInput";

const ALLOW = fieldOf("step", "allow");

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
        {ALLOW.label}
      </span>
      {waivers.length === 0 && !adding && <p className={styles.hint}>{ALLOW.hint}</p>}
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
  const { days } = useSettings();
  const document = useTouchlineDocument();
  const rule = sayRule(waiver.rule);
  const typed = useTyping(waiver.reason, (text) => {
    if (text.trim() === "") return null;
    setReason(document, on, waiver.id, text);
    return text;
  });
  const row = useRef<HTMLFieldSetElement>(null);
  const shown = useStore(shownWaiver, (id) => id === waiver.id);
  useEffect(() => {
    if (!shown) return;
    row.current?.scrollIntoView({ block: "nearest" });
    // Once: who comes back to the step later looks at its beginning.
    return () => shownWaiver.set((id) => (id === waiver.id ? null : id));
  }, [shown, waiver.id]);
  return (
    <fieldset
      ref={row}
      className={styles.waiver}
      aria-label={`Exception from “${rule}”`}
      data-shown={shown || undefined}
    >
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
      {isMeasured(waiver.rule) && (
        <TextField
          label={fieldOf("waiver", "up_to").label ?? "up_to"}
          className={styles.beside}
          placeholder="However long it gets"
          stored={waiver.up_to === undefined ? "" : sayDuration(waiver.up_to)}
          write={(text) => {
            const typed = text.trim() === "" ? { text: undefined } : typedDuration(text, days);
            if ("why" in typed) return null;
            setEnd(document, on, waiver.id, typed.text);
            return typed.text === undefined ? "" : sayDuration(typed.text);
          }}
          refusal={(text) => `${whyNoDuration(text, days)}.`}
        />
      )}
    </fieldset>
  );
}

function NewWaiver({ on, onDone }: { on: Waiving; onDone: () => void }) {
  const document = useTouchlineDocument();
  const rules = useRules();
  const [rule, setRule] = useState<string | null>(null);
  const [reason, setReasonText] = useState("");
  const { report } = useStore(useEditor().checking.state);
  const silence = rule === null ? null : longestSilence(report?.findings ?? [], rule, document, on);
  const upTo = useUpTo(rule, silence);
  const ready = rule !== null && reason.trim() !== "" && upTo.refusal === null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        addWaiver(document, on, { rule, reason: reason.trim(), ...upTo.fields });
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
        label={fieldOf("waiver", "reason").label}
        placeholder="Shown in every report"
        value={reason}
        onChange={(event) => setReasonText(event.target.value)}
      />
      <UpToField upTo={upTo} />
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

/** The longest of the silences here that a rule reports; null where it reports none. */
function longestSilence(
  findings: readonly Finding[],
  rule: string,
  { snapshot }: TouchlineDocument,
  on: Waiving,
): Finding | null {
  const here = findings.filter(
    (finding) => finding.rule === rule && isAbout(snapshot, finding, on),
  );
  return here.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))[0] ?? null;
}
