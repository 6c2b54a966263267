/**
 * Which part of the editor may know which: imports point down this list, from the screen to what
 * belongs to no screen. `npm run check` holds every import to it, types and style sheets too.
 */

/** From the top down; parts in one line stand side by side and know nothing of each other. */
const PARTS = [
  ["screen"],
  ["home", "canvas", "outline", "mindmap", "inspector", "problems"],
  ["editing"],
  ["commands"],
  ["findings"],
  ["session"],
  ["document"],
  ["geometry"],
  ["theme"],
  ["model"],
  ["api"],
  ["ui"],
];

/** The rooms of the parts that have several, likewise; "." is what lies in the part itself. */
const ROOMS = {
  screen: [["."], ["topbar", "dialogs"], ["dialogs/commands"]],
  canvas: [
    ["."],
    ["commands"],
    ["layers", "gestures", "menus", "overview"],
    ["steps", "edges"],
    ["view"],
    ["state", "palette"],
  ],
  outline: [["."], ["commands"], ["grid"], ["rows", "paste"], ["cells"], ["columns"]],
  mindmap: [["."], ["commands"]],
  inspector: [["."], ["commands", "fields", "lists"]],
  problems: [["."], ["height"]],
  editing: [["commands"], ["."]],
  document: [["edits", "live"], ["."]],
  geometry: [["space"], ["sizes"], ["routes"], ["."]],
  ui: [["notices"], ["."]],
};

const inside = (...parts) => `^src/(${parts.join("|")})/`;
/** What lies in these rooms of a part, and in no room within them. */
const inRooms = (part, ...rooms) =>
  `^src/${part}/(${rooms.map((room) => (room === "." ? "" : `${room}/`)).join("|")})[^/]+$`;

const betweenParts = PARTS.flatMap((line, at) =>
  line.map((part) => ({
    name: `${part}-knows-only-what-lies-below`,
    comment: "Imports point down the list of parts in layers.mjs.",
    severity: "error",
    from: { path: inside(part) },
    to: { path: "^src/", pathNot: inside(part, ...PARTS.slice(at + 1).flat()) },
  })),
);

const betweenRooms = Object.entries(ROOMS).flatMap(([part, lines]) =>
  lines.flatMap((line, at) =>
    line.map((room) => ({
      name: `${part}/${room}-knows-only-what-lies-below`,
      comment: "Imports point down the list of rooms in layers.mjs.",
      severity: "error",
      from: { path: inRooms(part, room) },
      to: {
        path: inside(part),
        // One style sheet may dress all rooms of a part.
        pathNot: [inRooms(part, room, ...lines.slice(at + 1).flat()), `^src/${part}/.*\\.css$`],
      },
    })),
  ),
);

const listed = PARTS.flat().map((part) => inRooms(part, ...(ROOMS[part] ?? [["."]]).flat()));

export default {
  forbidden: [
    ...betweenParts,
    ...betweenRooms,
    {
      name: "every-folder-is-listed",
      comment: "A new folder gets its place in layers.mjs.",
      severity: "error",
      // Beside the parts there is only the file that starts the editor.
      from: { path: "^src/", pathNot: [...listed, "^src/main\\.tsx$"] },
      to: {},
    },
    {
      name: "no-cycles",
      comment: "Of two files that need each other, a part of one belongs to a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "found",
      comment: "What is imported must be there.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // A test may know all that it needs to prove its sentence.
    exclude: { path: "\\.test\\.ts$" },
  },
};
