/** The keys of the mind map and what each does, as they are listed for people. */
export const MAP_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["Arrow keys", "Go to the next step or the one before; also Home, End"],
  ["Space", "Select the step"],
  ["Enter", "Type the name of the step"],
];
