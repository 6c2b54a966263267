import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { addStage } from "../../document/edits/stages";
import { useStages, useTouchlineDocument } from "../../document/hooks";

const NEW = "new stage";

interface StageFieldProps {
  /** The id of the stage, or null for none. */
  stored: string | null;
  placeholder?: string;
  onWrite: (stage: string | undefined) => void;
}

/** The stage of a step; a new one is named where it is chosen. */
export function StageField({ stored, placeholder = "No stage", onWrite }: StageFieldProps) {
  const document = useTouchlineDocument();
  const stages = useStages();
  const [name, setName] = useState<string | null>(null);
  if (name !== null) {
    const finish = (keep: boolean) => {
      if (keep && name.trim() !== "") {
        document.edit(() => onWrite(addStage(document, name.trim())));
      }
      setName(null);
    };
    return (
      <TextInput
        label="Name of the new stage"
        placeholder="Such as Proposal; Enter adds it"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => finish(true)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.stopPropagation();
          finish(event.key === "Enter");
        }}
      />
    );
  }
  return (
    <Select
      label="Stage"
      placeholder={placeholder}
      clearable
      allowDeselect={false}
      clearButtonProps={{ "aria-label": "Take out of the stage" }}
      data={[
        ...stages.map(({ id, name }) => ({ value: id, label: name })),
        { value: NEW, label: "New stage …" },
      ]}
      value={stages.some(({ id }) => id === stored) ? stored : null}
      onChange={(value) => (value === NEW ? setName("") : onWrite(value ?? undefined))}
    />
  );
}
