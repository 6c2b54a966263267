import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { listProcesses, restoreProcess } from "../api/touchline";
import type { ListedProcess } from "../api/types";
import { Link } from "../ui/Link";
import { Message } from "../ui/Message";
import { sayProblem } from "../ui/notices/notices";

interface GoneScreenProps {
  id: string;
  /** Asks at once whether it is back. */
  retry: () => void;
}

/**
 * Stands where a process would: in the bin, from which it can be taken, or nowhere. Once it is back,
 * whoever brought it, it is opened by itself.
 */
export function GoneScreen({ id, retry }: GoneScreenProps) {
  const [binned, setBinned] = useState<ListedProcess | null | undefined>(undefined);
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
  const restore = () => restoreProcess(id).then(retry, sayProblem);
  return (
    <Message title={`“${binned.name}” is in the bin`}>
      <p>Restore it to go on working on it.</p>
      <Button onClick={restore}>Restore</Button>
      <Link href="/">See all processes</Link>
    </Message>
  );
}
