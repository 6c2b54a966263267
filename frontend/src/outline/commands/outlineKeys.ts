import type { KeyList } from "../../commands/registry";

/** The keys of the outline and what each does, as they are listed for people. */
export const outlineKeys: KeyList = {
  title: "In the outline",
  rank: 20,
  keys: [
    ["Enter or F2", "Edit the cell; Enter again keeps it and goes down"],
    ["Just type", "Replace what is in the cell"],
    ["Tab", "Keep it and go right; with Shift left"],
    ["Esc", "Leave the cell as it was; Esc, then Tab leaves the table"],
    ["Alt+Enter", "A new line in the cell"],
    ["Ctrl+Enter", "Add the next step"],
    ["Shift+arrows", "Select a block of cells"],
    ["Shift+Space", "Select the whole row"],
    ["Delete", "Empty the cells; of whole rows, delete the steps"],
    ["Ctrl+C, X, V", "Copy, cut and paste, also from and to a spreadsheet"],
    ["Ctrl+arrows", "Go to the end; also Home, End, Page up and down"],
    ["↑ in the first row", "Go to the heads; Enter sorts by one"],
    ["Alt+← and →", "In a head, make its column narrower or wider; Alt+Enter fits it"],
  ],
};
