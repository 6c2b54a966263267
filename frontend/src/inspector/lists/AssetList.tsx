import { Button } from "@mantine/core";
import { IconExternalLink, IconPlus } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import {
  editListItem,
  moveListItem,
  removeListItem,
  writeListItem,
} from "../../document/edits/listItems";
import { useTouchlineDocument } from "../../document/hooks";
import { isWebAddress } from "../../document/read";
import { useTyping } from "../../document/useTyping";
import { fieldOf } from "../../model/fields";
import { randomId } from "../../model/ids";
import type { Asset } from "../../model/snapshot";
import { LineInput } from "./LineInput";
import styles from "./lists.module.css";
import { SortableRows } from "./SortableRows";

const ASSETS = fieldOf("step", "assets");

/** What to send or to work from: a name, and where it is to be found. */
export function AssetList({ step, assets }: { step: string; assets: readonly Asset[] }) {
  const document = useTouchlineDocument();
  const labelId = useId();
  const [fresh, setFresh] = useState<string | null>(null);
  const rows: (Pick<Asset, "id" | "name"> & { url?: string })[] = [...assets];
  if (fresh !== null && !assets.some((asset) => asset.id === fresh)) {
    rows.push({ id: fresh, name: "" });
  }
  return (
    <fieldset className={styles.list} aria-labelledby={labelId}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {ASSETS.label}
        </span>
        {assets.length > 0 && <span className={styles.count}>{assets.length}</span>}
      </div>
      {rows.length === 0 && <p className={styles.hint}>{ASSETS.hint}</p>}
      {rows.length > 0 && (
        <SortableRows
          label={ASSETS.label ?? ASSETS.key}
          rows={rows.map((row) => ({ ...row, name: row.name ? `“${row.name}”` : "the new asset" }))}
          onMove={(id, to) => moveListItem(document, step, "assets", id, to)}
          onRemove={(id) => {
            if (fresh === id) setFresh(null);
            removeListItem(document, step, "assets", id);
          }}
        >
          {({ id }) => {
            const at = rows.findIndex((row) => row.id === id);
            const asset = rows[at];
            return (
              <AssetFields
                step={step}
                id={id}
                number={at + 1}
                name={asset?.name ?? ""}
                url={asset?.url ?? ""}
                isNew={id === fresh}
                onDone={(another) => setFresh(another ? randomId() : null)}
              />
            );
          }}
        </SortableRows>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={styles.add}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setFresh(randomId())}
      >
        Add an asset
      </Button>
    </fieldset>
  );
}

interface AssetFieldsProps {
  step: string;
  id: string;
  number: number;
  name: string;
  url: string;
  isNew: boolean;
  onDone: (another: boolean) => void;
}

function AssetFields({ step, id, number, name, url, isNew, onDone }: AssetFieldsProps) {
  const document = useTouchlineDocument();
  const nameInput = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) nameInput.current?.focus();
  }, [isNew]);
  const typedName = useTyping(name, (text) => {
    // An asset without a name is none; it goes only by its cross.
    if (text.trim() === "") return null;
    writeListItem(document, step, "assets", id, { name: text });
    return text;
  });
  const typedUrl = useTyping(url, (text) => {
    const address = text.trim();
    if (address !== "" && (!isWebAddress(address) || name === "")) return null;
    editListItem(document, step, "assets", id, { url: address === "" ? undefined : address });
    return address;
  });
  const [left, setLeft] = useState(false);
  return (
    <>
      <LineInput
        label={`Asset ${number}, name`}
        value={typedName.value}
        placeholder="Name"
        onType={typedName.type}
        onFocus={typedName.handlers.onFocus}
        onBlur={typedName.handlers.onBlur}
        inputRef={(input) => {
          nameInput.current = input;
        }}
        onPress={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            if (event.currentTarget.value.trim() !== "") onDone(true);
          } else typedName.handlers.onKeyDown(event);
        }}
      />
      {url !== "" && (
        <a
          className={styles.open}
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={`Open “${name}”`}
        >
          <IconExternalLink size={14} aria-hidden />
        </a>
      )}
      <span className={styles.wide}>
        <LineInput
          label={`Asset ${number}, web address`}
          value={typedUrl.value}
          placeholder="https://…"
          invalid={left && typedUrl.refused}
          onType={typedUrl.type}
          onFocus={() => {
            setLeft(false);
            typedUrl.handlers.onFocus();
          }}
          onBlur={() => {
            setLeft(true);
            typedUrl.handlers.onBlur();
          }}
          onPress={(event) => {
            if (event.key === "Enter") event.preventDefault();
            if (event.key === "Enter" && name !== "") onDone(true);
            else typedUrl.handlers.onKeyDown(event);
          }}
        />
      </span>
      {left && typedUrl.refused && (
        <p className={styles.error} role="alert">
          {name === ""
            ? "Give the asset a name first."
            : "Type a web address such as https://example.com/guide, or mailto:name@example.com."}
        </p>
      )}
    </>
  );
}
