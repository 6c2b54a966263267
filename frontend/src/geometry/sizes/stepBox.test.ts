import { expect, test, vi } from "vitest";
import twins from "~twins/step_box.json";
import { bundled } from "./bundled";
import { stepBox, type Words } from "./stepBox";
import { type Type, textWidth } from "./typeface";

vi.mock("./typeface", async (original) => ({
  ...(await original<typeof import("./typeface")>()),
  textWidth: (text: string, { font }: Type) =>
    bundled(text, Number(/(\d+)px/.exec(font)?.[1]), font.startsWith("600") ? "bold" : "regular"),
}));

test.each(twins)("$step.name is as large as in the drawn chart", ({ step, ...box }) => {
  expect(stepBox(step as Words)).toEqual(box);
});

test("the letters are those of the cases", () => {
  expect(textWidth("i", { font: "400 11px Arimo", line: 14 })).toBeLessThan(3);
});
