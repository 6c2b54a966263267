/** The look of Touchline as values, shared with the drawn chart through tokens.json. */

import type { SilenceLevel } from "../api/types";
import type { Kind, Outcome } from "../model/snapshot";
import tokens from "./tokens.json";

export { tokens };

export type Scheme = "light" | "dark";

/** What a step looks like: its kind, or for an end its outcome. */
export type Look = Exclude<Kind, "end"> | "touch" | Outcome;

export const LOOKS = Object.keys(tokens.light.kind) as readonly Look[];
export const LEVELS = Object.keys(tokens.light.silence) as readonly SilenceLevel[];

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The CSS variables of a scheme: `--surface-…`, `--kind-contact-fill`, `--silence-over-line` … */
export function schemeVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {};
  const { surface, kind, silence, severity } = tokens[scheme];
  for (const [name, value] of Object.entries(surface)) {
    variables[`--surface-${dashed(name)}`] = value;
  }
  for (const [look, parts] of Object.entries(kind)) {
    for (const [part, value] of Object.entries(parts)) variables[`--kind-${look}-${part}`] = value;
  }
  for (const [level, parts] of Object.entries(silence)) {
    for (const part of ["line", "fill", "text"] as const) {
      variables[`--silence-${level}-${part}`] = parts[part];
    }
    variables[`--silence-${level}-width`] = `${parts.width}px`;
    variables[`--silence-${level}-dash`] = parts.dash || "none";
  }
  for (const [name, value] of Object.entries(severity)) variables[`--severity-${name}`] = value;
  return variables;
}

/** The CSS variables that do not change with the scheme: the step's measures and its type. */
export function fixedVariables(): Record<string, string> {
  const { step, font } = tokens;
  return {
    "--step-width": `${step.width}px`,
    "--step-min-height": `${step.minHeight}px`,
    "--step-decision-width": `${step.decisionWidth}px`,
    "--step-decision-min-height": `${step.decisionMinHeight}px`,
    "--step-padding-x": `${step.paddingX}px`,
    "--step-padding-y": `${step.paddingY}px`,
    "--step-stroke": `${step.stroke}px`,
    "--step-radius": `${step.cornerRadius}px`,
    "--step-fold": `${step.fold}px`,
    "--step-font-size": `${font.step.size}px`,
    "--step-font-weight": `${font.step.weight}`,
    "--step-line-height": `${font.step.lineHeight}px`,
    "--label-font-size": `${font.label.size}px`,
    "--label-font-weight": `${font.label.weight}`,
    "--label-line-height": `${font.label.lineHeight}px`,
  };
}
