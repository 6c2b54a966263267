import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconPlus, IconSearch, IconUpload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { READ_FILES } from "../model/formats";
import { DropArea } from "../ui/DropArea";
import styles from "./Home.module.css";
import { ImportProblems } from "./ImportProblems";
import { NewDialog } from "./NewDialog";
import { ProcessGrid } from "./ProcessGrid";
import { useImport } from "./useImport";
import { useProcesses } from "./useProcesses";

type Shelf = "processes" | "bin";

/** The processes, newest first; new ones, imported ones, and the bin. */
export default function HomeScreen() {
  const [shelf, setShelf] = useState<Shelf>("processes");
  const [search, setSearch] = useState("");
  const [choosing, setChoosing] = useState(false);
  const { listing, reload } = useProcesses(shelf === "bin");
  const importing = useImport(() => {
    setShelf("processes");
    void reload();
  });
  const picker = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const acted = useRef(false);
  const changed = () => {
    acted.current = true;
    return reload();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the list has been drawn anew
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    // The card that went took its buttons with it; the focus must not be lost with them.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [listing]);
  useEffect(() => {
    document.title = "Touchline";
  }, []);
  return (
    <main className={styles.screen} data-covered={choosing || undefined}>
      {/* What lies behind an open dialog is out of reach for keyboard and screen reader alike. */}
      <div className={styles.page} inert={choosing} aria-hidden={choosing || undefined}>
        <header className={styles.header}>
          <h1 className={styles.brand}>
            <img src="/assets/touchline.svg" alt="" width={28} height={28} />
            Touchline
          </h1>
          <TextInput
            className={styles.search}
            aria-label="Search by name"
            placeholder="Search by name"
            type="search"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Button
            variant="default"
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            Import
          </Button>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            New
          </Button>
          <input
            ref={picker}
            hidden
            type="file"
            accept={READ_FILES}
            multiple
            onChange={(event) => {
              void importing.importFiles([...(event.target.files ?? [])]);
              // So that choosing the same file again, once it is mended, counts as a choice.
              event.target.value = "";
            }}
          />
        </header>
        <div className={styles.shelf}>
          <h2 ref={heading} tabIndex={-1}>
            {shelf === "bin" ? "Bin" : "Processes"}
          </h2>
          <SegmentedControl
            size="xs"
            aria-label="Show"
            data={[
              { value: "processes", label: "Processes" },
              { value: "bin", label: "Bin" },
            ]}
            value={shelf}
            onChange={(next) => setShelf(next as Shelf)}
          />
        </div>
        <ProcessGrid
          listing={listing}
          bin={shelf === "bin"}
          search={search}
          onSearch={setSearch}
          reload={changed}
        />
      </div>
      <NewDialog opened={choosing} onClose={() => setChoosing(false)} />
      <DropArea
        words="Drop the YAML file to import it"
        onFiles={importing.importFiles}
        busy={importing.busy}
      />
      <ImportProblems refused={importing.refused} onClose={importing.dismiss} />
    </main>
  );
}
