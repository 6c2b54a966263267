import { canonicalDuration, DURATION_EXAMPLE } from "../../model/duration";
import { TextField, type TextFieldProps } from "./TextField";

interface DurationFieldProps extends Pick<TextFieldProps, "label" | "placeholder" | "description"> {
  stored: string;
  onWrite: (duration: string | undefined) => void;
  /** Whether it may not be left empty. */
  required?: boolean;
}

/** A length of time; what is none is refused where it stands, with an example. */
export function DurationField({ onWrite, required = false, ...rest }: DurationFieldProps) {
  const write = (text: string): string | null => {
    const blank = text.trim() === "";
    const duration = blank ? undefined : canonicalDuration(text);
    if (duration === null || (blank && required)) return null;
    onWrite(duration);
    return duration ?? "";
  };
  return <TextField {...rest} write={write} refusal={`${DURATION_EXAMPLE}.`} />;
}
