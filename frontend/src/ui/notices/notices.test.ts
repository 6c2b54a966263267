import { beforeEach, describe, expect, it } from "vitest";
import { dismissPlain, notices, say, sayProblem } from "./notices";

const shown = () => notices.get().map(({ message }) => message);

describe("notices", () => {
  beforeEach(() => notices.set([]));

  it("stand one at a time of each tone", () => {
    say("Done: 2 changes.");
    sayProblem(new Error("The server could not be reached."));
    say("Done: 3 changes.");
    expect(shown()).toEqual(["The server could not be reached.", "Done: 3 changes."]);
  });

  it("go when what they speak of is taken back, but for problems", () => {
    say("Done: 2 changes.");
    sayProblem("Out of space");
    dismissPlain();
    expect(shown()).toEqual(["Out of space"]);
  });
});
