import { Select } from "@mantine/core";
import { isWebAddress } from "../../document/read";
import { type Field, WORDS } from "../../model/fields";
import { sayShare, shareOf } from "../../model/share";
import { DurationField } from "./DurationField";
import { TextField } from "./TextField";

export type PlainValue = string | number;

interface PlainFieldProps {
  field: Field;
  stored: PlainValue | undefined;
  /** Writes what was typed; undefined takes the value away. */
  onWrite: (value: PlainValue | undefined) => void;
}

/** One plain value of the process, a step or an edge, typed in as its form asks. */
export function PlainField({ field, stored, onWrite }: PlainFieldProps) {
  const { label = field.key, hint, placeholder } = field;
  const said = {
    label,
    ...(hint === undefined ? {} : { description: hint }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  const text = stored === undefined ? "" : String(stored);
  switch (field.form) {
    case "duration":
      return (
        <DurationField
          {...said}
          required={field.default !== undefined}
          stored={text}
          onWrite={onWrite}
        />
      );
    case "share":
      return (
        <TextField
          {...said}
          stored={sayShare(typeof stored === "number" ? stored : undefined)}
          refusal="Type a percentage from 0 to 100, such as 20 %."
          write={(typed) => {
            const share = shareOf(typed);
            if (share === null) return null;
            onWrite(share);
            return sayShare(share);
          }}
        />
      );
    case "choice":
      return (
        <Select
          {...said}
          data={WORDS[field.words ?? "kind"].map(({ value, label }) => ({ value, label }))}
          clearable={field.default === undefined}
          value={text || null}
          onChange={(value) => onWrite(value ?? undefined)}
        />
      );
    case "url":
      return (
        <TextField
          {...said}
          stored={text}
          refusal="Type a web address such as https://example.com/guide, or mailto:name@example.com."
          write={(typed) => {
            const address = typed.trim();
            if (address !== "" && !isWebAddress(address)) return null;
            onWrite(address || undefined);
            return address;
          }}
        />
      );
    default:
      return (
        <TextField
          {...said}
          long={field.form === "text"}
          stored={text}
          write={(typed) => {
            const blank = typed.trim() === "";
            onWrite(blank ? undefined : typed);
            return blank ? "" : typed;
          }}
        />
      );
  }
}
