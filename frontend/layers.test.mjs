import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import { afterEach, expect, it } from "vitest";
import layers from "./layers.mjs";

const { forbidden, options } = layers;
let folder = "";

/** The rules that an editor of these files would break, each once. */
async function broken(files) {
  folder = mkdtempSync(join(tmpdir(), "layers-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "src", name)), { recursive: true });
    writeFileSync(join(folder, "src", name), text);
  }
  return violations(folder);
}

async function violations(baseDir) {
  const rules = {
    ...options,
    tsConfig: undefined,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  };
  const { output } = await cruise(["src"], { ...rules, baseDir: folder });
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort();
}

afterEach(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
  folder = "";
});

it("an import that points down is let through", async () => {
  const canvas = 'import { step } from "../../model/step";\nexport const box = step;\n';
  const files = { "canvas/view/box.ts": canvas, "model/step.ts": "export const step = 1;\n" };
  expect(await broken(files)).toEqual([]);
});

it.each([
  ["from a part to the one above it", "session/a.ts", "screen/b.ts", "session-knows-"],
  ["from a part to the one beside it", "outline/a.ts", "canvas/view/b.ts", "outline-knows-"],
  ["from a room to the one above it", "canvas/state/a.ts", "canvas/view/b.ts", "canvas/state-"],
  ["from a folder that is not listed", "helpers/a.ts", "model/b.ts", "every-folder-"],
  ["to a folder that is not listed", "canvas/a.ts", "canvas/helpers/b.ts", "canvas/.-knows-"],
])("an import %s is refused", async (_, from, to, rule) => {
  const up = "../".repeat(from.split("/").length - 1);
  const files = {
    [from]: `import type { B } from "${up}${to.replace(".ts", "")}";\nexport type A = B;\n`,
    [to]: "export type B = 1;\n",
  };
  expect(await broken(files)).toEqual([expect.stringContaining(rule)]);
});

it("two files that need each other are refused", async () => {
  const files = {
    "model/a.ts": 'import type { B } from "./b";\nexport type A = B | 1;\n',
    "model/b.ts": 'import type { A } from "./a";\nexport type B = A | 2;\n',
  };
  expect(await broken(files)).toEqual(["no-cycles"]);
});
