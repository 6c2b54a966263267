/** The rules, as the server knows them; asked for once. */
import { useEffect } from "react";
import { listRules } from "../api/touchline";
import type { RuleSummary } from "../api/types";
import { sayProblem } from "../ui/notices/notices";
import { createStore, useStore } from "../ui/store";

const rules = createStore<readonly RuleSummary[]>([]);
let asked = false;

export function useRules(): readonly RuleSummary[] {
  useEffect(() => {
    if (asked) return;
    asked = true;
    listRules().then(rules.set, (error) => {
      asked = false;
      sayProblem(error);
    });
  }, []);
  return useStore(rules);
}

/** A rule's id in words: “Gap near limit”. */
export function sayRule(id: string): string {
  const words = id.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
