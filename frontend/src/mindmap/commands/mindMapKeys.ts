import type { KeyList } from "../../commands/registry";

/** The keys of the mind map and what each does, as they are listed for people. */
export const mindMapKeys: KeyList = {
  title: "In the mind map",
  rank: 10,
  keys: [
    ["Arrow keys", "Go to the next step or the one before; also Home, End"],
    ["Space", "Select the step"],
    ["Enter", "Type the name of the step"],
  ],
};
