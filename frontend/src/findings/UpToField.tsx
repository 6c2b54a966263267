import { TextInput } from "@mantine/core";
import { useId, useState } from "react";
import type { Finding } from "../api/types";
import { useSettings } from "../document/hooks";
import {
  durationMinutes,
  parseDuration,
  sayDays,
  sayDuration,
  typedDuration,
} from "../model/duration";
import { type DayCount, isMeasured } from "../model/snapshot";
import styles from "./UpToField.module.css";

/** Up to where an exception from a rule is to go, as it is typed. */
export interface UpTo {
  /** Null for a rule whose findings have no length, as for none. */
  readonly rule: string | null;
  readonly text: string;
  readonly type: (text: string) => void;
  /** Why it cannot be given so, in words; null when it can. */
  readonly refusal: string | null;
  /** As it is stored: nothing where the exception has no end. */
  readonly fields: { readonly up_to?: string };
}

/** At first it goes as far as the silence as it is now, until somebody types. */
export function useUpTo(rule: string | null, silence: Finding | null): UpTo {
  const { days } = useSettings();
  const [typed, type] = useState<string | null>(null);
  if (rule === null || !isMeasured(rule)) {
    return { rule: null, text: "", type, refusal: null, fields: {} };
  }
  const now = silence?.days ?? null;
  const text = typed ?? (now === null ? "" : sayDays(now));
  const upTo = typedDuration(text, days);
  return {
    rule,
    text,
    type,
    refusal: refusalOf(text, now, days),
    fields: "why" in upTo ? {} : { up_to: upTo.text },
  };
}

/** The end of an exception that is being given, with what it means or why it cannot be. */
export function UpToField({ upTo, className }: { upTo: UpTo; className?: string | undefined }) {
  const wordsId = useId();
  const [left, setLeft] = useState(true);
  if (upTo.rule === null) return null;
  const refused = left && upTo.refusal !== null;
  return (
    <>
      <TextInput
        {...(className === undefined ? {} : { className })}
        label="Up to"
        placeholder="However long"
        value={upTo.text}
        error={refused}
        aria-describedby={wordsId}
        onChange={(event) => upTo.type(event.target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => event.key === "Enter" && setLeft(true)}
      />
      <p id={wordsId} className={styles.words} data-refused={refused || undefined}>
        {upTo.refusal ?? sayUpTo(upTo)}
      </p>
    </>
  );
}

function sayUpTo({ rule, fields }: UpTo): string {
  if (fields.up_to === undefined) return "Allowed however long it gets.";
  const again = rule === "gap" ? "an error" : "a warning";
  return `Allowed up to ${sayDuration(fields.up_to)}; more is ${again} again.`;
}

function refusalOf(text: string, now: number | null, days: DayCount): string | null {
  if (text.trim() === "") return null;
  const typed = typedDuration(text, days);
  if ("why" in typed) return `${typed.why}.`;
  const duration = parseDuration(typed.text);
  if (duration === null) return null;
  const tooShort = now !== null && durationMinutes(duration, days) < Math.round(now * 24 * 60);
  return tooShort ? `It is ${sayDays(now)} already: type that or more.` : null;
}
