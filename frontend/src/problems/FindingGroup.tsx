import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { Finding } from "../api/types";
import { FindingRow } from "./FindingRow";
import styles from "./Problems.module.css";

/** So many at first: a bare process of 1,000 steps has thousands of missing details. */
const AT_FIRST = 20;

interface FindingGroupProps {
  heading: string;
  findings: readonly Finding[];
  onWhy: (rule: string) => void;
  onMended: () => void;
}

/** The findings of one severity. */
export function FindingGroup({ heading, findings, onWhy, onMended }: FindingGroupProps) {
  const id = useId();
  const [limit, setLimit] = useState(AT_FIRST);
  if (findings.length === 0) return null;
  const more = findings.length - limit;
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {heading}
        <span className={styles.number}>{findings.length}</span>
      </h3>
      <ul className={styles.list}>
        {findings.slice(0, limit).map((finding) => (
          <FindingRow key={finding.id} finding={finding} onWhy={onWhy} onMended={onMended} />
        ))}
      </ul>
      {more > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mx="sm"
          onClick={() => setLimit(limit + 10 * AT_FIRST)}
        >
          Show {Math.min(more, 10 * AT_FIRST)} more
        </Button>
      )}
    </section>
  );
}
