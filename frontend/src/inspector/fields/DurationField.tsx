import { useSettings } from "../../document/hooks";
import { typedDuration, whyNoDuration } from "../../model/duration";
import { TextField, type TextFieldProps } from "./TextField";

interface DurationFieldProps extends Pick<TextFieldProps, "label" | "placeholder" | "description"> {
  stored: string;
  onWrite: (duration: string | undefined) => void;
  /** Whether it may not be left empty. */
  required?: boolean;
}

/** A length of time; what is none is refused where it stands, with an example. */
export function DurationField({ onWrite, required = false, ...rest }: DurationFieldProps) {
  const { days } = useSettings();
  const write = (text: string): string | null => {
    const blank = text.trim() === "";
    const typed = blank ? { text: undefined } : typedDuration(text, days);
    if ("why" in typed || (blank && required)) return null;
    onWrite(typed.text);
    return typed.text ?? "";
  };
  return <TextField {...rest} write={write} refusal={(text) => `${whyNoDuration(text, days)}.`} />;
}
