import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { textOf, useTyping, type WriteText } from "../../document/useTyping";

export interface TextFieldProps {
  label: string;
  stored: string;
  write: WriteText;
  placeholder?: string;
  description?: string;
  /** Grows with the text over several lines. */
  long?: boolean;
  /** What to say of a text that is refused; it may depend on the text. */
  refusal?: string | ((text: string) => string);
  className?: string | undefined;
}

/** A text that is written as it is typed; what is refused is said once the field is left. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    stored,
    write,
    placeholder,
    description,
    long = false,
    refusal,
    className,
  } = props;
  const typed = useTyping(stored, write);
  const [left, setLeft] = useState(true);
  const shared = {
    label,
    className,
    value: typed.value,
    error: left && typed.refused ? saidOf(refusal, typed.value) : undefined,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(description === undefined ? {} : { description }),
    onChange: (event: Parameters<typeof textOf>[0]) => typed.type(textOf(event)),
    onFocus: () => {
      setLeft(false);
      typed.handlers.onFocus();
    },
    onBlur: () => {
      setLeft(true);
      typed.handlers.onBlur();
    },
  };
  if (long) return <Textarea {...shared} onKeyDown={typed.handlers.onKeyDown} />;
  return (
    <TextInput
      {...shared}
      onKeyDown={(event) => {
        if (event.key === "Enter") setLeft(true);
        typed.handlers.onKeyDown(event);
      }}
    />
  );
}

function saidOf(refusal: TextFieldProps["refusal"], text: string): string | undefined {
  return typeof refusal === "function" ? refusal(text) : refusal;
}
