import type { ClipboardEvent, KeyboardEvent } from "react";
import styles from "./lists.module.css";

interface LineInputProps {
  label: string;
  value: string;
  placeholder: string;
  invalid?: boolean;
  onType: (text: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  onPress?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  inputRef?: (input: HTMLTextAreaElement | null) => void;
}

/** One line in a list, as high as its words need: text until it is pointed at or typed in. */
export function LineInput(props: LineInputProps) {
  const { label, value, placeholder, invalid = false, onType, onPress, inputRef } = props;
  return (
    <textarea
      rows={1}
      ref={inputRef}
      className={styles.input}
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onKeyDown={onPress}
      onPaste={props.onPaste}
    />
  );
}
