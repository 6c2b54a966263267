import { type ComboboxParsedItem, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { addStage } from "../../document/edits/stages";
import { useStages, useTouchlineDocument } from "../../document/hooks";
import { fieldOf } from "../../model/fields";

const NEW = "new stage";

interface StageFieldProps {
  /** The steps that it is the stage of. */
  steps: readonly string[];
  /** The id of the stage, or null for none. */
  stored: string | null;
  placeholder?: string;
  onWrite: (stage: string | undefined) => void;
}

/** The stage of a step; a new one is named where it is chosen. */
export function StageField({ steps, stored, placeholder = "No stage", onWrite }: StageFieldProps) {
  const document = useTouchlineDocument();
  const stages = useStages();
  const [name, setName] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const selected = stages.find(({ id }) => id === stored)?.name ?? "";
  const typed = search.trim();
  const isNew =
    typed !== "" && !stages.some((stage) => stage.name.toLowerCase() === typed.toLowerCase());
  if (name !== null) {
    const finish = (keep: boolean) => {
      if (keep && name.trim() !== "") {
        document.edit(() => onWrite(addStage(document, name.trim(), steps)));
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
      label={fieldOf("step", "stage").label}
      placeholder={placeholder}
      clearable
      searchable
      // What is typed takes the place of the stage that is set.
      onClick={(event) => event.currentTarget.select()}
      onFocus={(event) => event.currentTarget.select()}
      selectFirstOptionOnChange
      filter={(input) => offered(input, selected)}
      searchValue={search}
      onSearchChange={setSearch}
      allowDeselect={false}
      clearButtonProps={{ "aria-label": "Take out of the stage" }}
      data={[
        ...stages.map(({ id, name }) => ({ value: id, label: name })),
        { value: NEW, label: isNew ? `New stage “${typed}”` : "New stage …" },
      ]}
      value={stages.some(({ id }) => id === stored) ? stored : null}
      onChange={(value) => {
        if (value !== NEW) onWrite(value ?? undefined);
        else if (isNew) document.edit(() => onWrite(addStage(document, typed, steps)));
        else setName("");
      }}
    />
  );
}

/** The stages that go on from what is typed; all of them while that is the one that is set. */
function offered(
  { options, search }: { options: ComboboxParsedItem[]; search: string },
  selected: string,
): ComboboxParsedItem[] {
  const typed = search.trim().toLowerCase();
  if (typed === "" || typed === selected.toLowerCase()) return options;
  return options.filter(
    (option) =>
      "value" in option && (option.value === NEW || option.label.toLowerCase().includes(typed)),
  );
}
