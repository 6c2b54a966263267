import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { createProcess, listProcesses } from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import { sayProblem } from "../notices/notices";
import { Link } from "../state/Link";
import { navigate, processPath } from "../state/router";

/** The processes, newest first. */
export default function HomeScreen() {
  const [processes, setProcesses] = useState<readonly ProcessSummary[]>([]);
  useEffect(() => {
    listProcesses().then(setProcesses, sayProblem);
  }, []);
  const addBlank = () =>
    createProcess({ name: "Untitled process" }).then(
      ({ id }) => navigate(processPath(id)),
      sayProblem,
    );
  return (
    <main style={{ padding: "2rem" }}>
      <h1>Processes</h1>
      <Button onClick={addBlank}>New</Button>
      <ul>
        {processes.map(({ id, name }) => (
          <li key={id}>
            <Link href={processPath(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
