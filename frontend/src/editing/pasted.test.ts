import { expect, test } from "vitest";
import { pastedYaml } from "./pasted";

test("a whole process is left as it is", () => {
  const yaml = "touchline: 1\nname: A\nsteps:\n  - {id: a, name: A, kind: task}\n";
  expect(pastedYaml(yaml)).toBe(yaml);
});

test("what is no process is left for the server to say so", () => {
  expect(pastedYaml("Dear Sir or Madam,\nthank you")).toBe("Dear Sir or Madam,\nthank you");
  expect(pastedYaml("[".repeat(50))).toBe("[".repeat(50));
});

test("fences, indentation, line ends and a byte order mark go", () => {
  const yaml = "touchline: 1\nname: A\nsteps: []\n";
  const indented = yaml.replace(/^(?=.)/gm, "    ");
  expect(pastedYaml(`\ufeff${yaml.replaceAll("\n", "\r\n")}`)).toBe(yaml);
  expect(pastedYaml(indented)).toBe(yaml);
  expect(pastedYaml(`Here you are:\n\n\`\`\`yaml\n${yaml}\`\`\`\nAnything else?`)).toBe(yaml);
  expect(pastedYaml(`~~~\n${indented}~~~`)).toBe(yaml);
});

test("a part becomes a process, its stages those that its steps name", () => {
  const part = "steps:\n  - {id: a, name: A, kind: task, stage: Closing, owner: B}\n";
  expect(pastedYaml(part)).toBe(`${part}touchline: 1\nname: Pasted\nstages: [Closing]\n`);
});

test("a list that stands alone is one of steps, or of edges", () => {
  expect(pastedYaml("  - id: a\n    name: A\n    kind: task\n")).toBe(
    "steps:\n- id: a\n  name: A\n  kind: task\ntouchline: 1\nname: Pasted\n",
  );
  expect(pastedYaml("- {from: a, to: b}")).toMatch(/^edges:\n- \{from: a, to: b\}\n/);
});
