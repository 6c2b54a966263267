import { Modal, useComputedColorScheme } from "@mantine/core";
import { useEffect, useState } from "react";
import { explainRule } from "../api/touchline";
import type { RuleCase, RuleExplanation } from "../api/types";
import { useReturnFocus } from "../ui/useReturnFocus";
import styles from "./WhyDialog.module.css";

interface WhyDialogProps {
  rule: string;
  onClose: () => void;
}

/** Why a rule matters, with a wrong and a right example drawn. */
export default function WhyDialog({ rule, onClose }: WhyDialogProps) {
  useReturnFocus();
  const [page, setPage] = useState<RuleExplanation | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    explainRule(rule).then(setPage, (error: Error) => setProblem(error.message));
  }, [rule]);
  return (
    <Modal opened onClose={onClose} size="54rem" title={page?.title ?? "Why?"}>
      {problem !== null && <p>{problem}</p>}
      {page === null && problem === null && <p className={styles.soft}>Loading …</p>}
      {page !== null && (
        <>
          <p className={styles.why}>{page.why}</p>
          <p className={styles.soft}>It points out {page.reports}.</p>
          <div className={styles.examples}>
            <Examples verdict="wrong" heading="Wrong" cases={page.faulty} />
            <Examples
              verdict="right"
              heading="Right"
              cases={page.mended.length > 0 ? page.mended : page.sound}
            />
          </div>
        </>
      )}
    </Modal>
  );
}

interface ExamplesProps {
  verdict: "wrong" | "right";
  heading: string;
  cases: readonly RuleCase[];
}

function Examples({ verdict, heading, cases }: ExamplesProps) {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return (
    <section className={styles.column} data-verdict={verdict} aria-label={heading}>
      <h3>{heading}</h3>
      {cases.slice(0, 3).map((example) => (
        <figure key={example.drawing} className={styles.example}>
          <div className={styles.chart}>
            <img src={`${example.drawing}?theme=${scheme}`} alt={example.name} />
          </div>
          <figcaption>{example.name}</figcaption>
        </figure>
      ))}
    </section>
  );
}
