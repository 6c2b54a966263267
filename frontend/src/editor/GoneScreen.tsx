import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { listProcesses, restoreProcess } from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import { Message } from "../Message";
import { sayProblem } from "../notices/notices";
import { Link } from "../state/Link";

/** Stands where a process would: in the bin, from which it can be taken, or nowhere. */
export function GoneScreen({ id }: { id: string }) {
  const [binned, setBinned] = useState<ProcessSummary | null | undefined>(undefined);
  useEffect(() => {
    listProcesses({ bin: true }).then(
      (all) => setBinned(all.find((process) => process.id === id) ?? null),
      (error) => {
        setBinned(null);
        sayProblem(error);
      },
    );
  }, [id]);
  if (binned === undefined) return <Message title="Opening the process …" quiet />;
  if (binned === null) {
    return (
      <Message title="This process is not here">
        <p>It may have been deleted for ever, or the address may be mistyped.</p>
        <Link href="/">See all processes</Link>
      </Message>
    );
  }
  // A fresh start: the connection was closed when the process turned out to be gone.
  const restore = () => restoreProcess(id).then(() => location.reload(), sayProblem);
  return (
    <Message title={`“${binned.name}” is in the bin`}>
      <p>Restore it to go on working on it.</p>
      <Button onClick={restore}>Restore</Button>
      <Link href="/">See all processes</Link>
    </Message>
  );
}
