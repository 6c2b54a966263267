import { IconStack2 } from "@tabler/icons-react";
import { useCallback } from "react";
import { setKind } from "../document/edits/setKind";
import { setStepField } from "../document/edits/setStepField";
import { useSnapshot, useTouchlineDocument } from "../document/hooks";
import type { Snapshot, Step } from "../model/snapshot";
import { amount } from "../ui/amount";
import { DeleteButton } from "./DeleteButton";
import { KindSelect } from "./fields/KindFields";
import { OwnerField } from "./fields/OwnerField";
import { StageField } from "./fields/StageField";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead";

/** What several steps share, changed for all of them at once as one undo step. */
export function StepsDetails({ ids }: { ids: ReadonlySet<string> }) {
  const document = useTouchlineDocument();
  const steps = useSnapshot(
    useCallback((snapshot: Snapshot) => stepsOf(snapshot, ids), [ids]),
    sameSteps,
  );
  const owner = shared(steps, "owner");
  const stage = shared(steps, "stage");
  const kind = shared(steps, "kind");
  const forAll = (change: (id: string) => void, typing: string | null = null) =>
    document.edit(() => {
      for (const { id } of steps) change(id);
    }, typing);
  return (
    <div className={styles.panel}>
      <PanelHead
        icon={IconStack2}
        title={amount(steps.length, "step")}
        subtitle="Changes here go to all of them"
      >
        <DeleteButton what="the steps" />
      </PanelHead>
      <div className={styles.fields}>
        <KindSelect
          kind={kind.value ?? null}
          onWrite={(next) => forAll((id) => setKind(document, id, next))}
        />
        <OwnerField
          key={[...ids].join(" ")}
          stored={owner.value ?? ""}
          placeholder={owner.mixed ? "Several owners" : "Who does these"}
          write={(text) => {
            const next = text.trim() === "" ? undefined : text;
            forAll((id) => setStepField(document, id, "owner", next), "steps owner");
            return next ?? "";
          }}
        />
        <StageField
          steps={[...ids]}
          stored={stage.value ?? null}
          placeholder={stage.mixed ? "Several stages" : "No stage"}
          onWrite={(next) => forAll((id) => setStepField(document, id, "stage", next))}
        />
      </div>
    </div>
  );
}

function stepsOf(snapshot: Snapshot, ids: ReadonlySet<string>): Step[] {
  return [...ids].flatMap((id) => snapshot.steps.get(id) ?? []);
}

function sameSteps(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** The value that all the steps have in a field, or that they differ in it. */
function shared<F extends "owner" | "stage" | "kind">(
  steps: readonly Step[],
  field: F,
): { value: Step[F] | undefined; mixed: boolean } {
  const [first] = steps;
  const mixed = steps.some((step) => step[field] !== first?.[field]);
  return { value: mixed ? undefined : first?.[field], mixed };
}
