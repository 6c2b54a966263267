import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { ListedProcess } from "../api/types";
import { useMinute } from "../ui/useMinute";
import { BinnedCard } from "./BinnedCard";
import { DamagedCard } from "./DamagedCard";
import styles from "./Home.module.css";
import { Choices } from "./NewDialog";
import { ProcessCard } from "./ProcessCard";
import type { Listing } from "./useProcesses";

interface ProcessGridProps {
  listing: Listing;
  bin: boolean;
  search: string;
  onSearch: (search: string) => void;
  reload: () => Promise<void>;
}

/** The cards, or the words for there being none. */
export function ProcessGrid(props: ProcessGridProps) {
  const { listing, bin, search, onSearch, reload } = props;
  const now = useMinute();
  if (listing.state === "loading") return <Placeholders />;
  if (listing.state === "failed") {
    return (
      <Words title="The processes cannot be shown" detail={listing.problem}>
        <Button variant="default" onClick={() => void reload()}>
          Try again
        </Button>
      </Words>
    );
  }
  const found = matching(listing.processes, search);
  if (listing.processes.length === 0) {
    return bin ? (
      <Words
        title="The bin is empty"
        detail="Processes that you move to the bin stay here until you delete them for ever."
      />
    ) : (
      <section className={styles.first} aria-labelledby="first">
        <h3 id="first">No process yet</h3>
        <p>
          Start from a blank page or from a process that is thought through already, or drop a YAML
          file anywhere here.
        </p>
        <Choices />
      </section>
    );
  }
  if (found.length === 0) {
    return (
      <Words title={`No process is called “${search.trim()}”`} detail="The search looks at names.">
        <Button variant="default" onClick={() => onSearch("")}>
          Show all
        </Button>
      </Words>
    );
  }
  return (
    <ul className={styles.grid} aria-label={bin ? "Processes in the bin" : "Processes"}>
      {found.map((process) => (
        <li key={process.id}>
          {process.damaged !== null ? (
            <DamagedCard process={process} bin={bin} onChange={reload} />
          ) : bin ? (
            <BinnedCard process={process} now={now} onChange={reload} />
          ) : (
            <ProcessCard process={process} now={now} onChange={reload} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({
  title,
  detail,
  children,
}: {
  title: string;
  detail: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.words}>
      <h3>{title}</h3>
      <p>{detail}</p>
      {children}
    </div>
  );
}

/** As high as the cards to come, so that nothing jumps when they do. */
function Placeholders() {
  return (
    <div className={styles.grid} role="status" aria-label="Loading the processes">
      {["a", "b", "c", "d"].map((key) => (
        <div key={key} className={styles.placeholder} />
      ))}
    </div>
  );
}

function matching(processes: readonly ListedProcess[], search: string): ListedProcess[] {
  const words = search.trim().toLocaleLowerCase().split(/\s+/);
  return processes.filter(({ name }) => {
    const lowered = name.toLocaleLowerCase();
    return words.every((word) => lowered.includes(word));
  });
}
