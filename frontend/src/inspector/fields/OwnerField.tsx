import { Autocomplete } from "@mantine/core";
import { useCallback } from "react";
import { useSnapshot } from "../../document/hooks";
import { useTyping, type WriteText } from "../../document/useTyping";
import { fieldOf } from "../../model/fields";
import type { Snapshot } from "../../model/snapshot";

const OWNER = fieldOf("step", "owner");

interface OwnerFieldProps {
  stored: string;
  write: WriteText;
  placeholder?: string;
}

/** Who does it; the owners in use are suggested. */
export function OwnerField({
  stored,
  write,
  placeholder = OWNER.placeholder ?? "",
}: OwnerFieldProps) {
  const owners = useOwners();
  const typed = useTyping(stored, write);
  return (
    <Autocomplete
      label={OWNER.label}
      placeholder={placeholder}
      data={owners.filter((owner) => owner !== typed.value)}
      value={typed.value}
      onChange={typed.type}
      limit={8}
      onFocus={typed.handlers.onFocus}
      onBlur={typed.handlers.onBlur}
      onKeyDown={typed.handlers.onKeyDown}
    />
  );
}

/** The owners of the steps, those of the most steps first. */
function useOwners(): string[] {
  return useSnapshot(useCallback(ownersOf, []), sameList);
}

function ownersOf({ steps }: Snapshot): string[] {
  const counts = new Map<string, number>();
  for (const { owner } of steps.values()) {
    const name = owner?.trim();
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
